"""Excerpts: each passage stands in the page once, with the words marked that name bodies and people.

The sentences of meetings and posts always stand there; mentions and themes bring new ones only up to a share of the
article, which the page must not replace.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from kg.outputs.view_names import tells_area
from kg.records import Claim, Reading, Span

_SHARE = 0.7
_ODD_BLANKS = re.compile(r"[^\S ]|  ")
Mark = tuple[int, int, str, int]
"""Start and end in UTF-16 units, as browsers count; "b" for a body or "p" for a person; its number."""
Row = tuple[int, str, list[Mark]]


@dataclass(slots=True)
class Passages:
    """All excerpts of the page: [article, text, marks]."""

    rows: list[Row] = field(default_factory=list)


class Excerpts:
    """The excerpts of one article. Called with spans, it gives their numbers; each stands in the page once."""

    def __init__(self, passages: Passages, article: int, reading: Reading, marker: Marker) -> None:
        self._passages, self._article, self._marker = passages, article, marker
        self._text = reading.article.text
        self._shown: dict[Span, int] = {}

    def __call__(self, spans: Iterable[Span]) -> list[int]:
        return [self._number(span) for span in sorted(set(spans))]

    def spare(self, spans: Iterable[Span], kind: str = "", number: int = -1) -> list[int]:
        """The same for what is less than a meeting or a post: nothing new beyond the article's share.

        Past that, an excerpt that stands there already and names the thing (`kind` and `number` of its marks) must do.
        """
        wanted = sorted(set(spans))
        held = [next((number for shown, number in self._shown.items() if shown.holds(span)), None) for span in wanted]
        known = list(dict.fromkeys(number for number in held if number is not None))
        new = sum(span.end - span.start for span, number in zip(wanted, held, strict=True) if number is None)
        if not new:
            return known
        if new + sum(span.end - span.start for span in self._shown) <= _SHARE * len(self._text):
            return self(wanted)
        naming = (n for n in self._shown.values() if any(mark[2:] == (kind, number) for mark in self._passages.rows[n][2]))
        return known or list(islice(naming, 1))

    def _number(self, span: Span) -> int:
        if span not in self._shown:
            self._shown[span] = len(self._passages.rows)
            text = self._text[span.start : span.end]
            self._passages.rows.append((self._article, text, self._marker.marks(text)))
        return self._shown[span]


class Marker:
    """Finds the written forms of one article's bodies and people in its passages."""

    def __init__(self, reading: Reading, bodies: Mapping[str, int], people: Mapping[str, int]) -> None:
        self._targets: dict[str, tuple[str, int]] = {}
        self.areas = {bodies[body.key]: body.area for body in reading.organizations if body.key in bodies}
        for person in reading.people:
            if person.key in people:
                self._add((person.name, *person.written), "p", people[person.key])
        for body in reading.organizations:
            if body.key in bodies:
                self._add((body.name, *body.written, *body.misspelt), "b", bodies[body.key])

    def _add(self, forms: Iterable[str], kind: str, number: int) -> None:
        for form in forms:
            if form.strip():
                self._targets[" ".join(form.split())] = (kind, number)

    def marks(self, text: str) -> list[Mark]:
        """What is named where, the longest form first."""
        marks: list[Mark] = []
        done = 0
        for start, negative, form in sorted(self._found(text)):
            if start >= done:
                done = start - negative
                marks.append((_units(text, start), _units(text, done), *self._targets[form]))
        return marks

    def _found(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where each form stands as whole words: (start, length below zero, form), so that the longest sorts first."""
        odd = _ODD_BLANKS.search(text) is not None
        for form in self._targets:
            for start, end in _odd_places(text, form) if odd else _places(text, form):
                if not (start and _is_word(text[start - 1])) and not (end < len(text) and _is_word(text[end])):
                    yield start, start - end, form

    def unsaid(self, passages: Iterable[Row], body: int) -> str:
        """What the passages do not say of a body and was inferred: "body" (its name), "area", or "" (nothing)."""
        forms = [_slice(text, start, end) for _, text, marks in passages for start, end, kind, number in marks
                 if kind == "b" and number == body]
        if not forms:
            return "body"
        return "" if any(tells_area(form, self.areas.get(body, "")) for form in forms) else "area"


def _places(text: str, form: str) -> Iterator[tuple[int, int]]:
    start = text.find(form)
    while start >= 0:
        yield start, start + len(form)
        start = text.find(form, start + 1)


def _odd_places(text: str, form: str) -> Iterator[tuple[int, int]]:
    """The same where words may stand apart by more than a blank."""
    return (found.span() for found in re.finditer(r"\s+".join(map(re.escape, form.split())), text))


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def best(claims: Iterable[Claim]) -> Claim | None:
    """The surest of some claims; the first by rule among equals."""
    return min(claims, key=lambda claim: (-claim.confidence, claim.rule), default=None)


def _units(text: str, offset: int) -> int:
    if text.isascii():
        return offset
    return offset + sum(ord(sign) > 0xFFFF for sign in text[:offset])


def _slice(text: str, start: int, end: int) -> str:
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")
