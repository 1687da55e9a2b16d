"""What a text must hold before a pattern can match in it: read off the pattern itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

SHORTEST = 3
"""Letters of a string worth looking for."""
_MOST = 64
"""So many strings that a stretch of a pattern may stand for are written out."""
_ZERO_WIDTH = frozenset({op.AT, op.ASSERT_NOT})
_REPEATS = frozenset({op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT})
Need = frozenset[str]


def needs(pattern: str) -> list[Need]:
    """Sets of words or parts of words: a text in which a pattern matches holds one string at least of each set."""
    return list(dict.fromkeys(filter(None, map(_words, strings(pattern)))))


def strings(pattern: str, flags: int = 0) -> list[Need]:
    """The same for strings of any kind and length. There are none for a pattern that does not mind case."""
    parsed = _parser.parse(pattern, flags)
    return [] if parsed.state.flags & re.IGNORECASE else _needed(_read(parsed))


def _words(need: Need) -> Need | None:
    """The longest word of each string, None if one of them is too short to tell anything."""
    return frozenset(map(_longest, need)) if min(map(_length, need)) >= SHORTEST else None


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
