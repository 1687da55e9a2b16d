"""Results of queries as bytes in the format asked for, cut at a number of rows and bounded in size."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse_query_results,
    serialize,
)

from kg.graph.vocabulary import PREFIXES
from kg.serving.formats import Format
from kg.serving.replies import Reply, plain
from kg.serving.settings import Limits

CUT = "x-kg-truncated"
NOTE = "https://w3id.org/bawaslu-kg/truncated"
TOO_LARGE = "The result has more than {} bytes; ask for fewer columns, or page through it with ORDER BY, LIMIT and OFFSET."
_LINK = {
    QueryResultsFormat.JSON: (b'{"head":{', b'{"head":{"link":["%s"],'),
    QueryResultsFormat.XML: (b"<head>", b'<head><link href="%s"/>'),
}


def written(results: QuerySolutions | QueryBoolean | Iterable[Triple], form: Format, limits: Limits) -> Reply:
    """The reply that carries the results. One that was cut says so in a header and, where the format can, in itself."""
    try:
        if isinstance(results, QueryBoolean):
            return Reply(200, form.sent, results.serialize(format=_rows(form)) or b"")
        if isinstance(results, QuerySolutions):
            return _solutions(results, form, limits)
        return statements(results, form, limits)
    except _Full:
        return plain(413, TOO_LARGE.format(limits.most_bytes))


def statements(triples: Iterable[Triple], form: Format, limits: Limits) -> Reply:
    """Statements, each once; raises nothing that `written` does not catch."""
    assert isinstance(form.engine, RdfFormat)
    found = list(islice(dict.fromkeys(triples), limits.most_rows + 1))
    cut = len(found) > limits.most_rows
    sink = _Sink(limits.most_bytes)
    prefixes = None if form.engine == RdfFormat.N_TRIPLES else PREFIXES
    serialize(found[: limits.most_rows], sink, format=form.engine, prefixes=prefixes)
    body = sink.getvalue()
    if cut and form.engine in (RdfFormat.TURTLE, RdfFormat.N_TRIPLES):
        body = b"# cut after %d statements\n" % limits.most_rows + body
    return Reply(200, form.sent, body, _cut(cut, limits))


def _solutions(results: QuerySolutions, form: Format, limits: Limits) -> Reply:
    """Rows are counted as lines of TSV, in which a row is a line; the engine then writes the format asked for."""
    sink = _Sink(limits.most_bytes, lines=limits.most_rows + 2)
    with suppress(_Enough):
        results.serialize(sink, format=QueryResultsFormat.TSV)
    body, cut = sink.first(limits.most_rows + 1)
    engine = _rows(form)
    if engine != QueryResultsFormat.TSV:
        target = _Sink(limits.most_bytes)
        parsed = parse_query_results(body, format=QueryResultsFormat.TSV)
        assert isinstance(parsed, QuerySolutions)
        parsed.serialize(target, format=engine)
        body = target.getvalue()
    if cut and engine in _LINK:
        old, new = _LINK[engine]
        body = body.replace(old, new % NOTE.encode(), 1)
    return Reply(200, form.sent, body, _cut(cut, limits))


def _cut(cut: bool, limits: Limits) -> tuple[tuple[str, str], ...]:
    return ((CUT, f"rows={limits.most_rows}"),) if cut else ()


def _rows(form: Format) -> QueryResultsFormat:
    assert isinstance(form.engine, QueryResultsFormat)
    return form.engine


class _Full(Exception):
    """More bytes than allowed."""


class _Enough(Exception):
    """As many lines as wanted."""


class _Sink(io.BytesIO):
    """Takes what the engine writes, up to a number of bytes and, if given, of lines."""

    def __init__(self, most: int, lines: int | None = None) -> None:
        super().__init__()
        self._room, self._lines = most, lines

    def write(self, part: bytes, /) -> int:  # type: ignore[override]
        super().write(part)
        self._room -= len(part)
        if self._lines is not None:
            self._lines -= part.count(b"\n")
            if self._lines <= 0:
                raise _Enough
        if self._room < 0:
            raise _Full
        return len(part)

    def first(self, lines: int) -> tuple[bytes, bool]:
        """The first so many lines, and whether there were more."""
        body = self.getvalue()
        end = _end(body, lines)
        return body[:end], end < len(body)


def _end(body: bytes, lines: int) -> int:
    """Where the line of that number ends; the end of everything if there are not so many."""
    for number, place in enumerate(_ends(body), 1):
        if number == lines:
            return place
    return len(body)


def _ends(body: bytes) -> Iterator[int]:
    place = body.find(b"\n")
    while place >= 0:
        yield place + 1
        place = body.find(b"\n", place + 1)
