"""Patterns that are not tried on texts without the strings that they need (`kg.lexicon.needs`).

Most patterns match nowhere in most sentences. Each has strings without which it cannot match; a look at every word of the
sentence, mostly one that was seen before, tells which of them are missing and so which patterns need not be tried.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache, reduce
from operator import or_
from threading import Lock

from kg.lexicon.needs import SHORTEST, Need, needs, strings

_ASKED = 8
"""So many strings are looked for in a text sooner than the pattern is tried."""


class Cues:
    """The strings that some patterns need, and which of them a text lacks. Each need has a bit of its own."""

    def __init__(self) -> None:
        self._bits: dict[Need, int] = {}
        self._strings: dict[str, int] = defaultdict(int)
        self._beginning: dict[str, list[str]] = defaultdict(list)
        self._adding = Lock()
        self._held_by = self._remembered()

    def _remembered(self) -> Callable[[str], int]:
        return lru_cache(maxsize=1 << 16)(self._held)

    def needs(self, pattern: str) -> int:
        """The bits of what every match of a pattern holds."""
        return reduce(or_, map(self._bit, needs(pattern)), 0)

    def lacking(self, text: str) -> int:
        """The bits of the needs known by now that a text does not hold."""
        known = (1 << len(self._bits)) - 1
        return known & ~reduce(or_, map(self._held_by, text.split()), 0)

    def _bit(self, need: Need) -> int:
        with self._adding:
            if need not in self._bits:
                bit = 1 << len(self._bits)
                for string in need:
                    if string not in self._strings:
                        self._beginning[string[:SHORTEST]].append(string)
                    self._strings[string] |= bit
                # Other threads may be looking at words: the need counts from when all of this stands.
                self._held_by = self._remembered()
                self._bits[need] = bit
        return self._bits[need]

    def _held(self, word: str) -> int:
        held = 0
        for start in range(len(word) - SHORTEST + 1):
            for string in self._beginning.get(word[start : start + SHORTEST], ()):
                if word.startswith(string, start):
                    held |= self._strings[string]
        return held


class Guarded:
    """A pattern that is not tried on a text without the strings that it needs."""

    __slots__ = ("_needs", "pattern")

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self._needs = [tuple(sorted(need)) for need in strings(pattern.pattern, pattern.flags) if len(need) <= _ASKED]

    def may_match(self, text: str) -> bool:
        """False if the pattern is sure to match nowhere in a text."""
        for need in self._needs:
            for string in need:
                if string in text:
                    break
            else:
                return False
        return True

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in a text."""
        return self.pattern.search(text) if self.may_match(text) else None

    def match(self, text: str, start: int) -> re.Match[str] | None:
        """The match at a place in a text."""
        return self.pattern.match(text, start) if self.may_match(text) else None

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches in a stretch of a text."""
        return self.pattern.finditer(text, start, end) if self.may_match(text[start:end]) else iter(())

    def sub(self, replacement: str, text: str) -> str:
        """The text with its matches replaced."""
        return self.pattern.sub(replacement, text) if self.may_match(text) else text
