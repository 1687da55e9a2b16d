"""A source to its raw articles: what each is before anything is cleaned, and a digest that tells whether it is known."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kg.articles.crawls import captures
from kg.articles.dates import parse_date
from kg.articles.decoding import decode
from kg.articles.jsonfiles import Line, Record, lines, looks_like_json, parse_json, stream
from kg.articles.keys import slug
from kg.articles.parquet import parse_rows
from kg.articles.problems import Problem
from kg.articles.sources import STDIN, Source

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|!--|(?:html|head|body|article|div|main|meta|section|p)\b)", re.I
)
_SKIP = "only objects with a text field are articles"
_KNOWN = ("title", "url", "outlet", "publisher", "author")
STREAMED = 16 << 20
"""In bytes; a larger file of JSON lines is read line by line."""


@dataclass(frozen=True, slots=True)
class Raw:
    """An article as a source gives it: `form` is text, html or record; `about` what a record says besides the text.

    `source` tells where it stands, `mended` by which rules it was decoded, `line` is the digest of the line of JSON that
    alone it was made of, if any.
    """

    form: str
    text: str
    identifier: str
    source: str
    about: tuple[tuple[str, str], ...] = ()
    mended: tuple[str, ...] = ()
    line: bytes = b""

    @property
    def key(self) -> str:
        """The slug that the article's IRI ends in."""
        return slug(self.identifier)

    @property
    def digest(self) -> bytes:
        """Sixteen bytes that stand for all that is read of it, wherever it stands."""
        content = (self.form, self.text, self.identifier, self.about, self.mended)
        return hashlib.blake2b(repr(content).encode(), digest_size=16).digest()


def raws(source: Source) -> Iterator[Raw | Problem]:
    """The raw articles of a source and what is wrong with it; never raises for what a file holds."""
    for item in unparsed(source):
        yield from records(item, source) if isinstance(item, Line) else (item,)


def unparsed(source: Source) -> Iterator[Raw | Problem | Line]:
    """The same, but that lines of JSON are left as they are: `records` gives what is in them."""
    if source.problem:
        yield source.problem
        return
    if source.form == "warc":
        yield from _captured(source)
        return
    if source.form == "jsonl" and (found := stream(source.path, STREAMED)):
        yield from found
        return
    if source.form == "parquet":
        for row in parse_rows(source.path):
            yield from in_record(row, source.name)
        return
    data = _bytes(source)
    yield from (data,) if isinstance(data, Problem) else inside(data, source)


def inside(data: bytes, source: Source) -> Iterator[Raw | Problem | Line]:
    """The same from all the bytes of a source, which may be anything but a crawl or Parquet."""
    decoded = _decoded(data, source)
    if isinstance(decoded, Problem):
        yield decoded
        return
    text, rule = decoded
    form = source.form or looks_like_json(text) or "text"
    if form == "text" and _HTML.match(text):
        form = "html"
    if form in ("text", "html"):
        yield Raw(form, text, source.name, source.path, mended=(rule,) if rule else ())
    elif form == "json":
        for record in parse_json(text.lstrip("\ufeff"), source.path):
            yield from in_record(record, source.name, rule)
    else:
        yield from lines(text.lstrip("\ufeff"), source.path, rule)


def records(line: Line, source: Source) -> Iterator[Raw | Problem]:
    """The article in a line of JSON and what is wrong with it. Where all of it is one article, that keeps the digest of
    the line: by it the article is known without parsing."""
    found = list(in_record(line.parsed(), source.name))
    for item in found:
        if len(found) == 1 and isinstance(item, Raw):
            anywhere, here = line.digests(source.name)
            item = replace(item, line=here if item.identifier == _unnamed(source.name, str(line.number)) else anywhere)
        yield item


def _captured(source: Source) -> Iterator[Raw | Problem]:
    """The pages of a crawl, each under its address."""
    for found in captures(source.path):
        if isinstance(found, Problem):
            yield found
        elif decoded := decode(found.page):
            text, rule = decoded
            about = (("url", found.url), ("fetched", found.day))
            yield Raw("html", text, found.url, f"{source.path}: {found.url}", about, (rule,) if rule else ())


def lost(source: str, message: str, hint: str) -> Problem:
    """An article that could not be read."""
    return Problem(source, None, message, hint, lost=True)


def _bytes(source: Source) -> bytes | Problem:
    try:
        return sys.stdin.buffer.read() if source.path == STDIN else Path(source.path).read_bytes()
    except OSError as error:
        hint = "check that the file is there and that you may read it"
        return lost(source.path, f"cannot be read ({error.strerror or error})", hint)


def _decoded(data: bytes, source: Source) -> tuple[str, str] | Problem:
    """The text of a source and the rule that decoded it."""
    decoded = decode(data)
    if decoded is None:
        return lost(source.path, "not a text file", "give the article as text, HTML or JSON")
    if not decoded[0].strip("\ufeff \t\r\n"):
        return lost(source.path, "empty", "put the article's text in it or remove it")
    return decoded


def in_record(record: Record | Problem, name: str, rule: str = "") -> Iterator[Raw | Problem]:
    """The article in one JSON record, and a note if its date cannot be read. `rule` decoded its file."""
    if isinstance(record, Problem):
        yield record
        return
    value, line = record.value, record.line
    if not isinstance(value, dict) or "text" not in value:
        yield Problem(record.source, line, "no article text: skipped", _SKIP, lost=False)
        return
    raw = value["text"]
    if not isinstance(raw, str) or not raw.strip():
        yield Problem(record.source, line, "text is empty or no string", "put the article's text in it", lost=True)
        return
    where = record.source if line is None else f"{record.source}:{line}"
    about = [(name, value[name]) for name in _KNOWN if isinstance(value.get(name), str)]
    day = parse_date(value.get("date"))
    about += [("date", day.isoformat())] if day else []
    rules = tuple(one for one in (rule, record.mended) if one)
    yield Raw("record", raw, _identifier(value, name, record.place), where, tuple(about), rules)
    if value.get("date") and day is None:
        yield Problem(record.source, line, "date not understood", "write it as YYYY-MM-DD", lost=False)


def _identifier(value: Mapping[str, Any], name: str, place: str) -> str:
    given = value.get("id")
    named = " ".join(str(given).split()) if isinstance(given, str | int) and not isinstance(given, bool) else ""
    return named or _unnamed(name, place)


def _unnamed(name: str, place: str) -> str:
    return f"{name}-{place}" if place else name
