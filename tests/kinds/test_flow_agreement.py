"""The proofs work out what holds on every path; here every path is walked, and they agree."""

from hypothesis import given
from hypothesis import strategies as st

from build_tools.kinds.flow.graph import Edge, Graph, loops, unreachable
from build_tools.kinds.flow.proofs import PROOFS, Promises

LEVELS = ("calm", "soon", "now")
FLAGS = {"smoke": "now", "rust": "soon", "dust": "soon"}
STATEMENTS = {"quiet": "soon", "still": "calm"}
DANGERS = frozenset({"smoke", "rust"})
PROMISES = Promises(LEVELS, FLAGS, DANGERS, STATEMENTS, most=3)
OUTCOMES = {"ride": "calm", "mend": "soon", "stop": "now"}


@st.composite
def graphs(draw, looping=False):
    """A small flow; each answer leads on to a later question or an outcome, if nothing loops."""
    number = draw(st.integers(1, 5))
    names = [f"q{place}" for place in range(number)]
    edges, affirms = [], {}
    for place, name in enumerate(names):
        onward = st.sampled_from([*(names if looping else names[place + 1 :]), *OUTCOMES])
        signs = draw(st.lists(st.sampled_from(sorted(FLAGS)), unique=True, max_size=2))
        answers = draw(st.lists(st.sampled_from(["yes", "unsure", "no"]), unique=True))
        edges += [Edge(name, draw(onward), "yes", sign) for sign in signs]
        edges += [Edge(name, draw(onward), answer) for answer in answers]
        misfits = draw(st.lists(st.sampled_from(sorted(STATEMENTS)), unique=True, max_size=2))
        edges += [Edge(name, draw(onward), "no", sign) for sign in misfits]
        affirms[name] = draw(st.frozensets(st.sampled_from(sorted(STATEMENTS))))
    return Graph("q0", tuple(names), OUTCOMES, tuple(edges), affirms)


def nodes(name, graph):
    return {node for node, _ in PROOFS[name](graph, PROMISES)}


def whole(graph):
    return [path for path in graph.paths() if path[-1].target in graph.outcomes]


@given(graphs())
def test_a_milder_end_is_found_as_by_walking(graph):
    milder = set()
    for path in whole(graph):
        rank = LEVELS.index(graph.outcomes[path[-1].target])
        for edge in path:
            unsure = edge.answer == "unsure"
            claimed = graph.asked_at(edge.source) if unsure else {edge.sign} - {""}
            if any(rank < LEVELS.index({**FLAGS, **STATEMENTS}[sign]) for sign in claimed):
                milder.add(edge.source)
    assert nodes("milder-outcome", graph) == milder


@given(graphs())
def test_unearned_reassurance_is_found_as_by_walking(graph):
    unearned = set()
    for path in whole(graph):
        no = [graph.asked_at(edge.source) for edge in path if edge[2:] == ("no", "")]
        yes = [graph.affirms[edge.source] for edge in path if edge.answer == "yes"]
        lacks = DANGERS - set().union(*no) or set(STATEMENTS) - set().union(*yes)
        if graph.outcomes[path[-1].target] == LEVELS[0] and lacks:
            unearned.add(path[-1].source)
    assert nodes("unearned-reassurance", graph) == unearned


@given(graphs())
def test_a_long_path_is_found_as_by_walking(graph):
    is_long = any(len(path) > PROMISES.most for path in graph.paths())
    assert bool(nodes("too-many-questions", graph)) is is_long


@given(graphs())
def test_the_ways_are_as_many_as_by_walking(graph):
    dead = any(not graph.leaving[name] for name in graph.order)
    assert dead or graph.number_of_paths == len(list(graph.paths()))


@given(graphs(looping=True))
def test_loops_and_strays_are_found_as_by_walking(graph):
    paths = list(graph.paths())
    assert bool(list(loops(graph))) is any(
        path[-1].target in {edge.source for edge in path} for path in paths
    )
    reached = {"q0", *(edge.target for path in paths for edge in path)}
    assert {node for node, _ in unreachable(graph)} == {*graph.questions, *OUTCOMES} - reached
    assert all(list(proof(graph, PROMISES)) is not None for proof in PROOFS.values())


def test_a_thousand_questions_in_a_row_are_proven():
    names = [f"q{place}" for place in range(1000)]
    onward = [*names[1:], "stop"]
    edges = tuple(
        Edge(name, after, answer)
        for name, after in zip(names, onward, strict=True)
        for answer in ("yes", "unsure", "no")
    )
    graph = Graph("q0", tuple(names), OUTCOMES, edges, {})
    assert graph.number_of_paths == 3**1000
    assert nodes("too-many-questions", graph) == {"q3"}
    assert nodes("milder-outcome", graph) == nodes("unearned-reassurance", graph) == set()
