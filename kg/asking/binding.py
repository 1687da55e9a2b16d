"""What a question is told takes its place in the query as an RDF term, written by the engine's own serialiser."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pyoxigraph import Literal, NamedNode

_LONG = r"\"\"\".*?\"\"\"|'''.*?'''"
_SHORT = r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'"
_ASIDE = rf"{_LONG}|{_SHORT}|<[^<>\"{{}}|^`\\\s]*>|#[^\n]*"
_TOKEN = re.compile(rf"(?P<aside>{_ASIDE})|[?$](?P<name>\w+)", re.DOTALL)


def bound(query: str, terms: Mapping[str, NamedNode | Literal]) -> str:
    """The query with each variable of `terms` (names without question mark) in whose place its term stands.

    Strings, IRIs and comments are left alone, and a term cannot end the place it stands in: quotation marks and line
    ends are escaped by the serialiser, and an IRI that holds a sign it may not hold is none.
    """

    def placed(match: re.Match[str]) -> str:
        term = terms.get(match["name"]) if match["aside"] is None else None
        return match[0] if term is None else _written(term)

    return _TOKEN.sub(placed, query)


def _written(term: NamedNode | Literal) -> str:
    """A backslash is written by its number: one that stands before a u would else begin an escape of the query."""
    return str(term).replace("\\\\", "\\u005C\\u005C")
