"""The reviews that are due, as a calendar that any calendar program reads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import PurePosixPath

from build_tools.entry import Reviewed
from build_tools.kinds.guide.entry import Guide
from build_tools.made import File
from build_tools.model import Catalog
from build_tools.words import fill, words_of

CALENDAR = PurePosixPath("data", "reviews.ics")


def reviews(catalog: Catalog) -> Iterator[File]:
    """A day in the calendar for every entry: when its next review is due (RFC 5545)."""
    from icalendar import Calendar, Event  # noqa: PLC0415  slow to import, and only this needs it

    for guide in catalog.all(Guide):
        words = words_of(catalog)
        calendar = Calendar()
        calendar.add("prodid", f"-//{guide.title}//reviews//")
        calendar.add("version", "2.0")
        for entry in catalog.all(Reviewed):
            event = Event()
            event.add("uid", f"{entry.kind}-{entry.slug}")
            event.add("summary", fill(words.page.review_due, title=entry.title))
            event.add("dtstart", guide.review.due(entry.reviewed))
            event.add("dtstamp", _stamp(entry.reviewed))
            calendar.add_component(event)
        yield File(CALENDAR, calendar.to_ical())


def _stamp(day: date) -> datetime:
    """The last review, so that the same content gives the same bytes on any day."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
