"""The record of a rule that tells from a line's own words what the line is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LONGEST = 320
"""No line above this length is furniture of a page; the patterns are not even tried on it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A line that the pattern matches as a whole is of this kind; `reads` it knows, `refuses` it leaves alone."""

    name: str
    kind: str
    pattern: re.Pattern[str]
    reads: tuple[str, ...]
    refuses: tuple[str, ...] = ()


def shape(name: str, kind: str, pattern: str, *, reads: Sequence[str], refuses: Sequence[str] = ()) -> Shape:
    """A shape whose pattern does not mind case."""
    return Shape(name, kind, re.compile(pattern, re.IGNORECASE), tuple(reads), tuple(refuses))


def phrases(name: str, kind: str, words: Iterable[str], *, refuses: Sequence[str] = ()) -> Shape:
    """A shape made of a closed list of lines, each as pages write it; a colon or arrow behind one does not matter."""
    listed = tuple(words)
    choice = "|".join(re.escape(phrase) for phrase in sorted(listed, key=len, reverse=True))
    return shape(name, kind, rf"(?:{choice})\s*[:»>→*…]*", reads=listed, refuses=refuses)


def match(shapes: Iterable[Shape], line: str) -> Shape | None:
    """The first of the shapes that the whole line has."""
    if len(line) > LONGEST:
        return None
    return next((each for each in shapes if each.pattern.fullmatch(line)), None)
