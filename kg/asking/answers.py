"""Answers to questions, and how they are written: table, csv, json (W3C results format), ttl."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from kg.graph.vocabulary import BASE, PREFIXES
from kg.outputs.problems import QuestionError

Term = NamedNode | Literal | BlankNode | Triple | None
_STRING = "http://www.w3.org/2001/XMLSchema#string"
_WIDEST = 60


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to SELECT."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Term, ...], ...]


@dataclass(frozen=True, slots=True)
class Statements:
    """The answer to CONSTRUCT and DESCRIBE."""

    triples: tuple[Triple, ...]


Answer = Rows | Statements | bool


def write(answer: Answer, form: str) -> str:
    """The answer as text; `form` is table, csv, json or ttl. QuestionError where the two do not go together."""
    if isinstance(answer, Statements):
        if form in ("csv", "json"):
            raise QuestionError(f"CONSTRUCT and DESCRIBE answer with statements, not as {form}; use --format ttl")
        return (serialize(answer.triples, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b"").decode()
    if form == "ttl":
        raise QuestionError("only CONSTRUCT and DESCRIBE answer with statements; use --format table, csv or json")
    if isinstance(answer, bool):
        word = "true" if answer else "false"
        return f'{{"head": {{}}, "boolean": {word}}}\n' if form == "json" else f"{word}\n"
    return {"csv": _csv, "json": _json, "table": _table}[form](answer)


def _csv(answer: Rows) -> str:
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(answer.columns)
    lines.writerows([_plain(value) for value in row] for row in answer.rows)
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
        return {"type": "bnode", "value": _plain(value)}
    extra = {"xml:lang": value.language} if value.language else {"datatype": value.datatype.value}
    return {"type": "literal", "value": value.value, **(extra if extra.get("datatype") != _STRING else {})}


def _plain(value: Term) -> str:
    if value is None:
        return ""
    return value.value if isinstance(value, NamedNode | Literal) else str(value)


def _table(answer: Rows) -> str:
    cells = [list(answer.columns), *([_short(value) for value in row] for row in answer.rows)]
    widths = [min(_WIDEST, max(len(row[index]) for row in cells)) for index in range(len(answer.columns))]
    lines = ["  ".join(_cut(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
    rule = "  ".join("-" * width for width in widths)
    count = len(answer.rows)
    return "\n".join([lines[0], rule, *lines[1:], f"({count} {'row' if count == 1 else 'rows'})"]) + "\n"


def _cut(cell: str, width: int) -> str:
    return cell.ljust(width) if len(cell) <= width else f"{cell[: width - 1]}…"


def _short(value: Term) -> str:
    """IRIs by their prefix, or by kind and key; text on one line and without signs that would steer a terminal."""
    text = _plain(value)
    if isinstance(value, NamedNode):
        text = text.removeprefix(BASE)
        for prefix, start in PREFIXES.items():
            text = text.replace(start, f"{prefix}:", 1) if text.startswith(start) else text
    return "".join(sign if sign.isprintable() else " " for sign in text)
