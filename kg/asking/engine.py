"""Putting SPARQL questions to a dataset on disk: read only, and without ever leaving the machine."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import (
    Quad,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    parse,
)

from kg.asking.answers import Answer, Rows, Statements
from kg.graph.vocabulary import PREFIXES
from kg.outputs.problems import QuestionError

_FORMATS = {".nq": RdfFormat.N_QUADS, ".trig": RdfFormat.TRIG, ".ttl": RdfFormat.TURTLE, ".nt": RdfFormat.N_TRIPLES}
_FILES = ("graph.nq", "graph.ttl")
_UPDATES = r"INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|COPY|MOVE|ADD|WITH"
_LONG = r"\"\"\".*?\"\"\"|'''.*?'''"
_SHORT = r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'"
_ASIDE = re.compile(rf"{_LONG}|{_SHORT}|<[^<>\"{{}}|^`\\\s]*>|#[^\n]*", re.DOTALL)
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})")


def find_dataset(place: Path) -> Path:
    """The dataset in an output folder, or the file itself; QuestionError if there is none."""
    if place.is_file():
        return place
    for name in _FILES:
        if (place / name).is_file():
            return place / name
    raise QuestionError(f"{place}: no graph.nq or graph.ttl there; run `kg build PATH -o {place}` first")


def ask(dataset: Path, query: str) -> Answer:
    """The answer to a query. Without GRAPH it is put to the union of all graphs, where each statement counts once.

    Raises QuestionError for what is not SPARQL, would write, or would call another server.
    """
    bare = _ASIDE.sub(" ", query)
    _refuse(bare)
    _refuse(_ASIDE.sub(" ", _unescaped(query)))
    store = _load(dataset, graphs=_has("GRAPH", bare))
    try:
        results = store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
    except SyntaxError as error:
        raise QuestionError(_syntax(query, error)) from error
    return _answer(results, ordered=_has(r"ORDER\s+BY", bare))


def _refuse(bare: str) -> None:
    start = re.sub(r"(?i)^(?:\s*(?:prefix\s+\S*|base)\s)*\s*", "", bare)
    if re.match(rf"(?:{_UPDATES})\b", start, re.IGNORECASE):
        raise QuestionError("the query would change the data; `kg query` only reads: use SELECT, ASK or CONSTRUCT")
    if _has("SERVICE", bare):
        raise QuestionError("the query calls another server (SERVICE); `kg query` stays offline: leave that part out")


def _has(keyword: str, bare: str) -> bool:
    return re.search(rf"(?<![\w?$:@-])(?:{keyword})(?![\w:-])", bare, re.IGNORECASE) is not None


def _unescaped(query: str) -> str:
    """SPARQL lets any sign be written by its number, keywords included."""
    return _ESCAPE.sub(lambda match: chr(min(int(match[1] or match[2], 16), 0x10FFFF)), query)


def _load(dataset: Path, graphs: bool) -> Store:
    kind = _FORMATS.get(dataset.suffix)
    if kind is None:
        raise QuestionError(f"{dataset}: not a dataset; give a folder or a file that ends in {', '.join(_FORMATS)}")
    store = Store()
    try:
        if graphs:
            store.bulk_load(path=str(dataset), format=kind)
        else:
            store.bulk_extend(_union(parse(path=str(dataset), format=kind)))
    except SyntaxError as error:
        raise QuestionError(f"{dataset}: damaged ({error.msg}); run `kg build` again") from error
    return store


def _union(quads: Iterable[Quad]) -> Iterable[Quad]:
    """Graphs are dropped before loading, since the engine's own union counts a statement once for each graph."""
    return (Quad(quad.subject, quad.predicate, quad.object) for quad in quads)


def _answer(results: QuerySolutions | QueryBoolean | QueryTriples, ordered: bool) -> Answer:
    """Without ORDER BY the rows are sorted here, so that the same question has the same bytes as its answer."""
    if isinstance(results, QueryBoolean):
        return bool(results)
    if isinstance(results, QueryTriples):
        return Statements(tuple(sorted(set(results), key=str)))
    columns = tuple(variable.value for variable in results.variables)
    rows = [tuple(solution[name] for name in columns) for solution in results]
    return Rows(columns, tuple(rows if ordered else sorted(rows, key=str)))


def _syntax(query: str, error: SyntaxError) -> str:
    message = " ".join((error.msg or str(error)).split())
    place = re.search(r"(\d+):(\d+)", message)
    if not place:
        return f"the query is not SPARQL: {message}"
    line, column = int(place[1]), int(place[2])
    lines = query.splitlines() or [""]
    shown = lines[min(line, len(lines)) - 1].strip()
    said = message[place.end() :].strip(" :") or message
    return f"the query is not SPARQL: line {line}, column {column} (`{shown[:80]}`): {said}"
