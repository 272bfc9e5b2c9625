"""Content held against its approved copy; and a new approval, with a reason if it is milder."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath

from build_tools.approval import file
from build_tools.approval.compare import Difference, differences
from build_tools.approval.copy import decided, weights
from build_tools.approval.file import Approved
from build_tools.model import Catalog
from build_tools.problems import ContentError, Location, Problem
from build_tools.rule import reading_rule

NOT_APPROVED = reading_rule(
    "not-approved", "What readers see is as the approved copy has it, word for word."
)
NEEDS_REASON = reading_rule("needs-reason", "An approval that makes anything milder says why.")
RULES = (NOT_APPROVED, NEEDS_REASON, file.BAD_LOCK)
CURE = "if that is right, somebody who may approves it (see CONTRIBUTING)"


def unapproved(catalog: Catalog, lock: Path) -> Iterator[Problem]:
    """Every place at which the content is not as it was approved."""
    now, approved = decided(catalog), file.read(lock)
    if approved is None:
        if now.weighed:
            where = Location(PurePosixPath(lock.name), 0)
            message = "must be there: it holds what readers decide by, approved; see CONTRIBUTING"
            yield NOT_APPROVED.problem(where, message)
        return
    for found in differences(approved.copy, now.copy, weights(catalog)):
        gone = Location(PurePosixPath(lock.name), 0)
        where = now.places.get((found.entry, found.field), now.places.get((found.entry, ""), gone))
        what = f"{found}; {CURE}"
        yield NOT_APPROVED.problem(Location(where.path, where.line), what)


def approve(catalog: Catalog, lock: Path, reason: str, day: date) -> list[Difference]:
    """Make the content the approved copy; gives what changed.

    Raises ContentError if anything is milder than it was, and no reason is given.
    """
    now, old = decided(catalog), file.read(lock) or Approved({}, ())
    found = list(differences(old.copy, now.copy, weights(catalog)))
    milder = [change for change in found if change.milder]
    if milder and not reason.strip():
        raise ContentError(_without_reason(change, lock) for change in milder)
    if found or not lock.is_file():
        line = {"day": day.isoformat(), "changes": len(found)}
        because = {"reason": " ".join(reason.split())} if reason.strip() else {}
        weaker = [str(change) for change in milder]
        entry = {**line, **because, **({"milder": weaker} if weaker else {})}
        file.write(lock, Approved(now.copy, (*old.log, entry)))
    return found


def _without_reason(change: Difference, lock: Path) -> Problem:
    where = Location(PurePosixPath(lock.name), 0)
    message = f"would be milder: {change}; say why: --reason '...'"
    return NEEDS_REASON.problem(where, message)
