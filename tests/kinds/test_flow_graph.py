from build_tools.kinds.flow.graph import Edge, Graph, faults, told


def graph(*edges, outcomes=("end",), start="a"):
    made = tuple(Edge(*edge) for edge in edges)
    questions = tuple(dict.fromkeys(edge.source for edge in made))
    return Graph(start, questions, dict.fromkeys(outcomes, "calm"), made, {})


JOINED = graph(
    ("a", "b", "yes"), ("a", "c", "no"), ("b", "c", "yes"), ("b", "end", "no"), ("c", "end", "no")
)


def test_every_path_is_found_once():
    assert [told(path) for path in JOINED.paths()] == [
        "a (yes) → b (yes) → c (no) → end",
        "a (yes) → b (no) → end",
        "a (no) → c (no) → end",
    ]


def test_questions_come_after_all_that_lead_to_them():
    assert JOINED.order == ("a", "b", "c")


def test_a_sound_graph_has_no_faults():
    assert list(faults(JOINED)) == []


def test_a_loop_is_told_with_its_path():
    looping = graph(("a", "b", "no"), ("b", "a", "no"), ("b", "end", "yes"))
    assert [(fault.node, fault.message, fault.rule) for fault in faults(looping)] == [
        ("b", "must not lead back to 'a', found a (no) → b (no) → a", "loop")
    ]


def test_what_cannot_be_reached_is_told():
    island = graph(("a", "end", "no"), ("b", "end", "no"), outcomes=("end", "other"))
    assert [(fault.node, fault.rule) for fault in faults(island)] == [
        ("b", "unreachable-node"),
        ("other", "unreachable-node"),
    ]


def test_an_answer_that_leads_nowhere_is_told():
    assert [fault.rule for fault in faults(graph(("a", "end", "no"), ("a", "lost", "yes")))] == [
        "unknown-node"
    ]


def test_a_question_without_answers_is_a_dead_end():
    stuck = Graph(
        "a", ("a", "b"), {"end": "calm"}, (Edge("a", "b", "no"), Edge("a", "end", "yes")), {}
    )
    assert [(fault.node, fault.rule) for fault in faults(stuck)] == [("b", "dead-end")]
