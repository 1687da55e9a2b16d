"""Tokens, and finding the longest listed phrase that begins at a token."""

from __future__ import annotations

import re
from collections.abc import Callable, KeysView, Sequence
from functools import partial
from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")
_TOKEN = re.compile(r"\w+(?:['’ʼ`´]\w+)*|[^\w\s]")
_JOINTS = frozenset(".-–")


class Token(NamedTuple):
    """A word or a mark, its offsets in the text, and its lower-case form."""

    text: str
    start: int
    end: int
    low: str


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of a stretch of text, with offsets in the whole text."""
    stop = len(text) if end is None else end
    found = [(word := match[0], *match.span(), word.lower()) for match in _TOKEN.finditer(text, start, stop)]
    return list(map(_token, found))


def words_of(text: str) -> list[str]:
    """The words and marks of a text as written, without the dots and hyphens that phrases pass over."""
    return [word for word in _TOKEN.findall(text) if word not in _JOINTS]


# Made without a call into Python for each.
_token: Callable[[tuple[str, int, int, str]], Token] = partial(tuple.__new__, Token)


class _Node(Generic[Value]):
    __slots__ = ("next", "values")

    def __init__(self) -> None:
        self.next: dict[str, _Node[Value]] = {}
        self.values: list[tuple[Value, tuple[str, ...]]] = []


Found = tuple[int, list[tuple[Value, tuple[str, ...]]]]
"""The index after a phrase, and what it stands for with its spelling."""


class Phrases(Generic[Value]):
    """A word trie from phrases to values. Dots and hyphens between words may be there or not ("Satpol-PP", "Kab. X")."""

    def __init__(self) -> None:
        self._root: _Node[Value] = _Node()
        self.first_words: KeysView[str] = self._root.next.keys()
        """The words, in small letters, that phrases begin with."""

    def add(self, phrase: str, value: Value) -> None:
        """Adds a phrase; the same phrase may hold several values."""
        words = words_of(phrase)
        node = self._root
        for word in words:
            low = word.lower()
            step = node.next.get(low)
            if step is None:
                step = node.next[low] = _Node()
            node = step
        node.values.append((value, tuple(words)))

    def at(self, tokens: Sequence[Token], index: int) -> Sequence[Found[Value]]:
        """All listed phrases that begin at a token, longest first: (index after it, [(value, its spelling)])."""
        # Most words begin no phrase: that must cost one look-up.
        node = self._root.next.get(tokens[index].low) if index < len(tokens) else None
        if node is None:
            return ()
        here = index + 1
        found = [(here, node.values)] if node.values else []
        while here < len(tokens) and node.next:
            token = tokens[here]
            step = node.next.get(token.low)
            here += 1
            if step is not None:
                node = step
                if node.values:
                    found.append((here, node.values))
            elif token.text not in _JOINTS or tokens[here - 2].end != token.start:
                break
        found.reverse()
        return found

    def longest(self, tokens: Sequence[Token], index: int) -> Found[Value] | None:
        """The longest listed phrase at a token, or None."""
        found = self.at(tokens, index) if index < len(tokens) and tokens[index].low in self._root.next else None
        return found[0] if found else None
