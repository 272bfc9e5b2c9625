"""Sources, in the field names of CSL, the citation standard that Zotero and Pandoc read."""

from build_tools.kinds.source.entry import Source
from build_tools.model import Anchor, Kind

SOURCE = Kind(Source, "sources", Anchor())
