"""The command line: python -m build_tools check | draw | generate | build | verify | …"""

from __future__ import annotations

import io
import sys
import traceback
from pathlib import Path

import click

from build_tools import checking, manual, pipeline, review
from build_tools.approval import hold
from build_tools.draw import draw as drawings
from build_tools.problems import ContentError, printable
from build_tools.project import Project
from build_tools.reference import reference
from build_tools.site.engine import ENGINES, EngineName

ROOT = Path(__file__).resolve().parent.parent
folder = click.Path(path_type=Path, file_okay=False)
content_option = click.option(
    "--content",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=ROOT / "content",
    show_default="content",
)
site_option = click.option("--site", type=folder, default=ROOT / "site", show_default="site")
engine_option = click.option(
    "--engine", type=click.Choice(ENGINES), default="mkdocs", show_default=True
)


@click.group()
def cli() -> None:
    """From YAML to a verified site."""


@cli.command()
@content_option
def check(content: Path) -> None:
    """Read the content and say what is wrong with it; writes nothing."""
    catalog, tallies = checking.checked(Project.at(ROOT, content))
    words = [f"{len(catalog.entries)} entries", pipeline.in_words(tallies), "no problems"]
    click.echo(", ".join(filter(None, words)))
    for line in pipeline.overdue(catalog):
        click.echo(line)


@cli.command("review")
@content_option
@click.option("--since", default="", help="Only what is not so at this revision of git.")
@click.option("--sample", type=click.IntRange(1), help="So many, drawn at random.")
@click.option("--seed", type=int, default=0, show_default=True, help="Draws others.")
def review_sheet(content: Path, since: str, sample: int | None, seed: int) -> None:
    """Print each cited statement beside the findings it rests on, for a reviewer."""
    project = Project.at(ROOT, content)
    catalog = checking.read_content(project).catalog
    found, uncited = list(review.cited(catalog)), list(review.bare(catalog))
    if since:
        found = list(review.since(found, project, since))
        uncited = list(review.since(uncited, project, since))
    if sample:
        found, uncited = review.sample(found, sample, seed), []
    click.echo(review.sheet(found, uncited), nl=False)


@cli.command("approve")
@content_option
@click.option("--reason", default="", help="Why something may be milder than it was.")
def approve_content(content: Path, reason: str) -> None:
    """Make the content the approved copy of what readers see; say what changed."""
    project = Project.at(ROOT, content)
    catalog = checking.read_content(project).catalog
    for change in hold.approve(catalog, project.lock, reason, catalog.today):
        click.echo(str(change))


@cli.command()
@content_option
@click.argument("names", nargs=-1)
def draw(content: Path, names: tuple[str, ...]) -> None:
    """Write drawings (all, or those NAMES) to build/drawings.html, to look at without a build."""
    project = Project.at(ROOT, content)
    click.echo(drawings(project, names))


@cli.command()
@content_option
def generate(content: Path) -> None:
    """Turn the content into Markdown in build/docs/."""
    written, unchanged, removed = pipeline.generate(Project.at(ROOT, content)).changes
    click.echo(f"{written} files written, {unchanged} unchanged, {removed} removed")


@cli.command()
@content_option
@site_option
@engine_option
def build(content: Path, site: Path, engine: EngineName) -> None:
    """Build the site, verify it, and publish it to site/."""
    from rich.console import Console  # noqa: PLC0415  only a build has a spinner

    console = Console(stderr=True)

    def report(stage: str, done: str, seconds: float) -> None:
        click.echo(f"{stage:<9} {done:<78} {seconds:5.1f} s")

    with console.status("building"):
        pipeline.build(Project.at(ROOT, content, site), engine, report)


@cli.command()
@content_option
@site_option
def verify(content: Path, site: Path) -> None:
    """Check the published site against the content."""
    project = Project.at(ROOT, content, site)
    catalog = checking.checked(project).catalog
    click.echo(f"{pipeline.verified(project, catalog, published=True)}, no problems")


@cli.command()
def rules() -> None:
    """Print every rule: its name, and what must hold."""
    click.echo(manual.manual())


@cli.command("reference")
def write_reference() -> None:
    """Write content/README.md: how to begin a guide, and every field of every kind."""
    (ROOT / "content/README.md").write_text(reference(), encoding="utf-8")


def main() -> None:
    """Run a command; whatever is wrong is told in lines, with exit code 1, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        cli(standalone_mode=True)
    except ContentError as error:
        told = str(error)
    except OSError as error:
        told = printable(f"{error.filename or 'a file'}: {error.strerror or error} [file-system]")
    except Exception as error:  # noqa: BLE001  the last line of defence
        told = printable(_fault(error))
    else:
        return
    click.echo(told, err=True)
    sys.exit(1)


def _fault(error: Exception) -> str:
    """A fault of the tools themselves, as a line: what, where in them, and what to do."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if str(ROOT / "build_tools") in frame.filename]
    place = f"{Path(ours[-1].filename).name}:{ours[-1].lineno} ({ours[-1].name})" if ours else "?"
    notes = "".join(f", {note}" for note in getattr(error, "__notes__", ()))
    what = f"{type(error).__name__}: {error}{notes}"
    return (
        f"the tools failed at {place}, {what}; nothing was published. Please report this line, "
        "and what you had changed [fault]"
    )


if __name__ == "__main__":
    main()
