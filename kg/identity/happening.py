"""States the reported event: type, organisers, days, place, area, who took part and who spoke, its themes."""

from __future__ import annotations

from kg.identity import events, modality, themes
from kg.identity.builder import Builder
from kg.identity.happenings import Happening
from kg.identity.hosting import state_organizers
from kg.identity.people import People
from kg.identity.taking_part import state_invitees, state_takers
from kg.identity.whereabouts import state_days, state_place
from kg.records import Event, Membership, Ref, Venue


def state(builder: Builder, people: People, memberships: dict[str, Membership]) -> Happening | None:
    """The reported event with its claims, or None."""
    chosen = events.choose(builder.sentences, builder.facts)
    if chosen is None:
        return None
    event = Happening(Ref("event", f"{builder.article.key}-{chosen.mention.span.start}"), chosen)
    article = Ref("article", builder.article.key)
    builder.claim(article, "bw:reports", event.ref, [chosen.mention.span], chosen.mention.rule, 0.9)
    builder.claim(
        event.ref, "bw:eventType", Ref("event-type", chosen.type), [chosen.mention.span], chosen.mention.rule, 0.9
    )
    state_organizers(builder, event)
    first = next(iter(event.organizers.values()), None)
    event.area_of_groups = (first.area if first else "") or builder.resolver.home.code
    state_days(builder, event)
    state_place(builder, event)
    state_takers(builder, event, people, memberships)
    state_invitees(builder, event, people, memberships)
    event.modality = modality.of(chosen, builder.sentences, any(ref not in event.invited for ref in event.takers))
    return event


def things(builder: Builder, event: Happening | None) -> tuple[tuple[Venue, ...], tuple[Event, ...]]:
    """The venue and event as records; states the themes of article and event."""
    chosen = themes.choose(builder.sentences)
    for theme in chosen:
        confidence = min(0.95, 0.5 + theme.weight / 20)
        subjects = [Ref("article", builder.article.key)]
        if event is not None and event.chosen.anchors.get(theme.sentence, 0.0) >= 2:
            subjects.append(event.ref)
        for subject in subjects:
            builder.claim(
                subject, "bw:theme", Ref("theme", theme.key), [theme.mention.span], theme.mention.rule, confidence
            )
    if event is None:
        return (), ()
    record = Event(
        event.ref.key, builder.words(event.chosen.mention.span), event.chosen.type, event.modality, event.date_note
    )
    return ((event.venue,) if event.venue else ()), (record,)
