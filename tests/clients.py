"""Clients of a SPARQL endpoint that others wrote, each as its users call it: a question in, rows of plain text out."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import pandas as pd
import pytest
from pyoxigraph import Literal, NamedNode, QueryResultsFormat, QuerySolutions, parse_query_results
from rdflib import Graph
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import SPARQLWrapper2

Row = tuple[str, ...]
FOLDER = Path(__file__).parent / "clients"
ROWS = {"json": "application/sparql-results+json", "xml": "application/sparql-results+xml", "csv": "text/csv",
        "tsv": "text/tab-separated-values"}  # fmt: skip


def program(name: str) -> str:
    """The path of a program; without it the test is skipped, but in CI it fails."""
    path = shutil.which(name)
    if path is None and not os.environ.get("CI"):
        pytest.skip(f"{name} is not installed")
    assert path, f"{name} is not installed; .ci/run should have done it"
    return path


def said(*command: str) -> bytes:
    """What a program writes; it fails the test when it fails."""
    done = subprocess.run(command, capture_output=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def read(data: bytes, media: str) -> list[Row]:
    """Rows of a result in one of the W3C's formats: XML and TSV read by pyoxigraph, the others by Python."""
    if media == ROWS["csv"]:
        return [tuple(row) for row in csv.reader(io.StringIO(data.decode()))][1:]
    if media == ROWS["json"]:
        found = json.loads(data)
        names = found["head"]["vars"]
        return [tuple(row.get(name, {"value": ""})["value"] for name in names) for row in found["results"]["bindings"]]
    form = QueryResultsFormat.from_media_type(media)
    assert form, media
    rows = parse_query_results(data, format=form)
    assert isinstance(rows, QuerySolutions)
    return [tuple(_plain(value) for value in row) for row in rows]


def _plain(value: object) -> str:
    return value.value if isinstance(value, NamedNode | Literal) else ""


def curl(how: str, form: str) -> Callable[[str, str], list[Row]]:
    """curl by GET, by POST with a form, or by POST of the query itself."""
    ways = {
        "GET": lambda query: ("-G", "--data-urlencode", f"query={query}"),
        "form": lambda query: ("--data-urlencode", f"query={query}"),
        "direct": lambda query: ("-H", "Content-Type: application/sparql-query", "--data-binary", query),
    }

    def ask(address: str, query: str) -> list[Row]:
        accept = f"Accept: {ROWS[form]}"
        return read(said(program("curl"), "-sSf", "-H", accept, *ways[how](query), address), ROWS[form])

    return ask


def wrapper(method: str, request: str) -> Callable[[str, str], list[Row]]:
    """SPARQLWrapper, with the bindings it makes of JSON."""

    def ask(address: str, query: str) -> list[Row]:
        client = SPARQLWrapper2(address)
        client.setMethod(method)
        client.setRequestMethod(request)
        client.setQuery(query)
        found = client.query()
        return [tuple(row[name].value if name in row else "" for name in found.variables) for row in found.bindings]

    return ask


def rdflib_store(method: str) -> Callable[[str, str], list[Row]]:
    """rdflib's SPARQLStore behind a Graph."""

    def ask(address: str, query: str) -> list[Row]:
        graph = Graph(SPARQLStore(address, method=method))
        return [tuple("" if value is None else str(value) for value in row) for row in graph.query(query)]  # type: ignore[union-attr]

    return ask


def pandas(address: str, query: str) -> list[Row]:
    """pandas reading the CSV of an address."""
    frame = pd.read_csv(f"{address}?{urlencode({'query': query, 'format': 'csv'})}", dtype=str, keep_default_na=False)
    return list(frame.itertuples(index=False, name=None))


def comunica(source: str) -> Callable[[str, str], list[Row]]:
    """Comunica's command; `source` is "sparql@" to say what the address is, or "" to let it find out."""

    def ask(address: str, query: str) -> list[Row]:
        found = said(program("node"), str(installed()), source + address, query, "-t", "application/sparql-results+json")
        return read(found, ROWS["json"])

    return ask


def installed() -> Path:
    """The script of Comunica as tests/clients/package-lock.json pins it, installed if it is not."""
    script = FOLDER / "node_modules" / "@comunica" / "query-sparql" / "bin" / "query.js"
    manifest = script.parent.parent / "package.json"
    wanted = json.loads((FOLDER / "package.json").read_text())["dependencies"]["@comunica/query-sparql"]
    if not manifest.exists() or json.loads(manifest.read_text())["version"] != wanted:
        said(program("npm"), "ci", "--prefix", str(FOLDER), "--no-audit", "--no-fund", "--ignore-scripts")
    return script


CLIENTS: dict[str, Callable[[str, str], list[Row]]] = {
    **{f"curl {how} {form}": curl(how, form) for how in ("GET", "form", "direct") for form in ROWS},
    **{f"SPARQLWrapper {method} {request}": wrapper(method, request)
       for method, request in (("GET", "urlencoded"), ("POST", "urlencoded"), ("POST", "postdirectly"))},
    **{f"rdflib SPARQLStore {method}": rdflib_store(method) for method in ("GET", "POST", "POST_FORM")},
    "pandas read_csv": pandas,
    "Comunica sparql@": comunica("sparql@"),
    "Comunica": comunica(""),
}  # fmt: skip
