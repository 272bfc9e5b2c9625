"""Sources, in the field names of CSL, the citation standard that Zotero and Pandoc read."""

from build_tools.kinds.source.entry import Source
from build_tools.kinds.source.rules import (
    a_copy_has_an_address,
    a_record_is_whole,
    every_figure_was_found,
    every_finding_has_its_name,
    every_finding_is_cited,
    no_source_leads_to_a_refused_host,
    what_is_not_found_is_not_there,
)
from build_tools.model import Anchor, Kind

SOURCE = Kind(
    Source,
    "sources",
    Anchor(),
    rules=(
        a_record_is_whole,
        what_is_not_found_is_not_there,
        a_copy_has_an_address,
        every_finding_has_its_name,
        every_figure_was_found,
        no_source_leads_to_a_refused_host,
        every_finding_is_cited,
    ),
)
