"""A line of an article while it is being told what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.articles.shapes import LONGEST
from kg.records import Block, Span

_SENTENCE_END = re.compile(r"[.!?][\"'”’»)\]]*$|[.,!?][\"”’] ?\w[^.]{0,60}\.?$")
_OPEN_QUOTE = tuple("\"“”'‘")


@dataclass(slots=True)
class Line:
    """A line of `text`, or a part of one; `kind` and `rule` are "" until some rule has seen it."""

    text: str
    start: int
    end: int
    kind: str = ""
    rule: str = ""
    _same: str | None = None

    @property
    def words(self) -> str:
        """The line as it stands, cut short where it is too long to be anything but running text."""
        return self.text[self.start : min(self.end, self.start + LONGEST + 1)]

    @property
    def same(self) -> str:
        """The line's words as they are compared."""
        if self._same is None:
            self._same = same(self.words)
        return self._same

    @property
    def length(self) -> int:
        """How many characters."""
        return self.end - self.start

    @property
    def ends_sentence(self) -> bool:
        """Whether the line ends as a sentence does, or with a speech tag behind a quote."""
        return _SENTENCE_END.search(self.text[max(self.start, self.end - 80) : self.end]) is not None

    @property
    def is_sentence(self) -> bool:
        """Whether the line is running text rather than a heading, a label or a list entry."""
        if self.length > 200:
            return True
        opens = self.words.startswith(_OPEN_QUOTE)
        return (self.ends_sentence or opens) and len(self.words.split()) >= 8

    @property
    def has_words(self) -> bool:
        """Whether there is anything but white space."""
        return bool(self.text[self.start : self.end].strip())

    @property
    def block(self) -> Block:
        """The line as a block."""
        return Block(Span(self.start, self.end), self.kind, self.rule)

    def trimmed(self) -> Line:
        """The line without the white space at its ends."""
        part = self.text[self.start : self.end]
        start = self.start + len(part) - len(part.lstrip())
        return Line(self.text, start, start + len(part.strip()), self.kind, self.rule)


def label(lines: Iterable[Line], kind: str, rule: str) -> None:
    """Gives the lines that have no kind yet this one."""
    for line in lines:
        if not line.kind:
            line.kind, line.rule = kind, rule


def same(words: str) -> str:
    """A line's words as they are compared: without case, marks or runs of space."""
    return " ".join(re.findall(r"\w+", words.casefold()))
