"""What pages weigh and how soon they are there, beside the same text in the theme as it comes.

`make bench` prints it. Both sites are served compressed on 127.0.0.1 and opened in a browser that
is slowed as Lighthouse slows a phone: 150 ms there and back, 1.6 Mbit/s, a processor four times
slower (https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md).
"""

from __future__ import annotations

import gzip
import http.server
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from conftest import chromium
from rich.console import Console
from rich.table import Table

from build_tools.project import Project

ROOT = Path(__file__).resolve().parent.parent
BUILD = ("build_tools", "build")
PAGES: Mapping[str, str] = {
    "home": "",
    "a cause": "causes/muscle-fatigue/",
    "an exercise": "exercises/slow-heel-raise/",
    "self-check": "self-check/",
    "checklist": "checklist/",
    "danger signs": "red-flags/",
}
COLUMNS = (
    *("page", "site", "requests", "KB", "KB to first paint", "unused CSS", "nodes", "script KB"),
    *("FCP ms", "LCP ms", "CLS", "2nd page KB"),
)
PHONE = {"viewport": {"width": 360, "height": 800}, "device_scale_factor": 2, "is_mobile": True}
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 204800, "uploadThroughput": 93750}
SLOWER = 4
COMPRESSED = (".html", ".css", ".js", ".svg", ".json", ".xml", ".webmanifest", "/")
WATCH = """() => new Promise(done => {
  const seen = {lcp: 0, cls: 0};
  const watch = (type, take) => new PerformanceObserver(list => list.getEntries().forEach(take))
    .observe({type, buffered: true});
  watch('largest-contentful-paint', entry => { seen.lcp = entry.startTime; });
  watch('layout-shift', entry => { seen.cls += entry.hadRecentInput ? 0 : entry.value; });
  setTimeout(() => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    done({...seen, fcp: paint ? paint.startTime : 0,
          nodes: document.querySelectorAll('*').length,
          blocking: [...document.querySelectorAll(
              'head link[rel=stylesheet]:not([media=print]), head script[src]:not([defer])')]
            .map(found => found.href || found.src)});
  }, 600);
})"""


class Compressed(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as most hosts do: texts compressed."""

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer with the file, compressed if it is a text."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.name.endswith(COMPRESSED):
            body = gzip.compress(body, 9, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


ASKED = (
    *("s", "trmor", "chest pain"),
    *("my leg shakes when i lift my heel", "fatgiue mucsles excersise"),
)
SLOWEST = """async words => {
  const { find, indexed } = await import('./javascripts/search.js');
  const data = await (await fetch('./data/search.json')).json();
  const more = data.hits.slice(0, 1000 - data.hits.length).map((hit, i) => {
    const copy = [...hit];
    copy[5] ??= []; copy[6] = (copy[6] ?? "") + ` other${i} word${i * 7}`;
    return copy;
  });
  const index = indexed({ ...data, hits: [...data.hits, ...more] });
  return Math.max(...words.map((text) => {
    const start = performance.now();
    find(text, index);
    return performance.now() - start;
  }));
}"""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder on this machine, as long as the block lasts."""

    def answer(*args: Any) -> Compressed:
        return Compressed(*args, directory=str(folder))

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()


def opened(browser: Any, base: str, page: str) -> dict[str, float]:
    """What one visit costs, and what the next page costs then."""
    context = browser.new_context(**PHONE)
    tab = context.new_page()
    session = context.new_cdp_session(tab)
    got: dict[str, int] = {}
    urls: dict[str, str] = {}
    session.on(
        "Network.responseReceived",
        lambda event: urls.update({event["requestId"]: event["response"]["url"]}),
    )
    session.on(
        "Network.loadingFinished",
        lambda event: got.update(
            {urls.get(event["requestId"], ""): int(event["encodedDataLength"])}
        ),
    )
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    session.send("DOM.enable")
    session.send("CSS.enable")
    session.send("CSS.startRuleUsageTracking")
    tab.goto(base + page, wait_until="load")
    seen = tab.evaluate(WATCH)
    rules = session.send("CSS.stopRuleUsageTracking")["ruleUsage"]
    used = sum(rule["endOffset"] - rule["startOffset"] for rule in rules if rule["used"])
    styles = sum(
        len(tab.request.get(url).text())
        for url in got
        if url.endswith(".css") and "print" not in url
    )
    first = {url: size for url, size in got.items() if url.startswith(base)}
    got.clear()
    tab.goto(base + PAGES["a cause" if page != PAGES["a cause"] else "self-check"])
    tab.wait_for_timeout(300)
    second = sum(size for url, size in got.items() if url.startswith(base))
    context.close()
    scripts = sum(size for url, size in first.items() if url.endswith(".js"))
    blocking = sum(first.get(url, 0) for url in {base + page, *seen["blocking"]})
    return {
        "requests": len(first),
        "kb": sum(first.values()) / 1024,
        "to_paint": blocking / 1024,
        "unused": 1 - min(1, used / styles) if styles else 0,
        "nodes": seen["nodes"],
        "scripts": scripts / 1024,
        "fcp": seen["fcp"],
        "lcp": seen["lcp"],
        "cls": seen["cls"],
        "second": second / 1024,
    }


def slowest_answer(browser: Any, base: str) -> float:
    """How many milliseconds the slowest of some answers takes, at 1,000 hits."""
    tab = browser.new_page()
    tab.goto(base)
    found: float = tab.evaluate(SLOWEST, ASKED)
    tab.close()
    return found


def run(arguments: list[str], folder: Path) -> None:
    """Run a Python module in a folder; what it says is shown only if it fails."""
    settings = {"SITE_URL": "https://example.org/guide/", "NO_MKDOCS_2_WARNING": "true"}
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, **settings},
    )
    if done.returncode:
        sys.exit(f"{' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")


def plain_site(folder: Path) -> Path:
    """The same Markdown in the theme as it comes."""
    shutil.copytree(Project.at(ROOT).docs, folder / "docs")
    settings = {
        "site_name": "Plain",
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": {"name": "material", "font": False},
        "markdown_extensions": ["attr_list", "md_in_html", "tables", "toc"],
        "plugins": ["search"],
    }
    (folder / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    run(["mkdocs", "build", "--quiet", "--config-file", "mkdocs.yml"], folder)
    return folder / "site"


def weights(site: Path) -> Iterator[tuple[int, str]]:
    """What each page weighs with the stylesheets that block it, compressed, in bytes."""
    styles = {
        style.name: len(gzip.compress(style.read_bytes(), 9))
        for style in site.glob("stylesheets/all-*.css")
    }
    for page in site.rglob("*.html"):
        html = page.read_bytes()
        blocking = sum(size for name, size in styles.items() if name.encode() in html)
        yield len(gzip.compress(html, 9)) + blocking, page.parent.relative_to(site).as_posix()


def main() -> None:
    """Build both sites, open each page in both, search in ours, and print the table."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  slow to import

    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        ours = Path(name, "ours")
        run([*BUILD, "--site", str(ours)], ROOT)
        plain = plain_site(Path(name))
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        shown = Table(*COLUMNS)
        for title, page in PAGES.items():
            for site, folder in {"ours": ours, "theme as it comes": plain}.items():
                with served(folder) as base:
                    cost = opened(browser, base, page)
                shown.add_row(title, site, *cells(cost))
        with served(ours) as base:
            answer = slowest_answer(browser, base)
        browser.close()
        Console(width=150).print(shown)
        print(f"slowest of {len(ASKED)} answers of the search at 1,000 hits: {answer:.0f} ms")  # noqa: T201
        heavy = sorted(weights(ours))
        middle = median(size for size, _ in heavy) / 1024
        worst = ", ".join(f"{where} {size / 1024:.1f}" for size, where in heavy[:-6:-1])
        print(f"page and styles, KB: median {middle:.1f} of {len(heavy)}; heaviest {worst}")  # noqa: T201


def cells(cost: Mapping[str, float]) -> Iterator[str]:
    """The figures of a row, in the order of the columns."""
    yield f"{cost['requests']:.0f}"
    yield f"{cost['kb']:.1f}"
    yield f"{cost['to_paint']:.1f}"
    yield f"{cost['unused']:.0%}"
    yield f"{cost['nodes']:.0f}"
    yield f"{cost['scripts']:.1f}"
    yield f"{cost['fcp']:.0f}"
    yield f"{cost['lcp']:.0f}"
    yield f"{cost['cls']:.3f}"
    yield f"{cost['second']:.1f}"


if __name__ == "__main__":
    main()
