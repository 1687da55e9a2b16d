"""Tokens, and finding the longest listed phrase that begins at a token."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Value = TypeVar("Value")
_TOKEN = re.compile(r"\w+(?:['’ʼ`´]\w+)*|[^\w\s]")
_JOINTS = frozenset(".-–")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark, its offsets in the text, and its lower-case form."""

    text: str
    start: int
    end: int
    low: str


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of a stretch of text, with offsets in the whole text."""
    stop = len(text) if end is None else end
    return [Token(m.group(), m.start(), m.end(), m.group().lower()) for m in _TOKEN.finditer(text, start, stop)]


@dataclass(slots=True)
class _Node(Generic[Value]):
    next: dict[str, _Node[Value]] = field(default_factory=dict)
    values: list[tuple[Value, tuple[str, ...]]] = field(default_factory=list)


class Phrases(Generic[Value]):
    """A word trie from phrases to values. Dots and hyphens between words may be there or not ("Satpol-PP", "Kab. X")."""

    def __init__(self) -> None:
        self._root: _Node[Value] = _Node()

    def add(self, phrase: str, value: Value) -> None:
        """Adds a phrase; the same phrase may hold several values."""
        words = [token.text for token in tokenize(phrase) if token.text not in _JOINTS]
        node = self._root
        for word in words:
            node = node.next.setdefault(word.lower(), _Node())
        node.values.append((value, tuple(words)))

    def at(self, tokens: Sequence[Token], index: int) -> Iterator[tuple[int, list[tuple[Value, tuple[str, ...]]]]]:
        """All listed phrases that begin at a token, longest first: (index after it, [(value, its spelling)])."""
        node, found, here = self._root, [], index
        while here < len(tokens):
            token = tokens[here]
            step = node.next.get(token.low)
            if step is None:
                if here == index or token.text not in _JOINTS or tokens[here - 1].end != token.start:
                    break
                here += 1
                continue
            node, here = step, here + 1
            if node.values:
                found.append((here, node.values))
        return reversed(found)

    def longest(self, tokens: Sequence[Token], index: int) -> tuple[int, list[tuple[Value, tuple[str, ...]]]] | None:
        """The longest listed phrase at a token, or None."""
        return next(self.at(tokens, index), None)
