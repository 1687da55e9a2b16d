"""Answers to questions, and how they are written: table, Markdown, CSV, JSON (W3C results format), Turtle."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from kg.graph.vocabulary import PREFIXES
from kg.outputs.problems import QuestionError

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

Term = NamedNode | Literal | BlankNode | Triple | None
_XSD = PREFIXES["xsd"]
_PYTHON: dict[str, Callable[[str], object]] = {
    f"{_XSD}integer": int, f"{_XSD}decimal": float, f"{_XSD}double": float, f"{_XSD}date": date.fromisoformat,
    f"{_XSD}boolean": lambda text: text in ("true", "1"),
}  # fmt: skip
_STRING = "http://www.w3.org/2001/XMLSchema#string"
FORMS = ("table", "csv", "json", "md", "ttl")
"""The forms that an answer can be written in."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to SELECT."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Term, ...], ...]

    def values(self) -> dict[str, list[object]]:
        """The columns by name, as Python values: numbers, days, truth values, text; None where a cell is empty."""
        return {name: [_python(row[index]) for row in self.rows] for index, name in enumerate(self.columns)}

    def pandas(self) -> pd.DataFrame:
        """As a pandas data frame; ImportError if pandas is not installed."""
        import pandas

        return pandas.DataFrame(self.values())

    def polars(self) -> pl.DataFrame:
        """As a polars data frame; ImportError if polars is not installed."""
        import polars

        return polars.DataFrame(self.values())


@dataclass(frozen=True, slots=True)
class Statements:
    """The answer to CONSTRUCT and DESCRIBE."""

    triples: tuple[Triple, ...]


Answer = Rows | Statements | bool


def write(answer: Answer, form: str, width: int = 100, whole: bool = False) -> str:
    """The answer as text; `form` is one of FORMS. QuestionError where the two do not go together.

    `width` and `whole` (no column left out) are for tables.
    """
    if isinstance(answer, Statements):
        if form not in ("table", "ttl"):
            raise QuestionError(f"CONSTRUCT and DESCRIBE answer with statements, not as {form}; use --format ttl")
        return (serialize(answer.triples, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b"").decode()
    if form == "ttl":
        raise QuestionError("only CONSTRUCT and DESCRIBE answer with statements; use --format table, csv, json or md")
    if isinstance(answer, bool):
        word = "true" if answer else "false"
        return f'{{"head": {{}}, "boolean": {word}}}\n' if form == "json" else f"{word}\n"
    from kg.asking import tables

    if form == "table":
        return tables.table(answer, width, whole)
    return {"csv": _csv, "json": _json, "md": tables.markdown}[form](answer)


def _csv(answer: Rows) -> str:
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(answer.columns)
    lines.writerows([plain(value) for value in row] for row in answer.rows)
    return out.getvalue()


def _json(answer: Rows) -> str:
    bindings = [
        {name: _binding(value) for name, value in zip(answer.columns, row, strict=True) if value is not None}
        for row in answer.rows
    ]
    content = {"head": {"vars": list(answer.columns)}, "results": {"bindings": bindings}}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _binding(value: Term) -> dict[str, str]:
    if isinstance(value, NamedNode):
        return {"type": "uri", "value": value.value}
    if not isinstance(value, Literal):
        return {"type": "bnode", "value": plain(value)}
    extra = {"xml:lang": value.language} if value.language else {"datatype": value.datatype.value}
    return {"type": "literal", "value": value.value, **(extra if extra.get("datatype") != _STRING else {})}


def _python(value: Term) -> object:
    if isinstance(value, Literal):
        return _PYTHON.get(value.datatype.value, str)(value.value)
    return None if value is None else plain(value)


def plain(value: Term) -> str:
    """A term as text without its type: the IRI, the literal's value, nothing for an open variable."""
    if value is None:
        return ""
    return value.value if isinstance(value, NamedNode | Literal) else str(value)
