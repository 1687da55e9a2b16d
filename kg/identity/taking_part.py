"""Who took part in the reported event, spoke at it, or was invited and did not come."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.identity.builder import Builder
from kg.identity.groups import NO_PARTNERS
from kg.identity.happenings import Happening
from kg.identity.holding import builder_key
from kg.identity.people import People
from kg.records import Fact, Membership, Mention, Ref, Span


def state_invitees(builder: Builder, event: Happening, people: People, memberships: dict[str, Membership]) -> None:
    """Those who were invited and did not come."""
    for fact in builder.facts:
        who = fact.part("who")
        if fact.kind != "invite" or who is None or builder.in_quote(who):
            continue
        for ref, span in actors_of(builder, event, who, people, memberships):
            if ref.key not in event.organizers and ref not in event.takers:
                builder.claim(
                    event.ref, "bw:invitee", ref, [event.chosen.mention.span, span], fact.rule, fact.confidence
                )
                event.invited.add(ref)


def state_takers(builder: Builder, event: Happening, people: People, memberships: dict[str, Membership]) -> None:
    groups = set(event.signing_groups)
    for fact in builder.facts:
        if fact.kind not in {"attend", "speak", "join"}:
            continue
        who = fact.part("who")
        if who is None or (fact.rule != "invited_in_quote" and builder.in_quote(who)):
            continue
        named = fact.part("event")
        if named is not None and named.key != event.chosen.type and not named.get("weak"):
            continue
        for ref, span in actors_of(builder, event, who, people, memberships):
            if ref.kind == "org" and ref.key in event.organizers:
                continue
            if who.kind == "group":
                groups.add(who.key)
            predicate = "bw:speaker" if fact.kind == "speak" else "bw:attendee"
            if predicate == "bw:attendee" and not _really(builder, event, fact, ref, people, memberships):
                continue
            builder.claim(event.ref, predicate, ref, [event.chosen.mention.span, span], fact.rule, fact.confidence)
            event.takers[ref] = span
    _guests(builder, event, people, memberships)
    event.groups = frozenset(groups)


def _really(
    builder: Builder, event: Happening, fact: Fact, ref: Ref, people: People, memberships: dict[str, Membership]
) -> bool:
    """Whether a listed actor is more than the organiser's own chair beside the event."""
    if ref.kind != "person":
        return True
    own = [m for m in memberships.values() if m.person == ref.key and m.organization in event.organizers]
    return not own or fact.rule == "attended_by"


def actors_of(
    builder: Builder, event: Happening, who: Mention, people: People, memberships: dict[str, Membership]
) -> list[tuple[Ref, Span]]:
    """The thing that takes part: the person; for a post without a name its known holder, else its body."""
    if who.kind == "person":
        known = people.of(who)
        return [(Ref("person", builder_key(known)), who.span)] if known else []
    if who.kind == "group" and who.key in NO_PARTNERS:
        return []
    if who.kind == "group":
        return [(Ref("org", builder.group(who, event.area_of_groups).key), who.span)]
    body = builder.organization(who)
    if body is None:
        return []
    if who.kind == "post":
        holder = next(
            (
                m.person
                for m in memberships.values()
                if m.organization == body.key and m.role == who.key and m.role not in {"anggota", "staf"}
            ),
            None,
        )
        if holder is not None:
            return [(Ref("person", holder), who.span)]
    return [(Ref("org", body.key), who.span)]


def _guests(builder: Builder, event: Happening, people: People, memberships: dict[str, Membership]) -> None:
    """Somebody of another body whom the report of the event quotes was there too."""
    for fact in builder.facts:
        who = fact.part("who")
        known = people.of(who) if fact.kind == "said" and who is not None and who.kind == "person" else None
        if known is None or who is None or Ref("person", known.key) in event.takers:
            continue
        held = [m for m in memberships.values() if m.person == known.key and m.status != "former" and m.organization]
        if held and not any(m.organization in event.organizers for m in held) and not _asked_apart(builder, people, known.key):
            ref = Ref("person", known.key)
            builder.claim(
                event.ref, "bw:attendee", ref, [event.chosen.mention.span, who.span], "guest_who_is_quoted", 0.7
            )
            event.takers[ref] = who.span


# "Terpisah, Anggota Bawaslu X …", "saat dihubungi melalui telepon": the reporter asked elsewhere.
_APART = re.compile(r"\b(?:terpisah|dihubungi|dikonfirmasi|dimintai (?:tanggapan|komentar)|lewat telepon|melalui telepon|whatsapp)\b")


@lru_cache(maxsize=1)
def _told_apart(text: str, sentences: tuple[Span, ...]) -> tuple[int, ...]:
    """The numbers of the sentences that say that the report asked apart from the event."""
    return tuple(i for i, span in enumerate(sentences) if _APART.search(text[span.start : span.end].lower()))


def _asked_apart(builder: Builder, people: People, key: str) -> bool:
    """Whether a sentence that names the person says that the report asked apart from the event."""
    return any(
        m.kind == "person" and (known := people.of(m)) is not None and known.key == key
        for number in _told_apart(builder.article.text, tuple(one.sentence.span for one in builder.sentences))
        for m in builder.sentences[number].top
    )
