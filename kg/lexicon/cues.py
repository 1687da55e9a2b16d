"""What a text must hold before a pattern can match it: found in the pattern itself, looked for word by word.

Most patterns match nowhere in most sentences. Each has strings without which it cannot match; a look at every word of the
sentence, mostly one that was seen before, tells which of them are missing and so which patterns need not be tried.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache, reduce
from operator import or_
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_SHORTEST = 3
"""Letters of a string worth looking for."""
_MOST = 64
"""So many strings that a stretch of a pattern may stand for are written out."""
_ASKED = 8
"""So many strings are looked for in a text sooner than the pattern is tried."""
_ZERO_WIDTH = frozenset({op.AT, op.ASSERT_NOT})
_REPEATS = frozenset({op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT})
Need = frozenset[str]


class Cues:
    """The strings that some patterns need, and which of them a text lacks. Each need has a bit of its own."""

    def __init__(self) -> None:
        self._bits: dict[Need, int] = {}
        self._strings: dict[str, int] = defaultdict(int)
        self._beginning: dict[str, list[str]] = defaultdict(list)
        self._held_by = lru_cache(maxsize=1 << 16)(self._held)

    def needs(self, pattern: str) -> int:
        """The bits of what every match of a pattern holds."""
        return reduce(or_, map(self._bit, needs(pattern)), 0)

    def lacking(self, text: str) -> int:
        """The bits of the needs known by now that a text does not hold."""
        held = reduce(or_, map(self._held_by, text.split()), 0)
        return (1 << len(self._bits)) - 1 & ~held

    def _bit(self, need: Need) -> int:
        if need not in self._bits:
            self._bits[need] = 1 << len(self._bits)
            for string in need:
                if string not in self._strings:
                    self._beginning[string[:_SHORTEST]].append(string)
                self._strings[string] |= self._bits[need]
            self._held_by.cache_clear()
        return self._bits[need]

    def _held(self, word: str) -> int:
        held = 0
        for start in range(len(word) - _SHORTEST + 1):
            for string in self._beginning.get(word[start : start + _SHORTEST], ()):
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


def needs(pattern: str) -> list[Need]:
    """Sets of words or parts of words: a text in which a pattern matches holds one string at least of each set."""
    return list(dict.fromkeys(filter(None, map(_words, strings(pattern)))))


def strings(pattern: str, flags: int = 0) -> list[Need]:
    """The same for strings of any kind and length. There are none for a pattern that does not mind case."""
    parsed = _parser.parse(pattern, flags)
    return [] if parsed.state.flags & re.IGNORECASE else _needed(_read(parsed))


def _words(need: Need) -> Need | None:
    """The longest word of each string, None if one of them is too short to tell anything."""
    return frozenset(map(_longest, need)) if min(map(_length, need)) >= _SHORTEST else None


def _longest(string: str) -> str:
    return max(string.split(), key=len, default="")


def _length(string: str) -> int:
    return len(_longest(string))


_NOTHING = frozenset({""})
_Read = tuple[Need | None, list[Need]]
"""All that a piece of a pattern can match, if that is few strings, and else what it needs."""


def _needed(read: _Read) -> list[Need]:
    exact, found = read
    return [need for need in (*found, *([exact] if exact else ())) if "" not in need]


def _read(sequence: Iterable[tuple[Any, Any]]) -> _Read:
    run, whole = _NOTHING, True
    found: list[Need] = []
    for code, value in sequence:
        if code in _ZERO_WIDTH:
            continue
        exact, inside = _piece(code, value)
        joined = _joined(run, exact)
        if code is op.ASSERT:
            ahead, whole = value[0] > 0, False
            found += [*inside, *([joined if ahead and joined else exact] if exact else [])]
            run = exact if exact and not ahead and run == _NOTHING else run
        elif joined is None:
            found, whole = [*found, run, *inside], False
            run = exact or _NOTHING
        else:
            run = joined
    return (run, []) if whole else (None, [*found, run])


def _joined(first: Need, second: Need | None) -> Need | None:
    """All strings of the first with all of the second behind, None if they are too many."""
    if second is None or len(first) * len(second) > _MOST:
        return None
    return frozenset(one + other for one in first for other in second)


def _piece(code: Any, value: Any) -> _Read:
    if code is op.LITERAL:
        return frozenset({chr(value)}), []
    if code is op.IN and all(kind is op.LITERAL for kind, _ in value):
        return frozenset(chr(letter) for _, letter in value), []
    if code is op.SUBPATTERN:
        return (None, []) if value[1] & re.IGNORECASE else _read(value[3])
    if code is op.ATOMIC_GROUP:
        return _read(value)
    # What stands beside a match belongs to the text as well.
    if code is op.ASSERT:
        return _read(value[1])
    if code is op.BRANCH:
        return _either([_read(each) for each in value[1]])
    return (None, _repeated(*value)) if code in _REPEATS else (None, [])


def _repeated(least: int, _: Any, sequence: Iterable[tuple[Any, Any]]) -> list[Need]:
    """What a piece needs that stands there `least` times or more."""
    exact, found = _read(sequence)
    if not least:
        return []
    times = exact
    for _time in range(1, least):
        times = _joined(times, exact) or times if times else None
    return [*found, *([times] if times else [])]


def _either(read: list[_Read]) -> _Read:
    """What alternatives have in common: for each of them the best of what it needs."""
    every = [exact for exact, _ in read if exact is not None]
    if len(every) == len(read):
        return frozenset().union(*every), []
    best = [max(_needed(each), key=_worth, default=None) for each in read]
    return None, [frozenset().union(*(need for need in best if need))] if all(best) else []


def _worth(need: Need) -> tuple[int, int, int]:
    return min(map(_length, need)), min(map(len, need)), -len(need)
