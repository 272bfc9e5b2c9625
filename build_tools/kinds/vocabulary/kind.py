"""Vocabularies: words that entries share, each explained once."""

from build_tools.kinds.vocabulary.entry import Group, Likelihood, Strength
from build_tools.model import Anchor, Kind

GROUP = Kind(Group, "groups", Anchor())
LIKELIHOOD = Kind(Likelihood, "likelihoods", Anchor(), must_be_linked=False)
STRENGTH = Kind(Strength, "strengths", Anchor(), must_be_linked=False)
