"""The review sheet: what is on it, what is drawn, what is new."""

import shutil
import subprocess
from dataclasses import replace

import pytest
from conftest import ROOT, TOY, run, toy

from build_tools import pipeline, review
from build_tools.problems import ContentError
from build_tools.project import Project

GIT = shutil.which("git") or "git"
AUTHOR = ["-c", "user.name=A", "-c", "user.email=a@example.org"]


def test_a_cited_sentence_stands_beside_its_finding():
    (found,) = (
        one for one in review.cited(toy()) if one.words == "The bearing (headset) has play."
    )
    assert str(found.where).endswith("causes/loose-headset.yml:11")
    assert [rest.finding.id for rest in found.rests] == ["steers"]


def test_what_stands_beside_a_list_of_sources_rests_on_all_of_them():
    found = {one.where.field: one for one in review.cited(toy()) if one.entry.slug == "shimmy-band"}
    assert [rest.finding.id for rest in found["rate.measured"].rests] == ["shimmy", "hands-off"]


def test_a_sentence_of_fact_without_a_citation_is_listed_apart():
    assert "Loosen the stem." in {one.words for one in review.bare(toy())}


def test_the_same_seed_draws_the_same():
    every = list(review.cited(toy()))
    first, again = review.sample(every, 9, 1), review.sample(every, 9, 1)
    assert first == again != review.sample(every, 9, 2)
    assert len(review.sample(every, 999, 1)) == len(every)


def test_the_sheet_holds_all_a_reviewer_needs():
    done = run("review", "--content", TOY, "--sample", "3", "--seed", "4")
    assert done.returncode == 0
    assert done.stdout.count("Verdict:") == 3
    for words in ("about: ", "where: ", "https://"):
        assert done.stdout.count(words) >= 3


@pytest.fixture
def history(tmp_path):
    """The toy guide as a project with a history of one commit."""
    shutil.copytree(TOY, tmp_path / "content")
    for command in (
        ["init", "--quiet"],
        ["add", "."],
        [*AUTHOR, "commit", "--quiet", "-m", "a"],
    ):
        subprocess.run([GIT, *command], cwd=tmp_path, check=True)
    return replace(Project.at(ROOT, TOY), root=tmp_path, content=tmp_path / "content")


def new_in(project):
    catalog = pipeline.read_content(project).catalog
    return [one.words for one in review.since(review.cited(catalog), project, "HEAD")]


def test_nothing_is_new_since_nothing_changed(history):
    assert new_in(history) == []


def test_a_line_of_two_sentences_is_as_old_as_it_is(history):
    file = history.content / "red-flags" / "cracked-fork.yml"
    lines = "  - A creak. A click when you brake. [@workshop2020]"
    file.write_text(
        file.read_text().replace("  - A creak & a click when you brake. [@workshop2020]", lines)
    )
    assert new_in(history) == ["A creak. A click when you brake."]
    for command in (["add", "."], [*AUTHOR, "commit", "--quiet", "-m", "b"]):
        subprocess.run([GIT, *command], cwd=history.root, check=True)
    assert new_in(history) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("causes/soft-tyre.yml", "It squirms.", "It creeps.", "It creeps."),
        ("sources/papers.yml", "A bearing with play lets", "Play lets", "It was measured."),
    ],
)
def test_other_words_and_other_findings_are_new(history, name, old, new, words):
    file = history.content / name
    file.write_text(file.read_text().replace(old, new))
    assert words in new_in(history)
    assert len(new_in(history)) < 9


def test_a_revision_that_is_none_is_told(history):
    with pytest.raises(ContentError, match="must be a revision that git knows, found 'nonesuch'"):
        list(review.since([], history, "nonesuch"))
