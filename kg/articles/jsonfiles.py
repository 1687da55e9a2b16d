"""JSON and JSON Lines: one record an article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.articles.decoding import decode
from kg.articles.problems import Problem
from kg.articles.sources import STDIN


@dataclass(frozen=True, slots=True)
class Record:
    """A value of a JSON file: `source` and `line` say where it stands, `place` which it is ("" if the only one).

    `mended` is the rule that decoded its line alone, "" if none was needed.
    """

    value: Any
    source: str
    line: int | None
    place: str
    mended: str = ""


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


def parse_stream(path: str, least: int) -> Iterator[Record | Problem] | None:
    """The same from a file of at least that many bytes, line by line; None if it is smaller or must be seen whole."""
    if path == STDIN or not Path(path).is_file() or Path(path).stat().st_size < least:
        return None
    with Path(path).open("rb") as file:
        # Only UTF-8 and the code pages that share its line ends can be parted before they are decoded.
        decoded = decode(file.readline())
    return _streamed(path) if decoded and not decoded[1].startswith("decoded_utf_") else None


def _streamed(path: str) -> Iterator[Record | Problem]:
    with Path(path).open("rb") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                text, rule = decode(line) or ("", "")
                value = _load(text.lstrip("\ufeff"), path, number)
                yield value if isinstance(value, Problem) else Record(value, path, number, str(number), rule)


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
