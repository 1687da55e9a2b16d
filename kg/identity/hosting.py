"""Who holds the reported event."""

from __future__ import annotations

from kg.identity import events
from kg.identity.builder import Builder
from kg.identity.happenings import Happening
from kg.records import Fact, Mention, Organization, Ref


def state_organizers(builder: Builder, event: Happening) -> None:
    """States who holds the event; those who only sign or join beside the first take part."""
    found = events.organizers(event.chosen, builder.sentences)
    if event.chosen.type == "audiensi":
        found = _received(builder, event) or found
    for mention, fact in found:
        body = actor_body(builder, mention, builder.resolver.home.code)
        if body is None or body.key in event.organizers or _narrower_known(event, body):
            continue
        ref, spans = Ref("org", body.key), [event.chosen.mention.span, mention.span]
        if event.organizers and (event.chosen.type == "penandatanganan" or mention.kind == "group"):
            builder.claim(event.ref, "bw:attendee", ref, spans, fact.rule, fact.confidence)
            event.takers[ref] = mention.span
            event.signing_groups |= {mention.key} if mention.kind == "group" else set()
            continue
        event.organizers[body.key] = body
        builder.claim(event.ref, "bw:organizer", ref, spans, fact.rule, fact.confidence)
    if not event.organizers and not event.chosen.joins:
        _default_organizer(builder, event)


def _received(builder: Builder, event: Happening) -> list[tuple[Mention, Fact]]:
    """An audience: whom the visit goes to holds it, the visitors take part."""
    visits = [
        f
        for f in event.chosen.joins
        if f.rule in {"audience_with", "visits", "visits_by_verb", "received_by"} and f.part("org") is not None
    ]
    for fact in visits[:1]:
        near = [m for f in event.chosen.hosts if f.sentence == fact.sentence for m in f.all("org")]
        far = [m for f in event.chosen.hosts if f.rule != "receives_visit" for m in f.all("org")]
        visitors = near or fact.all("who") or far
        for mention in visitors:
            body = actor_body(builder, mention, builder.resolver.home.code)
            if body is not None:
                builder.claim(
                    event.ref,
                    "bw:attendee",
                    Ref("org", body.key),
                    [event.chosen.mention.span, mention.span],
                    fact.rule,
                    fact.confidence,
                )
                event.takers[Ref("org", body.key)] = mention.span
        return [(m, fact) for m in fact.all("org")]
    return []


def _narrower_known(event: Happening, body: Organization) -> bool:
    """The same kind of body in another area is no second organiser by a later sentence."""
    return any(known.type == body.type and known.area != body.area for known in event.organizers.values())


def _default_organizer(builder: Builder, event: Happening) -> None:
    """Nobody is said to hold it: the Bawaslu that the article is about, where it first stands."""
    for number, one in enumerate(builder.sentences):
        for mention in (*one.top, *one.inner):
            if mention.kind == "org" and mention.key in {"bawaslu", "panwascam"}:
                body = builder.organization(mention)
                if body is not None and _holds_by_default(body, builder.resolver.home.code, number):
                    event.organizers[body.key] = body
                    builder.claim(
                        event.ref,
                        "bw:organizer",
                        Ref("org", body.key),
                        [event.chosen.mention.span, mention.span],
                        "organizer_is_the_articles_own_body",
                        0.75,
                    )
                    return


def _holds_by_default(body: Organization, home: str, number: int) -> bool:
    """The Bawaslu of the article's area, or the supervisors of one district where they come first."""
    if body.type == "panwascam":
        return body.area.count(".") == 2
    return body.area == home or number > 5


def actor_body(builder: Builder, mention: Mention, area: str) -> Organization | None:
    if mention.kind == "group":
        return builder.group(mention, area)
    return builder.organization(mention) if mention.kind in {"org", "post"} else None
