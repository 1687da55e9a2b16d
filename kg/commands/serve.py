"""`kg serve`: a server over what was built."""

from __future__ import annotations

import os
from pathlib import Path

import click

from kg.commands.common import EPILOG


@click.command(short_help="Serve the graph: network page, SPARQL, editor, a page for each thing.", epilog=EPILOG)
@click.option("-d", "--data", "place", default="output", show_default=True, metavar="DIR",
              type=click.Path(path_type=Path), help="A build's folder or an RDF file.")  # fmt: skip
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", default=8765, show_default=True, type=click.IntRange(0, 65535), help="0: any free one.")
@click.option("--allowed-host", "hosts", multiple=True, metavar="NAME", help="Another name that this server answers to.")
@click.option("--cors", multiple=True, metavar="ORIGIN", help="Let pages of that site ask (https://example.org, or *).")
@click.option("--timeout", default=30.0, show_default=True, type=click.FloatRange(0.1, 3600), help="Seconds for a query.")
@click.option("--max-rows", default=100_000, show_default=True, type=click.IntRange(1), help="Rows of a result.")
@click.option("--max-bytes", default=64_000_000, show_default=True, type=click.IntRange(1000), help="Bytes of a result.")
@click.option("--memory", default=2000, show_default=True, metavar="MB", type=click.IntRange(100), help="For a query.")
@click.option("--workers", default=os.cpu_count() or 1, show_default="cores", type=click.IntRange(1, 256),
              help="Queries at the same time.")  # fmt: skip
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Language of the pages.")
@click.option("--everyone", is_flag=True, help="Also name people without a public role in pages.")
@click.option("--open", "show", is_flag=True, help="Open the network page in the browser.")
def serve(place: Path, host: str, port: int, hosts: tuple[str, ...], cors: tuple[str, ...], timeout: float,
          max_rows: int, max_bytes: int, memory: int, workers: int, lang: str, everyone: bool, show: bool) -> None:  # fmt: skip
    """Serve what was built, read only and to this machine alone, until Ctrl-C.

    \b
    /                the network page          /query    an editor for SPARQL
    /sparql          the SPARQL 1.1 Protocol   /id/...   every thing: page or RDF
    /articles/ID     an article, marked        /graph.ttl, /graph.nq

    \b
    Examples:
      kg serve
      kg serve -d out --port 9000 --open
      curl -G http://127.0.0.1:8765/sparql -d format=csv --data-urlencode query@my.rq
    """
    from kg.serving.extra import require

    require()
    from kg.asking.engine import find_dataset, prepare
    from kg.serving import running
    from kg.serving.settings import Limits, Settings

    limits = Limits(timeout, max_rows, max_bytes, memory * 1_000_000, everyone, lang)
    if running.away(host):
        click.echo(f"warning: {host} can be reached from other machines, and there is no password; "
                   "who asks must use this address or a name given by --allowed-host", err=True)  # fmt: skip
    prepare(find_dataset(place), lambda told: click.echo(told, err=True))
    running.serve(Settings(place, host, port, hosts, cors, workers, limits=limits), lambda address: _ready(address, show))


def _ready(address: str, show: bool) -> None:
    click.echo(f"{address}/ (network)  {address}/query (editor)  {address}/sparql (SPARQL)  Ctrl-C ends it.", err=True)
    if show:
        click.launch(f"{address}/")
