"""A source to its articles and problems."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kg.articles.blocks import blocks_of
from kg.articles.dates import parse_date
from kg.articles.decoding import decode
from kg.articles.jsonfiles import Record, looks_like_json, parse_json, parse_lines
from kg.articles.keys import slug
from kg.articles.lines import same
from kg.articles.metadata import author_of, is_bawaslu, outlet_of, published_of
from kg.articles.pages import read_page
from kg.articles.problems import Problem
from kg.articles.sources import STDIN, Source
from kg.articles.texts import clean
from kg.records import Article

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|!--|(?:html|head|body|article|div|main|meta|section|p)\b)", re.I
)
_SKIP = "only objects with a text field are articles"
LONGEST = 100_000
"""In characters; a text longer than a long magazine feature is something else, or many articles in one."""


def read(source: Source) -> Iterator[Article | Problem]:
    """The articles of a source, and what could not be read of it; never raises for what a file holds."""
    for found in _read(source):
        yield _too_long(found) if isinstance(found, Article) and len(found.text) > LONGEST else found


def _too_long(article: Article) -> Problem:
    message = f"too long for one article ({len(article.text):,} characters, at most {LONGEST:,})"
    return Problem(article.source, None, message, "give each article its own file or JSON line", lost=True)


def _read(source: Source) -> Iterator[Article | Problem]:
    if source.problem:
        yield source.problem
        return
    decoded = _decoded(source)
    if isinstance(decoded, Problem):
        yield decoded
        return
    text, rule = decoded
    mended = (rule,) if rule else ()
    form = source.form or looks_like_json(text) or "text"
    if form == "text" and _HTML.match(text):
        form = "html"
    if form == "text":
        yield make_article(text, source.name, source.path, mended=mended)
    elif form == "html":
        yield _page(text, source, mended)
    else:
        yield from _records(text, source, form, mended)


def make_article(
    raw: str, identifier: str, source: str, about: Mapping[str, Any] | None = None, mended: tuple[str, ...] = ()
) -> Article:
    """The article in a raw text; what is known `about` it (title, url, outlet, author, date) outranks its lines."""
    known = {name: _one_line(value) for name, value in (about or {}).items() if isinstance(value, str)}
    title = known.get("title", "")
    text, repairs = clean(raw)
    if title and same(text.split("\n", 1)[0][: len(title) * 2 + 20]) != same(title):
        text = f"{title}\n{text}"
    blocks, title = blocks_of(text, title)
    outlet = known.get("outlet") or known.get("publisher") or outlet_of(text, blocks)
    return Article(
        id=_storable(identifier),
        key=slug(identifier),
        text=text,
        blocks=blocks,
        source=_storable(source),
        title=title,
        url=known.get("url", ""),
        outlet=outlet,
        author=known.get("author") or author_of(text, blocks),
        published=parse_date((about or {}).get("date")) or published_of(text, blocks),
        self_reported=is_bawaslu(known.get("url", ""), outlet, blocks),
        mended=(*mended, *repairs),
    )


def _storable(name: str) -> str:
    # File names and JSON strings may hold half characters, which no output can be written with.
    return name.encode("utf-8", "replace").decode("utf-8")


def _one_line(value: str) -> str:
    return " ".join(clean(value)[0].split())


def _decoded(source: Source) -> tuple[str, str] | Problem:
    """The text of a source and the rule that decoded it."""
    try:
        data = sys.stdin.buffer.read() if source.path == STDIN else Path(source.path).read_bytes()
    except OSError as error:
        hint = "check that the file is there and that you may read it"
        return _lost(source, f"cannot be read ({error.strerror or error})", hint)
    decoded = decode(data)
    if decoded is None:
        return _lost(source, "not a text file", "give the article as text, HTML or JSON")
    if not decoded[0].strip("\ufeff \t\r\n"):
        return _lost(source, "empty", "put the article's text in it or remove it")
    return decoded


def _lost(source: Source, message: str, hint: str) -> Problem:
    return Problem(source.path, None, message, hint, lost=True)


def _page(html: str, source: Source, mended: tuple[str, ...]) -> Article | Problem:
    page = read_page(html)
    if page is None:
        return _lost(source, "no main text found in this HTML page", "save the article's text as .txt instead")
    return make_article(page["text"], source.name, source.path, page, mended)


def _records(text: str, source: Source, form: str, mended: tuple[str, ...]) -> Iterator[Article | Problem]:
    parse = parse_json if form == "json" else parse_lines
    for found in parse(text.lstrip("\ufeff"), source.path):
        if isinstance(found, Problem):
            yield found
        else:
            yield from _record(found, source.name, mended)


def _record(record: Record, name: str, mended: tuple[str, ...]) -> Iterator[Article | Problem]:
    """The article in one JSON record, and a note if its date cannot be read."""
    value, line = record.value, record.line
    if not isinstance(value, dict) or "text" not in value:
        yield Problem(record.source, line, "no article text: skipped", _SKIP, lost=False)
        return
    raw = value["text"]
    if not isinstance(raw, str) or not raw.strip():
        yield Problem(record.source, line, "text is empty or no string", "put the article's text in it", lost=True)
        return
    where = record.source if line is None else f"{record.source}:{line}"
    yield make_article(raw, _identifier(value, name, record.place), where, value, mended)
    if value.get("date") and parse_date(value["date"]) is None:
        yield Problem(record.source, line, "date not understood", "write it as YYYY-MM-DD", lost=False)


def _identifier(value: Mapping[str, Any], name: str, place: str) -> str:
    given = value.get("id")
    named = " ".join(str(given).split()) if isinstance(given, str | int) and not isinstance(given, bool) else ""
    return named or (f"{name}-{place}" if place else name)
