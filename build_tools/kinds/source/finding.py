"""What was found in a source: the sentences that citations rest on."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from build_tools.content.fields import Model, Text, shaped

FindingKind = Literal["measured", "model", "review", "guideline", "opinion"]


class Finding(Model):
    """One thing that a source says, in a sentence of ours that anyone can hold against it."""

    id: Annotated[str, shaped(r"[a-z0-9]+(?:-[a-z0-9]+)*", "three-to-eight")] = Field(
        description="Its name within the source, for citations: `[@source:finding]`.",
        examples=["steers-itself"],
    )
    says: Text = Field(
        description="What the source says, in one sentence of ours, and no more than it says.",
        examples=["A bicycle without gyroscopic or caster effects steadied itself."],
    )
    about: Text = Field(
        description="In whom or in what: how many, which part, in which position; or a model, an "
        "illness, whose advice.",
        examples=["One bicycle built for the test, without a rider"],
    )
    where: Text = Field(
        description="Where it stands in the source.", examples=["abstract", "page 341, figure 2"]
    )
    kind: FindingKind = Field(
        description="How it is known: `measured` by a study, the outcome of a `model`, a `review` "
        "of studies, a `guideline` or the advice of a health body, somebody's `opinion`.",
        examples=["measured"],
    )
