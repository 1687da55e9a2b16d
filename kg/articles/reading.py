"""A source to its articles and problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from kg.articles.blocks import blocks_of
from kg.articles.dates import parse_date
from kg.articles.keys import slug
from kg.articles.lines import same
from kg.articles.metadata import author_of, is_bawaslu, outlet_of, published_of
from kg.articles.pages import read_page
from kg.articles.problems import Problem
from kg.articles.raw import Raw, lost, raws
from kg.articles.sources import Source
from kg.articles.texts import clean
from kg.records import Article

LONGEST = 1_000_000
"""In characters; a text longer than a book is something else, or many articles in one."""


def read(source: Source) -> Iterator[Article | Problem]:
    """The articles of a source, and what could not be read of it; never raises for what a file holds."""
    for found in raws(source):
        yield make(found) if isinstance(found, Raw) else found


def make(raw: Raw) -> Article | Problem:
    """The article, cleaned; a problem if there is none in it or too much for one."""
    if raw.form == "html":
        about = dict(raw.about)
        page = read_page(raw.text, about.get("url", ""))
        if page is None:
            return lost(raw.source, "no main text found in this HTML page", "save the article's text as .txt instead")
        found = make_article(page["text"], raw.identifier, raw.source, page, raw.mended)
        # Crawls of news visit a page soon after it appears, so that day is better than none.
        found = replace(found, published=found.published or parse_date(about.get("fetched")))
    else:
        found = make_article(raw.text, raw.identifier, raw.source, dict(raw.about), raw.mended)
    if len(found.text) > LONGEST:
        message = f"too long for one article ({len(found.text):,} characters, at most {LONGEST:,})"
        return lost(found.source, message, "give each article its own file or JSON line")
    return found


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
