"""A drawing by itself, without a build: in both schemes, and in spite of faults elsewhere."""

import pytest
from bs4 import BeautifulSoup
from test_pipeline import toy_project

from build_tools.draw import draw
from build_tools.problems import ContentError


@pytest.fixture
def project(tmp_path):
    return toy_project(tmp_path)


def test_a_drawing_stands_on_its_page_in_both_schemes(project):
    page = BeautifulSoup(draw(project, ["wheel"]).read_text("utf-8"), "html.parser")
    schemes = [main["data-theme"] for main in page.find_all("main")]
    assert (schemes, len(page.find_all("figure"))) == (["light", "dark"], 2)


def test_a_fault_elsewhere_is_no_hindrance(project):
    for file in (project.content / "causes").glob("*.yml"):
        file.write_text("title: [", encoding="utf-8")
    assert draw(project, []).is_file()


def test_a_fault_in_a_drawing_is_told(project):
    file = project.content / "drawings/wheel.yml"
    file.write_text(file.read_text("utf-8").replace("outline", "outlined"), encoding="utf-8")
    with pytest.raises(ContentError, match="did you mean 'outline'"):
        draw(project, ["wheel"])


def test_a_name_that_no_drawing_has_is_told(project):
    with pytest.raises(ContentError, match="no drawing 'wheal'; did you mean 'wheel'"):
        draw(project, ["wheal"])
