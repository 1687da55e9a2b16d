"""JSON and JSON Lines: one record an article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kg.articles.problems import Problem


@dataclass(frozen=True, slots=True)
class Record:
    """A value of a JSON file: `source` and `line` say where it stands, `place` which it is ("" if the only one)."""

    value: Any
    source: str
    line: int | None
    place: str


def parse_json(text: str, source: str) -> Iterator[Record | Problem]:
    """The records of a JSON file (one object, or a list), or what is wrong with it."""
    value = _load(text, source, None)
    if isinstance(value, Problem) and "Extra data" in value.message:
        # One object a line under the wrong suffix.
        yield from parse_lines(text, source)
    elif isinstance(value, Problem):
        yield value
    elif isinstance(value, list):
        yield from (Record(item, f"{source}[{at}]", None, str(at)) for at, item in enumerate(value, start=1))
    else:
        yield Record(value, source, None, "")


def parse_lines(text: str, source: str) -> Iterator[Record | Problem]:
    """The records of a JSON Lines file; a line that is no JSON is a problem that names it, the others go on."""
    # Not splitlines(): a JSON string may hold U+2028 and its like.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            value = _load(line, source, number)
            yield value if isinstance(value, Problem) else Record(value, source, number, str(number))


def _load(text: str, source: str, line: int | None) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        at = error.lineno if line is None else line
        message = f"not JSON ({error.msg}, column {error.colno})"
        return Problem(source, at, message, "mend or remove this line", lost=True)
    except RecursionError:
        return Problem(source, line, "JSON nested too deeply", "mend or remove it", lost=True)
    except ValueError as error:
        return Problem(source, line, f"not JSON ({str(error)[:80]})", "mend or remove it", lost=True)


def looks_like_json(text: str) -> str:
    """ "json" or "jsonl" if a text without a telling name is one of them, else ""."""
    start = text.lstrip()[:200]
    if start.startswith("["):
        return "json" if start[1:].lstrip()[:1] in ("{", "]") else ""
    if not (start.startswith("{") and start[1:].lstrip()[:1] in ('"', "}")):
        return ""
    first = text.lstrip().split("\n", 1)
    try:
        json.loads(first[0])
    except ValueError:
        return "json"
    return "jsonl" if len(first) > 1 and first[1].strip() else "json"
