"""The finished self-check: walked by its links, and broken on purpose."""

import json
import shutil
from dataclasses import replace

import pytest
from cases import changed, changes
from conftest import guide
from pydantic import TypeAdapter

from build_tools.kinds.flow.data import FlowData
from build_tools.kinds.flow.entry import Flow
from build_tools.kinds.flow.walk import walk
from build_tools.problems import Problem
from build_tools.rule import Scope
from build_tools.rules.run import judge_site

FLOW = "self-check"


def test_every_path_of_the_data_is_walked_on_the_pages(real_pages):
    flow = guide().get(Flow, FLOW)
    walked, problems = walk(real_pages, FLOW, guide())
    assert problems == ()
    assert set(walked.paths()) == set(flow.graph.paths())
    assert walked.outcomes == flow.graph.outcomes


def test_the_published_data_keep_their_schema(real_site):
    text = (real_site / f"data/{FLOW}.json").read_text("utf-8")
    held = TypeAdapter(FlowData).validate_json(text)
    assert {(edge.source, edge.target, edge.answer, edge.sign) for edge in held.edges} == {
        tuple(edge) for edge in guide().get(Flow, FLOW).graph.edges
    }
    schema = json.loads((real_site / "schema/flow.json").read_text("utf-8"))
    assert set(schema["required"]) == set(json.loads(text))


def test_the_drawing_stands_alone(real_site):
    drawing = (real_site / f"{FLOW}/{FLOW}.svg").read_text("utf-8")
    assert drawing.startswith("<svg")
    assert "var(--" not in drawing
    assert "<style" not in drawing


@pytest.mark.parametrize(
    ("change", "rule"),
    changes("""
        == self-check/brain-and-spine/index.html
        a danger sign that leads to a milder end
        - data-sign="stroke-signs" href="../../self-check/emergency/#stroke-signs"
        + data-sign="stroke-signs" href="../../self-check/doctor/#stroke-signs"
        -> milder-outcome

        "not sure" that leads on, as if it were a no
        - href="../../self-check/emergency/#stroke-signs-unsure"
        + href="../../self-check/doctor/#stroke-signs-unsure"
        -> milder-outcome

        a sign that nobody may be unsure of
        - <a data-answer="unsure" data-sign="stroke-signs"
        + <a data-was="unsure"
        -> no-unsure-answer

        a way past three questions
        - data-answer="no" href="../../self-check/whole-body/"
        + data-answer="no" href="../../self-check/the-shake/"
        -> unearned-reassurance

        == self-check/leg-and-back/index.html
        a sign that is no longer asked
        - data-answer="yes" data-sign="calf-clot"
        + data-was="calf-clot"
        -> unasked-sign

        a sign whose question was reworded on its way to the page
        - Is one of these true of one of your legs?
        + Is this true of one of your legs?
        -> wrong-sign

        a sign that leads to another sign's place
        - today/#calf-clot"
        + today/#body-salts"
        -> wrong-place

        an answer that leaves the flow
        - href="../../self-check/today/#calf-clot-unsure"
        + href="../../about/"
        -> broken-answer

        == self-check/small-things/index.html
        a way round
        - data-answer="no" href="../../self-check/fits/"
        + data-answer="no" href="../../self-check/brain-and-spine/"
        -> flow-differs

        == self-check/five-statements/index.html
        reassurance without the statements
        - data-statement="settles"
        + data-was="settles"
        -> unearned-reassurance

        == self-check/doctor/index.html
        an outcome with another level's word on it
        - See a doctor</p>
        + Self-care</p>
        -> milder-outcome

        an outcome without any level
        - <p class="level at-level level-see-doctor big
        + <p class="big
        -> no-level

        == self-check/map/index.html
        a list that lacks an answer
        - <a data-answer="yes unsure" data-target="today"
        + <a data-target="today"
        -> flow-differs

        a drawing that lacks an arrow
        - <g data-from="whole-body" data-to="leg-and-back"
        + <g data-to="leg-and-back"
        -> flow-differs

        == self-check/index.html
        no way in
        - data-start
        + data-was-start
        -> no-start
    """),
)
def test_a_page_that_misleads_is_found(real_pages, change, rule):
    site = changed(real_pages, change)
    rules = [rule for rule in guide().kinds["flow"].rules if rule.scope is Scope.SITE]
    found = [found for rule in rules for found in rule(site, guide())]
    assert rule in {problem.rule for problem in found if isinstance(problem, Problem)}


def test_data_that_differ_are_found(real_pages, tmp_path):
    site = replace(real_pages, folder=shutil.copytree(real_pages.folder, tmp_path / "site"))
    path = site.folder / f"data/{FLOW}.json"
    data = json.loads(path.read_text("utf-8"))
    data["edges"].pop()
    path.write_text(json.dumps(data))
    assert "flow-differs" in {problem.rule for problem in judge_site(site, guide()).problems}
