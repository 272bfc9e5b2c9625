"""Who wrote a source: a person, or a body."""

from __future__ import annotations

from pydantic import Field

from build_tools.content.fields import Model, Text


class Name(Model):
    """A person by family and given name, or a body by its `literal` name."""

    family: Text | None = Field(
        default=None, description="A person's family name.", examples=["Kooijman"]
    )
    given: Text | None = Field(
        default=None,
        description="A person's given names or their initials.",
        examples=["J. D. G."],
    )
    literal: Text | None = Field(
        default=None,
        description="The name of a body, word for word, in place of the other two.",
        examples=["A workshop"],
    )
