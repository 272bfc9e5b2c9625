"""The finished self-check: walked by its links, and broken on purpose."""

import json
import shutil

import pytest
from conftest import ROOT
from pydantic import TypeAdapter

from build_tools import pipeline
from build_tools.kinds.flow.data import FlowData
from build_tools.kinds.flow.entry import Flow
from build_tools.kinds.flow.walk import walk
from build_tools.project import Project
from build_tools.rules.run import judge_site
from build_tools.site.read import read_site

FLOW = "self-check"


@pytest.fixture(scope="module")
def catalog():
    return pipeline.read_content(Project.at(ROOT)).catalog


@pytest.fixture
def broken(real_site, tmp_path):
    return shutil.copytree(real_site, tmp_path / "broken")


def rules(site, catalog):
    return {problem.rule for problem in judge_site(read_site(site, site), catalog).problems}


def change(site, name, old, new):
    path = site / FLOW / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_every_path_of_the_data_is_walked_on_the_pages(real_site, catalog):
    flow = catalog.get(Flow, FLOW)
    walked, problems = walk(read_site(real_site, real_site), FLOW, catalog)
    assert problems == ()
    assert set(walked.paths()) == set(flow.graph.paths())
    assert walked.outcomes == flow.graph.outcomes


def test_the_published_data_keep_their_schema(real_site, catalog):
    text = (real_site / f"data/{FLOW}.json").read_text("utf-8")
    held = TypeAdapter(FlowData).validate_json(text)
    assert {(edge.source, edge.target, edge.answer, edge.sign) for edge in held.edges} == {
        tuple(edge) for edge in catalog.get(Flow, FLOW).graph.edges
    }
    schema = json.loads((real_site / "schema/flow.json").read_text("utf-8"))
    assert set(schema["required"]) == set(json.loads(text))


def test_the_drawing_stands_alone(real_site):
    drawing = (real_site / f"{FLOW}/{FLOW}.svg").read_text("utf-8")
    assert drawing.startswith("<svg")
    assert "var(--" not in drawing
    assert "<style" not in drawing


@pytest.mark.parametrize(
    ("name", "old", "new", "rule"),
    [
        # a danger sign that leads to a milder end
        ("brain-and-spine/index.html", 'data-sign="stroke-signs" href="../../self-check/emergency/#stroke-signs"', 'data-sign="stroke-signs" href="../../self-check/doctor/#stroke-signs"', "milder-outcome"),
        # "not sure" that leads on, as if it were a no
        ("brain-and-spine/index.html", 'data-answer="unsure" href="../../self-check/emergency/#not-sure"', 'data-answer="unsure" href="../../self-check/whole-body/"', "incautious-unsure"),
        # a sign that is no longer asked
        ("leg-and-back/index.html", 'data-answer="yes" data-sign="calf-clot"', 'data-was="calf-clot"', "unasked-sign"),
        # a way past three questions
        ("brain-and-spine/index.html", 'data-answer="no" href="../../self-check/whole-body/"', 'data-answer="no" href="../../self-check/the-shake/"', "unearned-reassurance"),
        # a way round
        ("small-things/index.html", 'data-answer="no" href="../../self-check/fits/"', 'data-answer="no" href="../../self-check/brain-and-spine/"', "flow-differs"),
        # reassurance without the statements
        ("five-statements/index.html", 'data-statement="settles"', 'data-was="settles"', "unearned-reassurance"),
        # an outcome with another level's word on it
        ("doctor/index.html", "See a doctor</p>", "Self-care</p>", "milder-outcome"),
        # an outcome without any level
        ("doctor/index.html", '<p class="level big', '<p class="big', "no-level"),
        # a sign whose question was reworded on its way to the page
        ("leg-and-back/index.html", "Is one leg newly swollen, or newly hot or discoloured, or painful without a reason&#63;", "Is one leg swollen?", "missing-words"),
        # a sign that leads to another sign's place
        ("leg-and-back/index.html", "today/#calf-clot", "today/#body-salts", "wrong-place"),
        # an answer that leaves the flow
        ("leg-and-back/index.html", 'data-answer="unsure" href="../../self-check/today/#not-sure"', 'data-answer="unsure" href="../../about/"', "broken-answer"),
        # a list that lacks an answer
        ("map/index.html", '<a data-answer="unsure" data-target="today"', '<a data-target="today"', "flow-differs"),
        # a drawing that lacks an arrow
        ("map/index.html", '<g data-from="whole-body" data-to="leg-and-back"', '<g data-to="leg-and-back"', "flow-differs"),
        # no way in
        ("index.html", "data-start", "data-was-start", "no-start"),
    ],
)  # fmt: skip
def test_a_page_that_misleads_is_found(broken, catalog, name, old, new, rule):
    html = (broken / FLOW / name).read_text("utf-8")
    if old not in html:
        old = old.replace("&#63;", "?")
    change(broken, name, old, new)
    assert rule in rules(broken, catalog)


def test_data_that_differ_are_found(broken, catalog):
    path = broken / f"data/{FLOW}.json"
    data = json.loads(path.read_text("utf-8"))
    data["edges"].pop()
    path.write_text(json.dumps(data))
    assert "flow-differs" in rules(broken, catalog)
