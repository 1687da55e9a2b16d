"""Every line of a cleaned text is told apart: title, caption, byline, related, chrome or body. Nothing is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.articles.bylines import BYLINES, END_CREDIT
from kg.articles.chrome import CHROME
from kg.articles.footers import label_footer
from kg.articles.heads import label_head
from kg.articles.lines import Line, label
from kg.articles.pictures import label_pictures, label_untold_pictures
from kg.articles.related import INLINE, RELATED
from kg.articles.shapes import match
from kg.records import Block

_TAIL = 160


def blocks_of(text: str, title: str = "") -> tuple[tuple[Block, ...], str]:
    """The blocks of a cleaned text in order, without overlap, holding all of it but white space, and its title.

    `title` is the title if it is known beforehand; lines that repeat it are titles too.
    """
    lines = [line.trimmed() for line in _lines(text) if line.has_words]
    _label_by_shape(lines)
    label_footer(lines)
    label_pictures(lines)
    title = label_head(lines, title)
    label_untold_pictures(lines)
    label(lines, "body", "running_text")
    return tuple(block for line in lines for block in _split(line)), title


def _lines(text: str) -> Iterator[Line]:
    """The lines that are not blank; one with a link to another article inside is cut there."""
    for found in re.finditer(r"[^\n]*\S[^\n]*", text):
        line = Line(text, *found.span())
        at = line.start
        links = list(INLINE.finditer(text, line.start, line.end))
        # A line that begins with the link is one as a whole, wherever its headline ends.
        for link in links if links and not match(RELATED, line.words.strip()) else ():
            yield Line(text, at, link.start())
            yield Line(text, link.start(), link.end(), "related", "see_also_inside")
            at = link.end()
        yield Line(text, at, line.end)


_SHAPES = (*RELATED, *BYLINES, *CHROME)


def _label_by_shape(lines: list[Line]) -> None:
    for line in lines:
        found = None if line.kind else match(_SHAPES, line.words)
        if found:
            line.kind, line.rule = found.kind, found.name


def _split(line: Line) -> Iterator[Block]:
    """The line as one block, or as two where a credit stands behind its text."""
    tail = max(line.start, line.end - _TAIL)
    credit = END_CREDIT.search(line.text[tail : line.end]) if line.kind in ("body", "caption") else None
    # A credit that is the whole line has been seen by its shape already.
    if credit and tail + credit.start() > line.start:
        rest = Line(line.text, tail + credit.start(), line.end, "byline", f"credit_behind_{line.kind}")
        yield Line(line.text, line.start, rest.start, line.kind, line.rule).trimmed().block
        yield rest.block
    else:
        yield line.block
