"""`kg load`: the graphs of a build into a triple store."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from kg.commands.common import EPILOG, INTERRUPTED, counted

if TYPE_CHECKING:
    from requests.auth import AuthBase

    from kg.loading.graphs import Graph
    from kg.loading.load import Load
    from kg.loading.plan import Plan


@click.command(short_help="Bring the graph into a triple store.", epilog=EPILOG)
@click.argument("target", metavar="URL|DIR")
@click.option("-d", "--data", "place", default="output", show_default=True, metavar="DIR",
              type=click.Path(path_type=Path), help="A build's folder or an RDF file.")  # fmt: skip
@click.option("--via", type=click.Choice(["gsp", "update", "files"]), default="gsp", show_default=True,
              help="URL is a Graph Store (gsp) or SPARQL Update address; files: write bulk files into DIR.")  # fmt: skip
@click.option("--query", "query_url", metavar="URL", help="Where the store is asked, if not where stores usually are.")
@click.option("--union", metavar="IRI", help="Every statement once, into this one graph.")
@click.option("--user", metavar="NAME", help="Sign in as this user, as the store asks (Basic or Digest).")
@click.option("--password-env", default="KG_PASSWORD", show_default=True, metavar="VAR",
              help="The variable that holds the password. Without it a terminal is asked.")  # fmt: skip
@click.option("--token-env", metavar="VAR", help="The variable that holds a bearer token.")
@click.option("--keep", is_flag=True, help="Remove nothing, also what a former load brought and is no more.")
@click.option("--fresh", is_flag=True, help="Send everything, whatever the store says that it holds.")
@click.option("--everyone", is_flag=True, help="Also people without a public role (pupils, complainants, witnesses).")
@click.option("--dry-run", is_flag=True, help="Only tell what would be sent and removed.")
@click.option("--json", "as_json", is_flag=True, help="A summary as JSON on standard output.")
@click.option("--retries", default=5, show_default=True, metavar="N", type=click.IntRange(0), help="Tries after the first.")
@click.option("--timeout", default=120.0, show_default=True, metavar="SECONDS", type=click.FloatRange(0.1),
              help="For each request.")  # fmt: skip
def load(target: str, place: Path, via: str, union: str | None, everyone: bool, dry_run: bool, as_json: bool,
         **options: Any) -> None:  # fmt: skip
    """Bring the graph into a triple store: each article's graph, the reference graph and the derived graph.

    Only what the store does not hold yet is sent; it keeps a list in the graph graph/loaded. Graphs of articles that
    a former load brought and that are no more are removed; other graphs are never touched. An interrupted load goes
    on when the command is run again. Do not run two loads into one store at a time.

    \b
    Examples:
      kg load http://127.0.0.1:7878/store                     Oxigraph
      kg load http://127.0.0.1:8890/sparql-graph-crud-auth --user dba    Virtuoso
      kg load http://127.0.0.1:3030/ds/data --dry-run         Fuseki; tells only
      kg load http://127.0.0.1:9999/bigdata/sparql --via update    Blazegraph
      kg load bulk --via files                                files and commands for bulk loaders
    """
    from kg.asking.engine import find_dataset
    from kg.loading import bulk, graphs

    found = graphs.read(find_dataset(place), _iri(union), everyone)
    if via != "files":
        _into_store(_load(target, via, found, union is not None, options), target, dry_run, as_json)
        return
    if not dry_run:
        bulk.write(found, Path(target))
        click.echo(f"{counted(len(found), 'graph')} written into {target}", err=True)
    click.echo(bulk.commands(Path(target)), nl=False)


def _iri(union: str | None) -> str | None:
    from pyoxigraph import NamedNode

    try:
        return NamedNode(union).value if union else None
    except ValueError as error:
        raise click.BadParameter(f"{union} is no IRI", param_hint="--union") from error


def _load(url: str, via: str, found: dict[str, Graph], union: bool, options: dict[str, Any]) -> Load:
    from kg.loading.load import Load
    from kg.loading.stores import Asked, GraphStore, Update, query_address
    from kg.loading.wire import Wire

    for address in filter(None, (url, options["query_url"])):
        if urlsplit(address).scheme not in ("http", "https") or not urlsplit(address).hostname:
            raise click.BadParameter(f"{address} is no address; it begins with http:// or https://", param_hint="URL")
    wire = Wire.open(_auth(options), options["retries"], options["timeout"])
    writer = GraphStore(wire, url) if via == "gsp" else Update(wire, url)
    asked = Asked(wire, options["query_url"] or query_address(url))
    return Load(found, writer, asked, union, options["keep"], options["fresh"])


def _auth(options: dict[str, Any]) -> AuthBase | None:
    from kg.loading.signing import Challenged, Token

    if options["token_env"]:
        return Token(_secret(options["token_env"], "--token-env"))
    if not options["user"]:
        return None
    if options["password_env"] not in os.environ and sys.stdin.isatty():
        return Challenged(options["user"], click.prompt("Password", hide_input=True, err=True))
    return Challenged(options["user"], _secret(options["password_env"], "--password-env"))


def _secret(variable: str, option: str) -> str:
    if variable not in os.environ:
        raise click.BadParameter(f"set the environment variable {variable}, which holds the secret", param_hint=option)
    return os.environ[variable]


def _into_store(load: Load, url: str, dry_run: bool, as_json: bool) -> None:
    from kg.progress import Progress

    plan, held = load.compare()
    if dry_run:
        _tell_plan(plan, as_json)
    else:
        with Progress("asking the store") as shown:
            load.tell = lambda done, of: shown(f"loading, of {of}", done, "graph")
            try:
                load.run(plan, held)
            except KeyboardInterrupt:
                of = len(plan.puts) + len(plan.drops)
                click.echo(f"Interrupted after {load.sent} of {counted(of, 'graph')}; run it again to go on.", err=True)
                raise click.exceptions.Exit(INTERRUPTED) from None
    done = "to send" if dry_run else "sent"
    said = f"{counted(len(plan.puts), 'graph')} {done}, {len(plan.drops)} {'to remove' if dry_run else 'removed'}"
    click.echo(f"{url}: {said}, {plan.same} there already", err=True)
    if as_json:
        sizes = {name: len(graph.lines) for name, graph in load.graphs.items()}
        click.echo(json.dumps({
            "url": url, "dry_run": dry_run, "graphs": len(sizes), "statements": sum(sizes.values()),
            "sent": [name for name, _ in plan.puts], "removed": list(plan.drops), "unchanged": plan.same,
        }, indent=1))  # fmt: skip


def _tell_plan(plan: Plan, as_json: bool) -> None:
    if as_json:
        return
    for name, reason in plan.puts:
        click.echo(f"PUT {name} ({reason})")
    for name in plan.drops:
        click.echo(f"DELETE {name}")
