"""The site without a network, in a browser: kept on a device, and unpacked from its archive."""

import re
import shutil
from pathlib import PurePosixPath
from zipfile import ZipFile

import pytest
from conftest import serve

from build_tools.made import Offline
from build_tools.site.offline import keep
from build_tools.site.read import WORKER

pytestmark = pytest.mark.browser

PRESS = """async base => {
  const button = document.querySelector('[data-keep]');
  button.closest('.keep').hidden = false;
  await (await import(new URL(base + 'javascripts/offline.js', location))).keep(base, button);
}"""
UPDATED = """async old => {
  (await navigator.serviceWorker.getRegistration()).update();
  for (let turn = 0; turn < 200; turn += 1) {
    const names = await caches.keys();
    if (names.length === 1 && names[0] !== old) return true;
    await new Promise(done => setTimeout(done, 50));
  }
  return false;
}"""
PLACES = ["", "red-flags/", "self-check/emergency/"]
ZIP = "heel-lift-shaking.zip"


@pytest.fixture
def context(browser):
    context = browser.new_context(viewport={"width": 360, "height": 800})
    context.set_default_timeout(20_000)
    yield context
    context.close()


@pytest.fixture
def site(real_site, tmp_path):
    """A copy of the real site that a test may change."""
    return shutil.copytree(real_site, tmp_path / "site")


def kept_at(context, site):
    """A page that has kept the site, and the port of its server, which is stopped by then."""
    page = context.new_page()
    with serve(site, "/guide") as address:
        page.goto(address + "about/")
        page.evaluate(PRESS, "../")
        assert "keeps the site now" in page.locator(".keep [role=status]").inner_text()
        assert page.locator("[data-keep]").inner_text() == "Take the site away again"
    return page, address


def port_of(address):
    return int(re.search(r":(\d+)/", address)[1])


def test_what_is_kept_opens_without_a_network_and_says_so(context, site):
    page, address = kept_at(context, site)
    failed = []
    page.on("requestfailed", lambda request: failed.append((request.failure, request.url)))
    for place in PLACES:
        page.goto(address + place)
        assert page.locator("h1").is_visible()
        line = page.locator("article > p.kept").inner_text()
        assert re.search(r"kept copy .* \d+ \w+ \d{4}", line)
        assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--paper')")
    page.goto(address + "red-flags")
    assert page.url == address + "red-flags/"
    assert page.goto(address + "nowhere/").status == 404
    left_behind = "net::ERR_ABORTED"  # by going on to the next page
    assert [what for what in failed if what[0] != left_behind] == []
    assert page.goto(address + "checklist/").ok


def test_with_a_network_the_newest_page_is_shown_at_once(context, site):
    page, address = kept_at(context, site)
    place = site / "red-flags/index.html"
    place.write_text(place.read_text("utf-8").replace("<h1", "<h1 id=newer", 1), "utf-8")
    page.goto(address + "red-flags/")
    assert not page.locator("h1#newer").count()
    with serve(site, "/guide", port_of(address)):
        page.goto(address + "red-flags/")
        assert page.locator("h1#newer").count() == 1
        assert not page.locator("p.kept").count()


def test_a_new_build_takes_over_and_the_old_one_is_thrown_away(context, site):
    page, address = kept_at(context, site)
    place = site / "red-flags/index.html"
    place.write_text(place.read_text("utf-8").replace("<h1", "<h1 id=newer", 1), "utf-8")
    old = page.evaluate("caches.keys()")
    assert_one_copy(old)
    keep(site, Offline(PurePosixPath(ZIP), "Another copy."))
    with serve(site, "/guide", port_of(address)):
        page.goto(address)
        assert page.evaluate(UPDATED, old[0])
    page.goto(address + "red-flags/")
    assert page.locator("h1#newer").count() == 1
    assert page.locator("p.kept").count() == 1
    assert_one_copy(page.evaluate("caches.keys()"))


def assert_one_copy(names):
    assert [name.split()[:2] for name in names] == [["kept", "/guide/"]]


def test_a_build_that_cannot_be_kept_whole_leaves_the_old_one_and_says_so(context, site):
    page = context.new_page()
    (site / "causes/index.html").write_text("<p>other bytes than the worker's list says</p>")
    with serve(site, "/guide") as address:
        page.goto(address + "about/")
        page.evaluate(PRESS, "../")
        assert "could not be kept" in page.locator(".keep [role=status]").inner_text()
        assert page.evaluate("navigator.serviceWorker.getRegistration().then(found => !found)")


def test_who_presses_again_takes_it_away(context, site):
    page = context.new_page()
    with serve(site, "/guide") as address:
        page.goto(address + "about/")
        page.locator("[data-keep]").click()
        page.locator(".keep [role=status]").filter(has_text="keeps the site now").wait_for()
        page.locator("[data-keep]").click()
        page.locator(".keep [role=status]").filter(has_text="no longer keeps").wait_for()
        assert page.locator("[data-keep]").inner_text() == "Keep this site on this device"
        assert page.evaluate("caches.keys()") == []
        page.reload()
        assert page.evaluate("navigator.serviceWorker.getRegistration().then(found => !found)")


def test_nothing_is_kept_or_asked_for_before_the_button_is_pressed(context, site):
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    with serve(site, "/guide") as address:
        page.goto(address + "about/")
        assert page.locator("[data-keep]").is_visible()
        assert page.evaluate("caches.keys()") == []
    assert [url for url in asked if url.endswith((WORKER.name, "offline.js", ".zip"))] == []


def test_without_scripts_the_way_to_the_archive_is_there(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    with serve(site, "/guide") as address:
        page.goto(address + "about/")
        assert not page.locator(".keep").is_visible()
        with page.expect_download() as download:
            page.get_by_role("link", name="all pages as one file").click()
        assert download.value.suggested_filename == ZIP
    context.close()


@pytest.fixture
def unpacked(real_site, tmp_path):
    with ZipFile(real_site / ZIP) as archive:
        archive.extractall(tmp_path)
    return tmp_path / "heel-lift-shaking"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_the_archive_opens_from_a_folder_with_its_styles(browser, unpacked, scripts):
    context = browser.new_context(java_script_enabled=scripts)
    page, failed = context.new_page(), []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto((unpacked / "index.html").as_uri())
    size = "getComputedStyle(document.body).getPropertyValue('--paper')"
    assert page.evaluate(size)
    page.get_by_role("link", name="Danger signs").first.evaluate("link => link.click()")
    page.wait_for_url("**/red-flags/index.html")
    assert page.locator("h1").is_visible()
    assert page.evaluate(size)
    assert failed == []
    context.close()


def test_no_link_of_the_archive_leads_to_a_folder_or_nowhere(context, unpacked):
    page, wrong = context.new_page(), []
    for path in sorted(unpacked.rglob("*.html")):
        if path.parent.parent in {unpacked, unpacked.parent} or path.parent.name == "emergency":
            page.goto(path.as_uri(), wait_until="commit")
            hrefs = page.evaluate("[...document.links].map(link => link.href)")
            wrong += [
                (path.name, href)
                for href in hrefs
                if href.startswith("file:")
                and not (
                    unpacked.parent / href.split("#")[0].rsplit(unpacked.parent.name, 1)[1][1:]
                ).is_file()
            ]
    assert wrong == []
