"""A SPARQL endpoint elsewhere, asked by the SPARQL 1.1 Protocol."""

from __future__ import annotations

from collections.abc import Iterator

import requests
from pyoxigraph import QueryBoolean, QueryResultsFormat, RdfFormat, Triple, parse, parse_query_results

from kg.asking.answers import Answer, Rows, Statements
from kg.asking.checking import Checked
from kg.outputs.problems import QuestionError

_ROWS = "application/sparql-results+xml, application/sparql-results+json;q=0.9"
_STATEMENTS = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.5"
_TIMEOUT = 120.0


def ask(url: str, question: Checked, auth: tuple[str, str] | None = None) -> Answer:
    """The endpoint's answer, rows sorted unless the query orders them. QuestionError if there is none.

    The query is sent as it was checked here: prefixes declared, nothing that writes or calls on.
    """
    rows = question.kind in ("SELECT", "ASK")
    try:
        reply = requests.post(url, data={"query": question.text}, auth=auth, timeout=_TIMEOUT,
                              headers={"Accept": _ROWS if rows else _STATEMENTS})  # fmt: skip
    except requests.RequestException as error:
        raise QuestionError(f"{url}: {_why(error)}; check the address and whether the server runs") from error
    if not reply.ok:
        said = " ".join(reply.text.split())[:200]
        raise QuestionError(f"{url}: the server answered {reply.status_code} {reply.reason}: {said}")
    kind = reply.headers.get("Content-Type", "").partition(";")[0].strip()
    try:
        return _rows(reply.content, kind, question.ordered) if rows else Statements(tuple(_statements(reply, kind)))
    except (SyntaxError, ValueError, AttributeError) as error:
        raise QuestionError(f"{url}: this is no answer to a query ({kind or 'no content type'}); "
                            "is it the address of a SPARQL endpoint?") from error  # fmt: skip


def _rows(content: bytes, kind: str, ordered: bool) -> Answer:
    found = parse_query_results(content, format=QueryResultsFormat.from_media_type(kind))
    if isinstance(found, QueryBoolean):
        return bool(found)
    columns = tuple(variable.value for variable in found.variables)
    rows = [tuple(solution[name] for name in columns) for solution in found]
    return Rows(columns, tuple(rows if ordered else sorted(rows, key=str)))


def _statements(reply: requests.Response, kind: str) -> Iterator[Triple]:
    quads = parse(reply.content, format=RdfFormat.from_media_type(kind))
    yield from sorted({quad.triple for quad in quads}, key=str)


def _why(error: requests.RequestException) -> str:
    if isinstance(error, requests.Timeout):
        return f"no answer within {_TIMEOUT:.0f} s"
    return "not reached" if isinstance(error, requests.ConnectionError) else str(error)
