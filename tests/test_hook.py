"""`mkdocs serve` as a contributor meets it.

An edit shows before it is approved, and that it is not is told; so is a mistake; serving goes on.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from conftest import ROOT, TOY, TOY_LOCK

pytestmark = pytest.mark.build

PATIENCE = 60


@pytest.fixture
def serving(tmp_path):
    """The toy guide being served; gives its folder, its address and what was said so far."""
    for name in ("build_tools", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(TOY, tmp_path / "content")
    shutil.copy(TOY_LOCK, tmp_path)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "build/docs").mkdir(parents=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path / "serve.log"
    with log.open("w") as out:
        command = [sys.executable, "-u", "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
        server = subprocess.Popen(
            command,
            cwd=tmp_path,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        yield tmp_path, f"http://127.0.0.1:{port}/", lambda: log.read_text("utf-8")
    finally:
        server.terminate()
        server.wait(10)


def eventually(true):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if found := true():
                return found
        except OSError:
            pass
        time.sleep(0.2)
    pytest.fail(f"not true within {PATIENCE} seconds")


def is_quiet(said):
    """Whether nothing is built for three seconds: an edit does not set off builds without end."""
    before = said().count("Building documentation")
    time.sleep(3)
    return said().count("Building documentation") == before


def test_an_edit_shows_a_mistake_is_told_and_serving_goes_on(serving):
    root, address, said = serving
    page, source = f"{address}causes/soft-tyre/", root / "content/causes/soft-tyre.yml"

    def shown():
        return urllib.request.urlopen(page, timeout=PATIENCE).read().decode()  # noqa: S310  our own server

    text = source.read_text("utf-8")
    words = re.search(r"eases: (.*)", text)[1]
    assert words in eventually(shown)

    source.write_text(text.replace(words, "Edited words.", 1), encoding="utf-8")
    eventually(lambda: "Edited words." in shown())
    assert "says 'Edited words.'" in said()
    assert "[not-approved]" in said()

    source.write_text(text.replace("eases:", "eazes:", 1), encoding="utf-8")
    mistake = "eazes: is not a field here; did you mean 'eases'? [unknown-field]"
    eventually(lambda: mistake in said())
    assert "Traceback" not in said()

    source.write_text(text.replace(words, "Mended words.", 1), encoding="utf-8")
    eventually(lambda: "Mended words." in shown())
    eventually(lambda: is_quiet(said))
