"""Quotations: stretches between quote marks of any kind, also doubled, mixed or never closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.records import Block, Mention, Span

_OPEN = '“„”"‟'
_MARK = re.compile("[“„”\"‟]")
_CLOSE = '”"“'


def find(text: str, block: Block) -> Iterator[Mention]:
    """The quoted stretches of a block, marks included; `detail` says whether the end mark is missing."""
    here, stop = block.span.start, block.span.end
    while here < stop:
        start = _opening(text, here, stop, block.span.start)
        if start is None:
            return
        first = start + 1
        while first < stop and text[first] in _OPEN:
            first += 1
        end = _closing(text, first, stop)
        closed = end is not None
        last = end if end is not None else stop
        inner = text[first:last].strip()
        if inner:
            after = last
            while after < stop and text[after] in _CLOSE and closed:
                after += 1
            yield Mention(
                "quote",
                Span(start, after),
                "",
                "quote_marks",
                (("closed", "1" if closed else ""), ("inner", f"{first} {last}")),
            )
            last = after
        here = max(last, first) + (0 if inner else 1)


def _opening(text: str, here: int, stop: int, begin: int) -> int | None:
    """The next mark that opens: it stands at the start, after a blank, or after a bracket, and before a letter."""
    for found in _MARK.finditer(text, here, stop):
        i = found.start()
        if text[i] in _OPEN and (i == begin or not text[i - 1].isalnum() or text[i] == "“") and i + 1 < stop:
            return i
    return None


def _closing(text: str, first: int, stop: int) -> int | None:
    for found in _MARK.finditer(text, first, stop):
        i = found.start()
        if text[i] in '”"' and i > first:
            return i
        if text[i] == "“" and i > first and (i + 1 == stop or not text[i + 1].isalnum()):
            return i
    return None


def inner(text: str, mention: Mention) -> Span:
    """The quote without its marks and blanks."""
    start, end = (int(part) for part in mention.get("inner").split())
    words = text[start:end]
    lead = len(words) - len(words.lstrip(' \n\t"“”'))
    return Span(start + lead, start + len(words.rstrip(' \n\t"“”')))
