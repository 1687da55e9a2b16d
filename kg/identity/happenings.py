"""The reported event while it is stated."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kg.identity import events
from kg.lexicon.areas import REPUBLIC
from kg.records import Organization, Ref, Span, Venue


@dataclass
class Happening:
    """The event while it is stated."""

    ref: Ref
    chosen: events.Chosen
    organizers: dict[str, Organization] = field(default_factory=dict)
    takers: dict[Ref, Span] = field(default_factory=dict)
    invited: set[Ref] = field(default_factory=set)
    area: str = ""
    venue: Venue | None = None
    first: date | None = None
    date_note: str = ""
    dated: int | None = None
    groups: frozenset[str] = frozenset()
    signing_groups: set[str] = field(default_factory=set)
    area_of_groups: str = REPUBLIC
    modality: str = "held"
