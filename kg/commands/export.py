"""`kg export`: what was built, in the formats of other programs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.commands.common import EPILOG

_FORMATS = ("turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml")
_SUFFIXES = ".ttl, .trig, .nq, .nt, .jsonld, .rdf or .xml, with or without .gz"


@click.command(short_help="Write the graph for other programs.", epilog=EPILOG)
@click.option("-d", "--data", "place", default="output", show_default=True, metavar="DIR",
              type=click.Path(path_type=Path, file_okay=False), help="A build's folder.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(_FORMATS), help="Default: by the suffix of FILE, else turtle.")
@click.option("-o", "--output", "target", default="-", metavar="FILE", help="With .gz: compressed. Default: standard output.",
              type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))  # fmt: skip
@click.option("--graph", "graphs", multiple=True, metavar="ID",
              help="Only what this article says (or: reference, derived). Repeatable.")  # fmt: skip
@click.option("--evidence", type=click.Choice(["claims", "rdf12"]), default="claims", show_default=True,
              help="Claims as rdf:subject, rdf:predicate and rdf:object, or as RDF 1.2 triple terms.")  # fmt: skip
@click.option("--everyone", is_flag=True, help="Also people without a public role, and what hangs on them.")
def export(
    place: Path, form: str | None, target: Path, graphs: tuple[str, ...], evidence: str, everyone: bool
) -> None:
    """Write the graph of a build in a format that another program reads. The same build gives the same bytes.

    Turtle, N-Triples and RDF/XML hold every statement once; TriG, N-Quads and JSON-LD keep the graph of each article.

    \b
    Examples:
      kg export -o graph.rdf
      kg export -o graph.nq.gz
      kg export --format ntriples | grep attendee
      kg export --graph 000_d285a43d48e08c3c -o article.trig
      kg export --evidence rdf12 -o graph.ttl
    """
    from kg.outputs.exports import FORMATS, Wanted, export, format_of
    from kg.outputs.exports.formats import gzipped

    found = {one.name: one for one in FORMATS}[form or "turtle"] if form or str(target) == "-" else format_of(target)
    if found is None:
        raise click.UsageError(f"{target}: no format has this suffix; end it in {_SUFFIXES}, or give --format")
    parts = export(place, Wanted(found, graphs, evidence == "rdf12", everyone))
    if str(target) == "-":
        sys.stdout.buffer.writelines(parts)
        return
    from kg.outputs.files import put

    put(target.parent, {target.name: gzipped(parts) if target.suffix == ".gz" else parts})
    click.echo(f"{target} ({target.stat().st_size // 1000} kB)", err=True)
