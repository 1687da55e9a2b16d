"""When and where the reported event took place."""

from __future__ import annotations

from kg.identity import days, events
from kg.identity.bodies import slug
from kg.identity.builder import Builder
from kg.identity.happenings import Happening
from kg.lexicon import areas as gazetteer
from kg.lexicon.areas import REPUBLIC, province_of, regency_of
from kg.records import Mention, Ref, Span, Venue


def state_days(builder: Builder, event: Happening) -> None:
    found = days.choose(builder.article, builder.sentences, event.chosen.anchors)
    if found is None:
        return
    event.dated, mention = found
    resolved = days.resolve(mention, builder.article, None)
    if resolved is None:
        return
    event.first = resolved[0]
    event.date_note = days.note(mention, resolved[0])
    if event.date_note:
        builder.warnings.append(event.date_note)
    for predicate, day in (("schema:startDate", resolved[0]), ("schema:endDate", resolved[1])):
        builder.claim(event.ref, predicate, day, [event.chosen.mention.span, mention.span], f"date_{mention.rule}", 0.9)


def state_place(builder: Builder, event: Happening) -> None:
    found = events.place(event.chosen, builder.sentences, event.dated)
    area, span = _area_of_event(builder, event, found[1] if found else None)
    if found is not None:
        _, mention = found
        venue_area = area or builder.resolver.home.code
        name = mention.key if not mention.get("areas") or _venue_area(builder, mention) else builder.words(mention.span)
        key = f"{slug(name)}-{venue_area}"
        event.venue = Venue(key, name, venue_area, (builder.words(mention.span),))
        builder.mention(Ref("venue", key), mention.span, mention.rule, 0.88)
        builder.claim(
            event.ref, "bw:venue", Ref("venue", key), [event.chosen.mention.span, mention.span], mention.rule, 0.88
        )
    if area:
        event.area = area
        builder.claim(event.ref, "bw:area", Ref("area", area), [event.chosen.mention.span, span], "area_of_event", 0.85)


def _venue_area(builder: Builder, venue: Mention) -> str:
    """The area said with a place. A name's last word in a far province is no area ("Resto Tanjung Pati" in Sumatera Barat)."""
    code = builder.resolver.area(venue.get("areas").split(), city_first=True)
    home = builder.resolver.home.code
    if code and (venue.get("said") or home == REPUBLIC or province_of(code) == province_of(home)):
        return code
    return ""


def _area_of_event(builder: Builder, event: Happening, venue: Mention | None) -> tuple[str, Span]:
    """Where it lies: the area said with its place, else the organiser's, else the first city named after "di" or in the dateline."""
    resolver = builder.resolver
    organizer = next(iter(event.organizers.values()), None)
    code = ""
    if venue is not None:
        code = _venue_area(builder, venue)
        if code and gazetteer.load().get(code).level in {"regency", "district"}:
            return regency_of(code), venue.span
    base = (organizer.area if organizer else "") or resolver.home.code
    base = ".".join(base.split(".")[:2])
    if "." in base:
        return base, event.chosen.mention.span
    near = _city_named(builder, event, base)
    if near is not None:
        return near
    if (
        organizer is not None
        and organizer.type != "bawaslu"
        and "." in resolver.home.code
        and province_of(resolver.home.code) == base
    ):
        return regency_of(resolver.home.code), event.chosen.mention.span
    return (base if base != REPUBLIC else ""), event.chosen.mention.span


def _city_named(builder: Builder, event: Happening, province: str) -> tuple[str, Span] | None:
    """The regency or city named beside the event of a province's body."""
    options: list[tuple[float, int, str, Span]] = []
    for number, one in enumerate(builder.sentences):
        for mention in (*one.top, *one.inner):
            if mention.kind != "area" or not mention.get("areas"):
                continue
            if province in mention.get("areas").split():
                continue
            codes = [
                regency_of(c)
                for c in mention.get("areas").split()
                if "." in c and (province == REPUBLIC or province_of(c) == province)
            ]
            code = builder.resolver.area(codes)
            if code:
                score = event.chosen.anchors.get(number, 0.0) + (1.0 if number < 3 else 0.0)
                options.append((score, -number, code, mention.span))
    best = max(options, default=None)
    return (best[2], best[3]) if best and best[0] >= 1.0 else None
