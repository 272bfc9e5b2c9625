"""Claims: what goes round, and what is known of it."""

from collections.abc import Iterator

from build_tools.kinds.claim.entry import Claim, Verdict
from build_tools.made import Page
from build_tools.model import Anchor, Catalog, Kind, OwnPage, below_its_list


def pages(catalog: Catalog) -> Iterator[Page]:
    """A page for each claim, reviewed with the page that lists them."""
    for claim in catalog.all(Claim):
        host = catalog.index_of(claim.kind)
        context = {"entry": host, "claim": claim}
        yield Page(below_its_list(catalog, claim), "claim/page.md.j2", context)


VERDICT = Kind(Verdict, "verdicts", Anchor(), must_be_linked=False)
CLAIM = Kind(Claim, "claims", OwnPage(), makes=(pages,), must_be_linked=False)
