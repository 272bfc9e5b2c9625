"""Claims: what goes round, and what is known of it."""

from build_tools.kinds.claim.entry import Claim, Verdict
from build_tools.model import Anchor, Kind

VERDICT = Kind(Verdict, "verdicts", Anchor(), must_be_linked=False)
CLAIM = Kind(Claim, "claims", Anchor(), must_be_linked=False)
