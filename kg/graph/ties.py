"""Who is in contact with whom over all articles: the contacts of one pair, gathered and counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kg.identity.copies import independent
from kg.records import Contact, Reading

_NO_CONTACT = frozenset({"called-for", "cancelled"})
_DATES = ("schema:startDate", "schema:endDate")


@dataclass(frozen=True, slots=True)
class Occasion:
    """One contact, the reading that gives it, and its days: those of the event, else the day of publication."""

    contact: Contact
    reading: Reading
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """One pair and all the occasions on which articles show it in contact."""

    parties: tuple[str, str]
    occasions: tuple[Occasion, ...]

    @property
    def events(self) -> tuple[str, ...]:
        """Keys of the distinct events behind the contacts, sorted."""
        return tuple(sorted({o.contact.event for o in self.occasions if o.contact.event}))

    @property
    def articles(self) -> tuple[str, ...]:
        """Keys of the articles that show the contact, sorted."""
        return tuple(sorted({o.reading.article.key for o in self.occasions}))

    def reports(self, copies: Mapping[str, str]) -> int:
        """How many independent reports show the contact: articles, with copies of one report counted once."""
        return independent(self.articles, copies)

    @property
    def days(self) -> tuple[date, ...]:
        """All days of the contacts, sorted."""
        return tuple(sorted({day for o in self.occasions for day in o.days}))

    @property
    def coordination(self) -> bool:
        """Whether one of the contacts is coordination and not merely presence."""
        return any(o.contact.coordination for o in self.occasions)


def ties(readings: Iterable[Reading]) -> list[Tie]:
    """The ties of all pairs, sorted by pair; what is only called for or was cancelled makes none."""
    found: dict[tuple[str, str], list[Occasion]] = defaultdict(list)
    for reading in readings:
        days = _days_of_events(reading)
        published = (reading.article.published,) if reading.article.published else ()
        for contact in reading.contacts:
            if contact.modality not in _NO_CONTACT:
                when = days.get(contact.event or "") or published
                found[_pair(contact)].append(Occasion(contact, reading, tuple(when)))
    return [Tie(pair, tuple(sorted(found[pair], key=lambda o: o.contact.key))) for pair in sorted(found)]


def _pair(contact: Contact) -> tuple[str, str]:
    first, second = sorted(contact.parties)
    return first, second


def _days_of_events(reading: Reading) -> dict[str, tuple[date, ...]]:
    days: dict[str, set[date]] = defaultdict(set)
    for claim in reading.claims:
        if claim.predicate in _DATES and isinstance(claim.object, date):
            days[claim.subject.key].add(claim.object)
    return {event: tuple(sorted(found)) for event, found in days.items()}
