"""What the network page tells of events and contacts: when, of what kind, who, and the excerpts that show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.graph.ties import Occasion
from kg.outputs.view_part import event_area, themes_of
from kg.outputs.view_passages import Excerpts, Marker, best
from kg.outputs.view_passages import Row as Excerpt
from kg.records import Claim, Event, Reading, Ref, Span

EVENT = ("article", "name", "type", "modality", "days", "venue", "area", "themes", "note", "passages", "rule",
         "confidence", "hosts", "guests", "speakers")
CONTACT = ("edge", "event", "article", "days", "basis", "modality", "coordination", "rule", "confidence", "passages",
           "speakers", "inferred")
_TAKES_PART = frozenset({"bw:organizer", "bw:attendee", "bw:speaker"})
_DATES = frozenset({"schema:startDate", "schema:endDate"})
Row = list[object]


class ArticleMeetings:
    """The events and contacts of one article as rows of EVENT and CONTACT."""

    def __init__(self, reading: Reading, article: int, excerpts: Excerpts, bodies: Mapping[str, int],
                 people: Mapping[str, int]) -> None:
        self._reading, self._article, self._excerpts = reading, article, excerpts
        self._bodies, self._people = bodies, people
        self._venues = {venue.key: venue.name for venue in reading.venues}
        self._claims: dict[str, list[Claim]] = {}
        for claim in reading.claims:
            self._claims.setdefault(claim.subject.key, []).append(claim)

    def event(self, event: Event) -> Row:
        """The row of one event."""
        claims = self._claims.get(event.key, [])
        days = sorted({str(c.object) for c in claims if c.predicate in _DATES})
        venues = sorted(self._venues.get(key, "") for key in _keys(claims, "bw:venue"))
        told = [c for c in self._reading.claims if c.predicate == "bw:reports" and c.object == Ref("event", event.key)]
        telling = best(told)
        spans = telling.passages if telling else ()
        guests = set(self._numbers(claims, "bw:attendee", self._bodies))
        return [self._article, event.name, event.type, event.modality, days, venues[0] if venues else "",
                event_area(self._reading, event.key), list(themes_of(self._reading, event.key)), event.date_note,
                self._excerpts(spans), telling.rule if telling else "", _sure(telling),
                self._numbers(claims, "bw:organizer", self._bodies),
                sorted(guests | set(self._numbers(claims, "bw:speaker", self._bodies))),
                self._numbers(claims, "bw:speaker", self._people)]

    def contact(self, occasion: Occasion, edge: int, event: int, marker: Marker, rows: list[Excerpt]) -> Row:
        """The row of one contact; `rows` are the excerpts of the whole page."""
        contact = occasion.contact
        claim = best(self._contact_claims(contact.parties))
        shown = self._excerpts(self._spans(occasion))
        unsaid = [[body, marker.unsaid([rows[number] for number in shown], body)]
                  for body in (self._bodies[key] for key in contact.parties)]
        return [edge, event, self._article, [day.isoformat() for day in occasion.days], contact.basis,
                contact.modality, int(contact.coordination), claim.rule if claim else "", _sure(claim), shown,
                self._speakers(contact.event, contact.parties), [hint for hint in unsaid if hint[1]]]

    def _spans(self, occasion: Occasion) -> list[Span]:
        """The passages of the contact; where a pair has several in one article, those that speak of this event."""
        spans = {span for claim in self._contact_claims(occasion.contact.parties) for span in claim.passages}
        about = {span for claim in self._claims.get(occasion.contact.event or "", [])
                 if claim.predicate in _TAKES_PART for span in claim.passages}
        of_event = {span for span in spans if any(span.meets(other) for other in about)}
        return sorted(of_event or spans)

    def _contact_claims(self, parties: tuple[str, str]) -> Iterator[Claim]:
        wanted = {Ref("org", key) for key in parties}
        for key in sorted(set(parties)):
            for claim in self._claims.get(key, []):
                if claim.predicate == "bw:inContactWith" and {claim.subject, claim.object} == wanted:
                    yield claim

    def _speakers(self, event: str | None, parties: tuple[str, str]) -> list[int]:
        """Those who spoke at the event and hold a post at one of the two."""
        posts = {(post.person, post.organization) for post in self._reading.memberships if post.status != "former"}
        spoke = _keys(self._claims.get(event or "", []), "bw:speaker")
        return sorted(self._people[key] for key in spoke
                      if key in self._people and any((key, body) in posts for body in parties))

    def _numbers(self, claims: Iterable[Claim], predicate: str, known: Mapping[str, int]) -> list[int]:
        return sorted({known[key] for key in _keys(claims, predicate) if key in known})


def _keys(claims: Iterable[Claim], predicate: str) -> list[str]:
    return sorted({c.object.key for c in claims if c.predicate == predicate and isinstance(c.object, Ref)})


def _sure(claim: Claim | None) -> float:
    return round(claim.confidence, 2) if claim else 0.0
