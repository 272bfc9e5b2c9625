"""What a guide links to on no account, and what it does not say, or not often."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, PositiveInt

from build_tools.content.fields import Model, Text, shaped


class RefusedHost(Model):
    """A place on the web that no source may lead to, and why."""

    host: Annotated[str, shaped(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*", "example.org")] = Field(
        description="Its name, with all that lies below it; without a dot, a word that no part of "
        "a name may hold.",
        examples=["spam.example", "staging"],
    )
    because: Text = Field(
        description="Why, for whoever links to it: what to link to in its place.",
        examples=["it copies the texts of others, so link to the original"],
    )

    def matches(self, host: str) -> bool:
        """Whether the name of a host is this place, or lies below it."""
        return f".{host}".endswith(f".{self.host}") if "." in self.host else self.host in host


class Avoided(Model):
    """Words that the guide does not use, and why."""

    words: Text = Field(
        description="The words, whole and in any case.", examples=["steering geometry"]
    )
    because: Text = Field(
        description="Why, for whoever writes them: what to write in their place.",
        examples=["say how the wheel stands"],
    )


class AtMost(Model):
    """A phrase that tires, and how often one page may say it."""

    words: Text = Field(description="The phrase, in any case.", examples=["walk the bicycle home"])
    most: PositiveInt = Field(
        le=99,
        description="How often one page may say it; links and headings do not count.",
        examples=["3"],
    )
