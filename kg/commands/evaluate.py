"""`kg eval`: how much of what annotators read is read here."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.commands.common import EPILOG

if TYPE_CHECKING:
    from kg.evaluation.floors import Change

_FOLDER = click.Path(path_type=Path, file_okay=False)
_FILE = click.Path(path_type=Path)


@click.command("eval", short_help="Score what is read against annotations.", epilog=EPILOG)
@click.argument("folders", nargs=-1, required=True, metavar="GOLD_DIR...", type=_FOLDER)
@click.option("--dataset", metavar="FILE", type=_FILE, help="An N-Quads or TriG file. Default: read the texts.")
@click.option("--errors", is_flag=True, help="List what is wrong and what is missed.")
@click.option("--only", multiple=True, metavar="ID", help="Only this document; may be repeated.")
@click.option("--floors", metavar="FILE", type=_FILE, help="Fail below the floors in this file.")
@click.option("--write-floors", "raising", is_flag=True, help="Raise the floors in that file to what is reached.")
@click.option("--allow-lower", "lowering", is_flag=True, help="With --write-floors: lower them, too.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of the table.")
def evaluate(
    folders: tuple[Path, ...], dataset: Path | None, errors: bool, only: tuple[str, ...],
    floors: Path | None, raising: bool, lowering: bool, as_json: bool,
) -> None:  # fmt: skip
    """Score a dataset, or what is read in the texts beside them, against folders of annotations.

    \b
    Examples:
      kg eval tests/gold/dev tests/gold/seeds
      kg eval tests/gold/dev --only java-05 --errors
      kg eval tests/gold/dev --floors tests/gold/floors.toml
    """
    if (floors and only) or (raising and not floors):
        raise click.UsageError("--floors needs all documents; --write-floors needs --floors FILE")
    from kg.evaluation import report, run

    found = run.evaluate(folders, dataset, only)
    for problem in found.problems:
        click.echo(f"{'error' if problem.lost else 'note'}: {problem}", err=True)
    lines = [report.as_json(found.scores())] if as_json else [*report.table(found.scores())]
    click.echo("\n".join((*lines, *(report.errors(found.results) if errors else ()))))
    if floors and raising:
        _write(run.write_floors(found, floors, lowering))
    if floors and (low := found.broken(floors)):
        raise click.ClickException("below the floor: " + "; ".join(low))


def _write(changes: Iterable[Change]) -> None:
    for change in changes:
        click.echo(f"floor {'lowered' if change.lowers else 'raised'}: {change}", err=True)
