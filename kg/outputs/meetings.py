"""What the network page tells about one edge: each contact, when, of what kind, and the words that show it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.graph import names
from kg.graph.ties import Occasion, Tie
from kg.records import Claim, Event, Ref, Span

_TAKES_PART = frozenset({"bw:organizer", "bw:attendee", "bw:speaker"})


def meetings(tie: Tie) -> list[dict[str, object]]:
    """The occasions of a tie as plain data, oldest first, undated ones last."""
    ordered = sorted(tie.occasions, key=lambda o: (not o.days, o.days, o.contact.key))
    return [_meeting(occasion) for occasion in ordered]


def _meeting(occasion: Occasion) -> dict[str, object]:
    article, contact = occasion.reading.article, occasion.contact
    event = next((event for event in occasion.reading.events if event.key == contact.event), None)
    return {
        "event": event.name if event else "",
        "type": _type_labels(event),
        "days": [day.isoformat() for day in occasion.days],
        "basis": contact.basis,
        "modality": contact.modality,
        "coordination": contact.coordination,
        "article": article.title or article.id,
        "outlet": article.outlet,
        "url": article.url if article.url.startswith(("https://", "http://")) else "",
        "words": [article.text[span.start : span.end] for span in _passages(occasion)],
    }


def _type_labels(event: Event | None) -> list[str]:
    if event is None or not event.type:
        return ["", ""]
    ref = Ref("event-type", event.type)
    concept = names.concept(ref)
    label = names.label(ref)
    return [label, concept.labels.get("en", label) if concept else label]


def _passages(occasion: Occasion) -> list[Span]:
    """The passages of the contact; where a pair has several in one article, those that speak of this event."""
    spans = {span for claim in _contact_claims(occasion) for span in claim.passages}
    about = {span for claim in _event_claims(occasion) for span in claim.passages}
    of_event = {span for span in spans if any(span.meets(other) for other in about)}
    return sorted(of_event or spans)


def _contact_claims(occasion: Occasion) -> Iterator[Claim]:
    parties = {Ref("org", key) for key in occasion.contact.parties}
    for claim in occasion.reading.claims:
        if claim.predicate == "bw:inContactWith" and {claim.subject, claim.object} == parties:
            yield claim


def _event_claims(occasion: Occasion) -> Iterator[Claim]:
    for claim in occasion.reading.claims:
        if claim.predicate in _TAKES_PART and claim.subject.key == occasion.contact.event:
            yield claim
