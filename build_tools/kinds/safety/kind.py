"""Safety: the rules that several exercises share."""

from build_tools.kinds.safety.entry import Safety
from build_tools.model import Anchor, Kind

SAFETY = Kind(Safety, "safety", Anchor())
