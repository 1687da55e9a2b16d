"""Who is in contact with whom: organisers with those who took part, and pairs that the text states outright."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from kg.identity.builder import Builder
from kg.identity.happenings import Happening
from kg.identity.people import People
from kg.records import Contact, Membership, Mention, Ref, Span

_COORDINATION = frozenset(
    {"rakor", "rapat-evaluasi", "audiensi", "penandatanganan", "diskusi", "deklarasi", "apel", "penertiban"}
)
_Pair = tuple[tuple[str, str], str, list[Span], str, float, float]
# What kind of contact an event of a type makes of being there.
_BASIS_OF_TYPE = {"penandatanganan": "signed", "sidang": "hearing", "audiensi": "hosted"}
_RANK = {"hearing": 7, "signed": 6, "co-organised": 5, "spoke": 4, "attended": 3, "hosted": 2, "stated": 1}


def state(
    builder: Builder, event: Happening | None, people: People, memberships: dict[str, Membership]
) -> tuple[Contact, ...]:
    """All contacts of an article with their claims."""
    found: dict[tuple[str, str], Contact] = {}
    for pair, basis, spans, rule, confidence, at_most in [
        *_of_event(builder, event, memberships),
        *_stated(builder, people, memberships),
    ]:
        via = event.ref.key if event and basis != "stated" else None
        basis = "internal" if _one_hierarchy(builder, pair) else basis
        coordination = basis == "stated" or (
            basis != "internal"
            and event is not None
            and (event.chosen.type in _COORDINATION or basis == "co-organised")
        )
        modality = event.modality if event and basis != "stated" else "held"
        key = f"{builder.article.key}-{_hash(pair, via)}"
        contact = Contact(key, pair, via, basis, modality, coordination)
        if pair not in found or _RANK.get(found[pair].basis, 0) < _RANK.get(basis, 0):
            found[pair] = contact
        builder.claim(Ref("org", pair[0]), "bw:inContactWith", Ref("org", pair[1]), spans, rule, confidence, at_most)
    return tuple(contact for _, contact in sorted(found.items()))


def _of_event(builder: Builder, event: Happening | None, memberships: dict[str, Membership]) -> Iterator[_Pair]:
    if event is None:
        return
    keys = sorted(event.organizers)
    for i, a in enumerate(keys):
        for b in keys[i + 1 :]:
            spans = [s for k in (a, b) for s in builder.spans_of(event.ref, "bw:organizer", Ref("org", k))]
            sure = min(builder.confidence_of(event.ref, "bw:organizer", Ref("org", k)) for k in (a, b))
            yield (a, b), "co-organised", spans, "organised_together", 0.85, sure
    spoke = set(builder.claimed(event.ref, "bw:speaker"))
    for ref, span in event.takers.items():
        for body, extra in _bodies(builder, ref, memberships):
            for organizer in keys:
                if body == organizer:
                    continue
                spans = [*builder.spans_of(event.ref, "bw:organizer", Ref("org", organizer)), span, *extra]
                basis = _BASIS_OF_TYPE.get(event.chosen.type, "spoke" if ref in spoke else "attended")
                sure = _weakest(builder, event, organizer, ref)
                pair = (min(body, organizer), max(body, organizer))
                yield pair, basis, spans, "organiser_and_participant", 0.85, sure


def _weakest(builder: Builder, event: Happening, organizer: str, taker: Ref) -> float:
    """A contact is no surer than that the one held the event and the other was there."""
    there = [builder.confidence_of(event.ref, way, taker) for way in ("bw:attendee", "bw:speaker")]
    return min(*there, builder.confidence_of(event.ref, "bw:organizer", Ref("org", organizer)))


def _bodies(builder: Builder, ref: Ref, memberships: dict[str, Membership]) -> list[tuple[str, list[Span]]]:
    if ref.kind == "org":
        return [(ref.key, [])]
    return [
        (m.organization, list(builder.spans_of(Ref("membership", m.key), "org:member", ref)))
        for m in memberships.values()
        if m.person == ref.key and m.organization and m.status in {"current", "acting"}
    ]


def _stated(builder: Builder, people: People, memberships: dict[str, Membership]) -> Iterator[_Pair]:
    for fact in builder.facts:
        if fact.kind != "stated":
            continue
        sides = [(_key(builder, fact.part(name), people, memberships), fact.part(name)) for name in ("one", "two")]
        if all(key for key, _ in sides) and sides[0][0] != sides[1][0]:
            pair = tuple(sorted(str(key) for key, _ in sides))
            spans = [span for key, m in sides for span in _words_of(builder, key, m)]
            yield (pair[0], pair[1]), "stated", spans, fact.rule, fact.confidence, 1.0


def _words_of(builder: Builder, key: str | None, mention: Mention | None) -> list[Span]:
    """Where a side stands: at its mention, and for a pronoun or quotation also where its body is named."""
    if mention is None or key is None:
        return []
    if mention.kind not in {"quote", "pronoun"}:
        return [mention.span]
    return [mention.span, *builder.spans_of(Ref("article", builder.article.key), "bw:mentions", Ref("org", key))]


def _key(builder: Builder, mention: Mention | None, people: People, memberships: dict[str, Membership]) -> str | None:
    if mention is None:
        return None
    if mention.kind in {"quote", "pronoun"}:
        return _body_of_speaker(builder, mention, people, memberships)
    if mention.kind == "group":
        return builder.group(mention, builder.resolver.home.code).key
    body = builder.organization(mention)
    return body.key if body else None


def _body_of_speaker(
    builder: Builder, mention: Mention, people: People, memberships: dict[str, Membership]
) -> str | None:
    """The body for which a quotation's speaker, or the one a pronoun means, speaks."""
    said = [
        o
        for o in builder.claimed(Ref("quotation", f"{builder.article.key}-{mention.span.start}"), "bw:saidBy")
        if isinstance(o, Ref)
    ]
    if mention.kind == "pronoun":
        before = [
            m for one in builder.sentences for m in one.top if m.kind == "person" and m.span.end <= mention.span.start
        ]
        known = people.of(before[-1]) if before else None
        said = [Ref("person", known.key)] if known is not None else []
    return next(
        (m.organization for ref in said for m in memberships.values() if m.person == ref.key and m.status != "former"),
        None,
    )


def _one_hierarchy(builder: Builder, pair: tuple[str, str]) -> bool:
    """Both sides belong to the supervisory body and its own committees."""
    kinds = {"bawaslu", "panwaslih", "panwascam", "pkd", "ptps", "bawaslu-kabkota", "panwascam-se", "pkd-se", "ptps-se"}
    return all(builder.organizations[key].type in kinds for key in pair)


def _hash(pair: tuple[str, str], event: str | None) -> str:
    return hashlib.sha256("|".join((*pair, event or "")).encode()).hexdigest()[:16]
