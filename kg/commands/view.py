"""`kg view`: a page of a part of a build, or of one article."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.commands.common import EPILOG

if TYPE_CHECKING:
    from kg.outputs.view_part import Part


@click.command(short_help="Make a page of a part, or of one article.", epilog=EPILOG)
@click.option("-d", "--data", "place", default="output", show_default=True, metavar="DIR",
              type=click.Path(path_type=Path, file_okay=False), help="A build's folder.")  # fmt: skip
@click.option("-o", "--output", "target", default="view.html", show_default=True, metavar="FILE", help="- for standard output.",
              type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))  # fmt: skip
@click.option("--open", "show", is_flag=True, help="Open the page in the browser.")
@click.option("--province", metavar="NAME", help="Contacts of a province: its name, a short form, or its code.")
@click.option("--theme", metavar="NAME", help="Contacts on a theme: its key or name; narrower themes are included.")
@click.option("--since", metavar="DATE", type=click.DateTime(["%Y-%m-%d", "%Y-%m", "%Y"]), help="From this day on.")
@click.option("--min-meetings", default=0, metavar="N", type=click.IntRange(min=0), help="Pairs that met so often.")
@click.option("--people", is_flag=True, help="Show officials beside their bodies from the start.")
@click.option("--article", metavar="ID", help="The text of one article with all that was read in it marked.")
def view(place: Path, target: Path, show: bool, article: str | None, **wanted: object) -> None:
    """Make a network page of a part of what was built, or a page of one article with all that was read marked.

    Texts are read again from DIR/articles.jsonl, by the rules of this version.

    \b
    Examples:
      kg view --province "Jawa Tengah" --since 2024-06 -o jateng.html --open
      kg view --theme netralitas --min-meetings 2 --people
      kg view --article 000_d285a43d48e08c3c --open
    """
    if article and any(wanted.values()):
        raise click.UsageError("--article stands alone: it shows one text, not a part of the network")
    page = _article(place, article) if article else _network(place, _part(wanted))
    _put(page, target)
    if show and str(target) != "-":
        click.launch(target.resolve().as_uri())


def _part(wanted: dict[str, object]) -> Part:
    from kg.outputs import view_part

    since = wanted["since"]
    return view_part.Part(
        province=_key(wanted["province"], view_part.province),
        theme=_key(wanted["theme"], view_part.theme),
        since=since.date() if isinstance(since, datetime) else None,
        min_meetings=int(str(wanted["min_meetings"])),
        people=bool(wanted["people"]),
    )


def _key(name: object, find: Callable[[str], str]) -> str:
    try:
        return find(str(name)) if name else ""
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def _network(place: Path, part: Part) -> bytes:
    from kg.outputs.network import page
    from kg.outputs.stored import stored
    from kg.pipeline import read
    from kg.progress import Progress

    readings = []
    with Progress() as shown:
        for article in stored(place):
            readings.append(read(article))
            shown("reading", len(readings))
    return page(readings, part)


def _article(place: Path, name: str) -> bytes:
    from kg import explain
    from kg.outputs.stored import picked, stored

    return explain.as_html(explain.explain(picked(stored(place), name)))


def _put(page: bytes, target: Path) -> None:
    if str(target) == "-":
        sys.stdout.buffer.write(page)
        return
    from kg.outputs.files import put

    put(target.parent, {target.name: [page]})
    click.echo(f"{target} ({len(page) // 1000} kB)", err=True)
