from build_tools.kinds.flow.graph import Edge, Graph, dead_ends, in_words, loops, unreachable


def graph(*edges, outcomes=("end",), start="a"):
    made = tuple(Edge(*edge) for edge in edges)
    questions = tuple(dict.fromkeys(edge.source for edge in made))
    return Graph(start, questions, dict.fromkeys(outcomes, "calm"), made, {})


JOINED = graph(
    ("a", "b", "yes"), ("a", "c", "no"), ("b", "c", "yes"), ("b", "end", "no"), ("c", "end", "no")
)


def test_every_path_is_found_once():
    assert [in_words(path) for path in JOINED.paths()] == [
        "a (yes) → b (yes) → c (no) → end",
        "a (yes) → b (no) → end",
        "a (no) → c (no) → end",
    ]


def test_questions_come_after_all_that_lead_to_them():
    assert JOINED.order == ("a", "b", "c")


def test_a_sound_graph_has_no_faults():
    assert [*loops(JOINED), *unreachable(JOINED), *dead_ends(JOINED)] == []


def test_a_loop_is_told_with_its_path():
    looping = graph(("a", "b", "no"), ("b", "a", "no"), ("b", "end", "yes"))
    message = "must not lead back to 'a', found a (no) → b (no) → a"
    assert list(loops(looping)) == [("b", message)]


def test_what_cannot_be_reached_is_told():
    island = graph(("a", "end", "no"), ("b", "end", "no"), outcomes=("end", "other"))
    assert [node for node, _ in unreachable(island)] == ["b", "other"]


def test_a_question_without_answers_is_a_dead_end():
    edges = (Edge("a", "b", "no"), Edge("a", "end", "yes"))
    stuck = Graph("a", ("a", "b"), {"end": "calm"}, edges, {})
    assert list(dead_ends(stuck)) == [("b", "has no answer that leads on")]


def test_the_ends_of_a_node_are_all_that_can_be_reached_from_it():
    forked = graph(
        ("a", "b", "no"), ("a", "far", "yes"), ("b", "near", "no"), outcomes=("near", "far")
    )
    assert [sorted(forked.ends(node)) for node in ("a", "b", "far")] == [
        ["far", "near"],
        ["near"],
        ["far"],
    ]
