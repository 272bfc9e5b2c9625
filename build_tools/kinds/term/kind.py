"""Glossary terms: a word that needs explaining, in words that do not."""

from build_tools.kinds.term.entry import Term
from build_tools.kinds.term.rules import no_term_explains_itself
from build_tools.model import Anchor, Kind

TERM = Kind(Term, "glossary", Anchor(), rules=(no_term_explains_itself,))
