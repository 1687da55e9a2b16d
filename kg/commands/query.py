"""`kg query`: questions to a graph that was built."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.commands.common import EPILOG


@click.command(short_help="Put a question to the graph.", epilog=EPILOG)
@click.argument("question", required=False, metavar="NAME|FILE|-|SPARQL")
@click.option("-d", "--data", "place", default="output", show_default=True, metavar="DIR",
              type=click.Path(path_type=Path), help="A build's folder or an RDF file.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["table", "csv", "json", "ttl"]),
              help="Default: table; CONSTRUCT: ttl.")  # fmt: skip
@click.option("--list", "listing", is_flag=True, help="List the named questions.")
def query(question: str | None, place: Path, form: str | None, listing: bool) -> None:
    """Put a question to the graph: a named one, a file, standard input, or SPARQL. Only reads, and stays offline.

    Prefixes of the vocabulary (bw:, org:, schema:, ...) need no declaration.

    \b
    Examples:
      kg query --list
      kg query coordination --format csv
      kg query my-question.rq -d out
      kg query 'SELECT ?name WHERE { ?b a bw:OversightBody ; rdfs:label ?name }'
    """
    if listing:
        click.echo(_listing(), nl=False)
        return
    if question is None:
        raise click.UsageError("ask something: a name from `kg query --list`, a file, - or SPARQL")
    from kg.asking import answers
    from kg.asking.engine import ask, find_dataset
    from kg.asking.questions import query_text

    text = sys.stdin.read() if question == "-" else query_text(question)
    click.echo(answers.write(ask(find_dataset(place), text), form or "table"), nl=False)


def _listing() -> str:
    from kg.asking.questions import questions

    known = questions()
    width = max((len(question.name) for question in known), default=0)
    return "".join(f"{question.name.ljust(width)}  {question.about}\n" for question in known)
