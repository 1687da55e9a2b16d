"""A part of the network: what `kg view` is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from kg.graph import names
from kg.graph.ties import Occasion, Tie, ties
from kg.lexicon.areas import province_of
from kg.lexicon.concepts import load as concepts
from kg.records import Organization, Reading, Ref


@dataclass(frozen=True, slots=True)
class Part:
    """Which contacts to keep (all, where nothing is said), and whether officials are shown from the start.

    `of` is the number of articles of which the readings given are only what is strongest and newest; 0 if they are all.
    """

    province: str = ""
    theme: str = ""
    since: date | None = None
    min_meetings: int = 0
    people: bool = False
    of: int = 0

    @property
    def whole(self) -> bool:
        """Whether nothing is left out."""
        return not (self.province or self.theme or self.since or self.min_meetings or self.of)


WHOLE = Part()


def kept(readings: Sequence[Reading], part: Part) -> list[Tie]:
    """The ties of a part, each with the occasions that belong to it."""
    bodies = {body.key: body for reading in readings for body in reading.organizations}
    found = []
    for tie in ties(readings):
        occasions = tuple(occasion for occasion in tie.occasions if _belongs(occasion, bodies, part))
        smaller = replace(tie, occasions=occasions)
        if occasions and len(smaller.events) >= part.min_meetings:
            found.append(smaller)
    return found


def themes_of(reading: Reading, event: str | None) -> tuple[str, ...]:
    """The themes of an event; where it has none of its own, those of its article."""
    own = {c.object.key for c in reading.claims
           if c.predicate == "bw:theme" and isinstance(c.object, Ref) and c.subject == Ref("event", event or "")}
    return tuple(sorted(own)) or article_themes(reading)


def article_themes(reading: Reading) -> tuple[str, ...]:
    """The themes of an article."""
    return tuple(sorted({c.object.key for c in reading.claims
                         if c.predicate == "bw:theme" and isinstance(c.object, Ref) and c.subject.kind == "article"}))


def event_area(reading: Reading, event: str | None) -> str:
    """The code of the area where an event lies, "" if not known."""
    codes = [c.object.key for c in reading.claims
             if c.predicate == "bw:area" and isinstance(c.object, Ref) and c.subject == Ref("event", event or "")]
    return min(codes, default="")


def province(name: str) -> str:
    """The code of a province by code or by any of its names; ValueError if there is none or no province."""
    return _found(name, "province", _provinces())


def theme(name: str) -> str:
    """The key of a theme by key, label or synonym; ValueError if there is none."""
    return _found(name, "theme", _themes())


def _found(name: str, kind: str, known: dict[str, str]) -> str:
    key = known.get(name.casefold().strip())
    if key is None:
        raise ValueError(f"no {kind} is called {name!r}; known are: {', '.join(sorted(set(known.values())))}")
    return key


@cache
def _provinces() -> dict[str, str]:
    from kg.lexicon import areas
    from kg.outputs.view_names import areas as told

    found: dict[str, str] = {}
    for code in areas.load().codes("province"):
        words = told([code])[code]["words"]
        area = areas.load().get(code)
        spoken = [code, area.name, area.short_name, *(words if isinstance(words, list) else [])]
        found |= {word.casefold(): code for word in spoken}
    return found


@cache
def _themes() -> dict[str, str]:
    found: dict[str, str] = {}
    for concept in concepts().of("theme"):
        found |= {word.casefold(): concept.key for word in (*concept.alt, *concept.labels.values())}
    return found | {concept.key: concept.key for concept in concepts().of("theme")}


def _belongs(occasion: Occasion, bodies: dict[str, Organization], part: Part) -> bool:
    reading, contact = occasion.reading, occasion.contact
    if part.since and not any(day >= part.since for day in occasion.days):
        return False
    if part.theme and part.theme not in _with_broader(themes_of(reading, contact.event)):
        return False
    areas = [bodies[key].area for key in contact.parties if key in bodies] + [event_area(reading, contact.event)]
    return not part.province or part.province in {province_of(code) for code in areas if code}


def _with_broader(keys: Iterable[str]) -> set[str]:
    found: set[str] = set()
    waiting = list(keys)
    while waiting:
        key = waiting.pop()
        concept = names.concept(Ref("theme", key))
        if key not in found:
            found.add(key)
            waiting += concept.broader if concept else []
    return found
