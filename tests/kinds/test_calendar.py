"""The calendar of reviews that are due."""

from conftest import toy
from icalendar import Calendar

from build_tools.entry import Reviewed
from build_tools.kinds.guide.calendar import reviews


def test_every_review_that_will_be_due_is_a_day_in_it():
    (file,) = reviews(toy())
    events = Calendar.from_ical(file.content).walk("VEVENT")
    assert len(events) == len(toy().all(Reviewed))
    due = {str(event["summary"]): event.decoded("dtstart").isoformat() for event in events}
    assert due["Review: A soft tyre"] == "2026-07-31"


def test_the_same_content_gives_the_same_calendar():
    assert [file.content for file in reviews(toy())] == [file.content for file in reviews(toy())]
