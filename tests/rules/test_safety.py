"""Each rule of safety: broken on the toy site, and found."""

import pytest
from cases import changed, changes
from conftest import toy

from build_tools.rules.run import judge_site


def found(site):
    return [
        f"{problem.location.path}: {problem.message} [{problem.rule}]"
        for problem in judge_site(site, toy()).problems
    ]


def test_the_toy_site_is_safe(toy_pages):
    assert found(toy_pages) == []


@pytest.mark.parametrize(
    ("change", "said"),
    changes("""
        == before-the-ride/index.html
        - <form class="sheet"
        + <form action="https://example.org/" class="sheet"
        -> a form must have neither an action nor a way to send it [form-sends]

        - <button type="reset"
        + <button type="submit"
        -> a form must have neither an action nor a way to send it [form-sends]

        - <input type="text">
        + <input type="text" name="since">
        -> the field 'since' must have no name, so that it cannot be sent [form-sends]
    """),
)
def test_what_a_reader_fills_in_goes_nowhere(toy_pages, change, said):
    assert f"{change.page}: {said}" in found(changed(toy_pages, change))
