"""What stands about an article in its lines: dateline, outlet, author, day of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from urllib.parse import urlsplit

from kg.articles.bylines import PAGE_DATE, ROLE
from kg.articles.datelines import Dateline, dateline
from kg.articles.dates import find_date
from kg.records import Block

__all__ = ["Dateline", "author_of", "dateline", "is_bawaslu", "outlet_of", "published_of"]

_OWN_NAME = re.compile(r"(?i)bawaslu|panwas(?:lu|lih)")
_SIGNED = re.compile(
    r"(?i:\W*(?:penulis|pewarta|reporter|wartawan|jurnalis|kontributor|author|laporan|oleh|by)"
    rf"(?:\s*/\s*{ROLE})?)\s*[:|]?\s*(?P<name>[A-Z][^|:(\n]{{2,60}}?)\W*$"
)
_DASHED = re.compile(r"-(?P<name>[A-Z][A-Z.’']+(?: [A-Z][A-Z.’']*)+)-$")
_BRACKETED = re.compile(r"\((?P<name>[A-Z][a-z]{2,}(?: [A-Z][a-z]+){0,3})(?:/[\w* ]+)?\)\.?$")
_SLASHED = re.compile(r"(?P<name>[A-Z][\w.]*(?: [\w.]+){0,3}) / (?P<outlet>[A-Z][\w .]{1,30})$")
# "(Humas)" at the end of a report is an office, "(Red)" the newsroom.
_NO_NAME = frozenset(
    ("humas", "bawaslu", "red", "redaksi", "admin", "adv", "rls", "rilis", "hms", "istimewa", "ist", "tim", "dok")
)


def outlet_of(text: str, blocks: Sequence[Block]) -> str:
    """The outlet in the article's dateline or signature, "" if there is none."""
    for block in [block for block in blocks if block.kind in ("body", "caption")][:4]:
        found = dateline(text[block.span.start : block.span.end])
        if found and found.outlet:
            return found.outlet
    signed = [_SLASHED.match(line) for line in _bylines(text, blocks)]
    return next((found["outlet"] for found in signed if found), "")


def author_of(text: str, blocks: Sequence[Block]) -> str:
    """The reporter named in a byline, "" if there is only an office, initials or nothing."""
    lines = _bylines(text, blocks)
    for pattern in (_SIGNED, _SLASHED, _DASHED, _BRACKETED):
        for found in filter(None, map(pattern.match, lines)):
            name = found["name"].strip()
            if not _NO_NAME.intersection(name.casefold().split()):
                return name
    return ""


def published_of(text: str, blocks: Sequence[Block]) -> date | None:
    """The day on the page's date line, None if there is no such line."""
    dated = [text[block.span.start : block.span.end] for block in blocks if block.rule == PAGE_DATE.name]
    return next((day for day in map(find_date, dated) if day), None)


def is_bawaslu(url: str, outlet: str, blocks: Sequence[Block]) -> bool:
    """Whether the article is from a site of Bawaslu itself: by its address, its own outlet's name, or its page."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        host = ""
    own_site = host == "bawaslu.go.id" or host.endswith(".bawaslu.go.id")
    return own_site or bool(_OWN_NAME.search(outlet)) or any(block.rule == "bawaslu_site" for block in blocks)


def _bylines(text: str, blocks: Sequence[Block]) -> list[str]:
    return [text[block.span.start : block.span.end] for block in blocks if block.kind == "byline"]
