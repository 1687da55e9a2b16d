"""Excerpts: each passage stands in the page once, with the words marked that name bodies and people."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from kg.outputs.view_names import tells_area
from kg.records import Claim, Reading, Span

Mark = tuple[int, int, str, int]
"""Start and end in UTF-16 units, as browsers count; "b" for a body or "p" for a person; its number."""


@dataclass(slots=True)
class Passages:
    """All excerpts of the page: [article, text, marks], each once."""

    rows: list[tuple[int, str, list[Mark]]] = field(default_factory=list)
    _seen: dict[tuple[int, Span], int] = field(default_factory=dict)

    def of(self, article: int, reading: Reading, marker: Marker) -> Callable[[Iterable[Span]], list[int]]:
        """A function from spans of one article to the numbers of their excerpts."""

        def numbers(spans: Iterable[Span]) -> list[int]:
            return [self._number(article, reading, marker, span) for span in sorted(set(spans))]

        return numbers

    def _number(self, article: int, reading: Reading, marker: Marker, span: Span) -> int:
        if (article, span) not in self._seen:
            self._seen[article, span] = len(self.rows)
            text = reading.article.text[span.start : span.end]
            self.rows.append((article, text, marker.marks(text)))
        return self._seen[article, span]


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
        forms = sorted(self._targets, key=lambda form: (-len(form), form))
        words = (r"\s+".join(map(re.escape, form.split())) for form in forms)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)") if forms else None

    def _add(self, forms: Iterable[str], kind: str, number: int) -> None:
        for form in forms:
            if form.strip():
                self._targets[" ".join(form.split())] = (kind, number)

    def marks(self, text: str) -> list[Mark]:
        """What is named where, the longest form first."""
        found = self._pattern.finditer(text) if self._pattern else ()
        return [(_units(text, m.start()), _units(text, m.end()), *self._targets[" ".join(m.group().split())])
                for m in found]

    def unsaid(self, passages: Iterable[tuple[int, str, list[Mark]]], body: int) -> str:
        """What the passages do not say of a body and was inferred: "body" (its name), "area", or "" (nothing)."""
        forms = [_slice(text, start, end) for _, text, marks in passages for start, end, kind, number in marks
                 if kind == "b" and number == body]
        if not forms:
            return "body"
        return "" if any(tells_area(form, self.areas.get(body, "")) for form in forms) else "area"


def best(claims: Iterable[Claim]) -> Claim | None:
    """The surest of some claims; the first by rule among equals."""
    return min(claims, key=lambda claim: (-claim.confidence, claim.rule), default=None)


def _units(text: str, offset: int) -> int:
    if text.isascii():
        return offset
    return offset + sum(ord(sign) > 0xFFFF for sign in text[:offset])


def _slice(text: str, start: int, end: int) -> str:
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")
