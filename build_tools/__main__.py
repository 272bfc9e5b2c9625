"""The command line: python -m build_tools check | generate | build | verify | rules | reference."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from rich.console import Console

from build_tools import manual, pipeline
from build_tools.approval import hold
from build_tools.problems import ContentError
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
    catalog, tallies = pipeline.checked(Project.at(ROOT, content))
    words = [f"{len(catalog.entries)} entries", pipeline.in_words(tallies), "no problems"]
    click.echo(", ".join(filter(None, words)))


@cli.command("approve")
@content_option
@click.option("--reason", default="", help="Why something may be milder than it was.")
def approve_content(content: Path, reason: str) -> None:
    """Make the content the approved copy of what readers decide by; say what changed."""
    project = Project.at(ROOT, content)
    catalog = pipeline.read_content(project).catalog
    for change in hold.approve(catalog, project.lock, reason, catalog.today):
        click.echo(str(change))


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
    catalog = pipeline.read_content(project).catalog
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
    """Run a command; problems in the content are lines and exit code 1, never a traceback."""
    try:
        cli(standalone_mode=True)
    except ContentError as error:
        click.echo(str(error), err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
