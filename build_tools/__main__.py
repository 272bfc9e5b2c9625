"""The command line: python -m build_tools check | generate | build | verify."""

from __future__ import annotations

import sys
from pathlib import Path
from threading import Event, Thread
from typing import Self

import click
from tqdm import tqdm

from build_tools import pipeline
from build_tools.engine import ENGINES, EngineName
from build_tools.problems import ContentError
from build_tools.project import Project

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
    catalog = pipeline.read_content(Project.at(ROOT, content))
    click.echo(
        ", ".join(
            filter(
                None, [f"{len(catalog.entries)} entries", pipeline.tallies(catalog), "no problems"]
            )
        )
    )


@cli.command()
@content_option
def generate(content: Path) -> None:
    """Turn the content into Markdown in build/docs/."""
    _, changes = pipeline.generate(Project.at(ROOT, content))
    click.echo(
        f"{changes.written} files written, {changes.unchanged} unchanged, {changes.removed} removed"
    )


@cli.command()
@content_option
@site_option
@engine_option
def build(content: Path, site: Path, engine: EngineName) -> None:
    """Build the site, verify it, and publish it to site/."""
    with _Progress() as progress:
        pipeline.build(Project.at(ROOT, content, site), engine, progress.report)


@cli.command()
@content_option
@site_option
def verify(content: Path, site: Path) -> None:
    """Check the published site against the content."""
    project = Project.at(ROOT, content, site)
    catalog = pipeline.read_content(project)
    click.echo(f"{pipeline.proven(project, catalog, published=True)}, no problems")


class _Progress:
    """A line a finished stage; on a terminal, a moving bar while one takes over two seconds."""

    def __enter__(self) -> Self:
        self._stop = Event()
        self._bar = tqdm(
            bar_format="{desc}{elapsed}",
            delay=2,
            leave=False,
            file=sys.stderr,
            disable=not sys.stderr.isatty(),
        )
        self._ticker = Thread(target=self._tick, daemon=True)
        self._ticker.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._ticker.join()
        self._bar.close()

    def report(self, stage: str, done: str, seconds: float) -> None:
        """Say what a stage did and how long it took."""
        with self._bar.external_write_mode(file=sys.stdout):
            click.echo(f"{stage:<9} {done:<78} {seconds:5.1f} s")
        self._bar.reset()

    def _tick(self) -> None:
        while not self._stop.wait(0.2):
            self._bar.set_description_str("working ", refresh=False)
            self._bar.update()


def main() -> None:
    """Run a command; problems in the content are lines and exit code 1, never a traceback."""
    try:
        cli(standalone_mode=True)
    except ContentError as error:
        click.echo(str(error), err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
