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
    lines = [Line(text, start, end) for start, end in _line_spans(text)]
    _label_by_shape(lines)
    label_footer(lines)
    label_pictures(lines)
    title = label_head(lines, title)
    label_untold_pictures(lines)
    label(lines, "body", "running_text")
    return tuple(block for line in lines for block in _split(line)), title


def _line_spans(text: str) -> Iterator[tuple[int, int]]:
    for found in re.finditer(r"[^\n]+", text):
        line = found[0]
        if line.strip():
            start = found.start() + len(line) - len(line.lstrip())
            yield start, start + len(line.strip())


def _label_by_shape(lines: list[Line]) -> None:
    for line in lines:
        found = match((*RELATED, *BYLINES, *CHROME), line.words)
        if found:
            line.kind, line.rule = found.kind, found.name


def _split(line: Line) -> Iterator[Block]:
    """The line as one block, or as several where a credit or a link to another article stands in it."""
    if line.kind not in ("body", "caption"):
        yield line.block(line.start, line.end)
        return
    at = line.start
    for start, end, kind, rule in _inserts(line):
        if line.has_words(at, start):
            yield line.block(at, start)
        yield Block(line.trimmed(start, end), kind, rule)
        at = end
    if line.has_words(at, line.end):
        yield line.block(at, line.end)


def _inserts(line: Line) -> Iterator[tuple[int, int, str, str]]:
    """What stands in a line of text and is not of it, with the marks around it."""
    for found in INLINE.finditer(line.text, line.start, line.end):
        yield found.start(), found.end(), "related", "see_also_inside"
    tail = max(line.start, line.end - _TAIL)
    credit = END_CREDIT.search(line.text[tail : line.end])
    # A credit that is the whole line has been seen by its shape already.
    if credit and tail + credit.start() > line.start:
        yield tail + credit.start(), line.end, "byline", f"credit_behind_{line.kind}"
