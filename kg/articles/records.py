"""JSON and JSON Lines: one record an article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from kg.articles.problems import Problem


def parse_json(text: str, source: str) -> Iterator[tuple[int | None, Any] | Problem]:
    """The records of a JSON file (one object, or a list) with their place in the list, or what is wrong with it."""
    value = _load(text, source, None)
    if isinstance(value, Problem):
        yield value
    elif isinstance(value, list):
        yield from enumerate(value, start=1)
    else:
        yield None, value


def parse_lines(text: str, source: str) -> Iterator[tuple[int | None, Any] | Problem]:
    """The records of a JSON Lines file with their line numbers; a line that is no JSON is a problem, the others go on."""
    # Not splitlines(): a JSON string may hold U+2028 and its like.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            value = _load(line, source, number)
            yield value if isinstance(value, Problem) else (number, value)


def _load(text: str, source: str, line: int | None) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        at = error.lineno if line is None else line
        return Problem(source, at, f"not JSON ({error.msg}, column {error.colno})", "mend or remove this line", lost=True)
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
