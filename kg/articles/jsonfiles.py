"""JSON and JSON Lines: one record an article."""

from __future__ import annotations

import hashlib
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


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file of JSON lines that is not parsed yet. `content` is decoded already by the rule `mended`, or bytes."""

    content: str | bytes
    source: str
    number: int
    mended: str = ""

    @property
    def place(self) -> str:
        """Where it stands, in words."""
        return f"{self.source}:{self.number}"

    def digests(self, name: str) -> tuple[bytes, bytes]:
        """What stands for the article in it wherever it stands, and for this line of a source of that name alone."""
        content = self.content if isinstance(self.content, bytes) else self.content.encode("utf-8", "surrogatepass")
        found = hashlib.blake2b(content.rstrip(b"\r\n"), digest_size=16, person=self.mended[-16:].encode())
        anywhere = found.digest()
        found.update(f"\n{name}-{self.number}".encode("utf-8", "surrogatepass"))
        return anywhere, found.digest()

    def parsed(self) -> Record | Problem:
        """The record in it, or what is wrong with it."""
        text, rule = (self.content, "") if isinstance(self.content, str) else decode(self.content) or ("", "")
        value = _load(text.lstrip("\ufeff"), self.source, self.number)
        if isinstance(value, Problem):
            return value
        return Record(value, self.source, self.number, str(self.number), rule or self.mended)


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
    return (line.parsed() for line in lines(text, source))


def lines(text: str, source: str, mended: str = "") -> Iterator[Line]:
    """The lines of a JSON Lines file that are not blank."""
    # Not splitlines(): a JSON string may hold U+2028 and its like.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield Line(line, source, number, mended)


def stream(path: str, least: int) -> Iterator[Line] | None:
    """The same from a file of at least that many bytes, one by one; None if it is smaller or must be seen whole."""
    if path == STDIN or not Path(path).is_file() or Path(path).stat().st_size < least:
        return None
    with Path(path).open("rb") as file:
        # Only UTF-8 and the code pages that share its line ends can be parted before they are decoded.
        decoded = decode(file.readline())
    return _streamed(path) if decoded and not decoded[1].startswith("decoded_utf_") else None


def _streamed(path: str) -> Iterator[Line]:
    with Path(path).open("rb") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield Line(line, path, number)


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
