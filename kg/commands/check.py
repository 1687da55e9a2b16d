"""`kg check`: whether a dataset meets the shapes of the ontology."""

from __future__ import annotations

from pathlib import Path

import click

from kg.commands.common import EPILOG, INVALID, counted


@click.command(short_help="Check a graph against the ontology's shapes.", epilog=EPILOG)
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("-d", "--data", "place", default="output", show_default=True, metavar="DIR",
              type=click.Path(path_type=Path), help="A build's folder or an RDF file.")  # fmt: skip
@click.option("--lang", "language", type=click.Choice(["id", "en"]), default="en", show_default=True,
              help="Language of the faults.")  # fmt: skip
@click.option("--all", "every", is_flag=True, help="List every fault, not ten of a kind.")
@click.option("--json", "as_json", is_flag=True, help="Write the faults as JSON, in both languages.")
def check(file: Path | None, place: Path, language: str, every: bool, as_json: bool) -> None:
    """Check a graph against the shapes of the ontology: evidence, labels, dates, contacts, posts and more.

    All graphs are checked as one. Each fault is told in words with the article it stands in. Exit code 4 if there
    is any.

    \b
    Examples:
      kg check
      kg check -d output --lang id
      kg check my-graph.ttl --json
    """
    from kg.validation import telling
    from kg.validation.faults import check as run

    checked = run(file or place)
    click.echo(telling.as_json(checked) if as_json else telling.text(checked, language, every), nl=False)
    faults = counted(len(checked.faults), "fault") if checked.faults else "no fault"
    click.echo(f"{checked.dataset}: {counted(checked.statements, 'statement')}, {faults}", err=True)
    if checked.faults:
        raise click.exceptions.Exit(INVALID)
