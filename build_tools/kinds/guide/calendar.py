"""The reviews that are due, as a calendar that any calendar program reads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import PurePosixPath

from icalendar import Calendar, Event

from build_tools.dates import months_on
from build_tools.entry import Reviewed
from build_tools.kinds.guide.entry import Guide
from build_tools.made import File
from build_tools.model import Catalog
from build_tools.words import fill, words_of

CALENDAR = PurePosixPath("data", "reviews.ics")


def reviews(catalog: Catalog) -> Iterator[File]:
    """A day in the calendar for every entry: when its next review is due (RFC 5545)."""
    for guide in catalog.all(Guide):
        words = words_of(catalog)
        calendar = Calendar()
        calendar.add("prodid", f"-//{guide.title}//reviews//")
        calendar.add("version", "2.0")
        for entry in catalog.all(Reviewed):
            due = months_on(entry.reviewed, guide.review.months)
            calendar.add_component(_event(entry, due, words.page.review_due))
        yield File(CALENDAR, calendar.to_ical())


def _event(entry: Reviewed, due: date, pattern: str) -> Event:
    """A whole day; its stamp is the last review, so that the same content gives the same bytes."""
    event = Event()
    event.add("uid", f"{entry.kind}-{entry.slug}")
    event.add("summary", fill(pattern, title=entry.title))
    event.add("dtstart", due)
    reviewed = entry.reviewed
    event.add("dtstamp", datetime(reviewed.year, reviewed.month, reviewed.day, tzinfo=UTC))
    return event
