"""States the reported event: type, organisers, days, place, area, who took part and who spoke, its themes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kg.identity import days, events, modality, themes
from kg.identity.bodies import slug
from kg.identity.builder import Builder
from kg.identity.holding import builder_key
from kg.identity.people import People
from kg.lexicon import areas as gazetteer
from kg.lexicon.areas import REPUBLIC, province_of, regency_of
from kg.identity.groups import NO_PARTNERS
from kg.records import Event, Fact, Membership, Mention, Organization, Ref, Span, Venue


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


def state(builder: Builder, people: People, memberships: dict[str, Membership]) -> Happening | None:
    """The reported event with its claims, or None."""
    chosen = events.choose(builder.sentences, builder.facts)
    if chosen is None:
        return None
    event = Happening(Ref("event", f"{builder.article.key}-{chosen.mention.span.start}"), chosen)
    article = Ref("article", builder.article.key)
    builder.claim(article, "bw:reports", event.ref, [chosen.mention.span], chosen.mention.rule, 0.9)
    builder.claim(event.ref, "bw:eventType", Ref("event-type", chosen.type), [chosen.mention.span], chosen.mention.rule, 0.9)
    _organizers(builder, event, people)
    event.area_of_groups = next(iter(event.organizers.values())).area if event.organizers else builder.resolver.home.code
    _days(builder, event)
    _place(builder, event)
    _takers(builder, event, people, memberships)
    _invitees(builder, event, people, memberships)
    event.modality = modality.of(chosen, builder.sentences, any(ref not in event.invited for ref in event.takers))
    return event


def _invitees(builder: Builder, event: Happening, people: People, memberships: dict[str, Membership]) -> None:
    """Those who were invited and did not come."""
    for fact in builder.facts:
        who = fact.part("who")
        if fact.kind != "invite" or who is None or _inside_quote(builder, who):
            continue
        for ref, span in _actors(builder, event, who, people, memberships):
            if ref.key not in event.organizers and ref not in event.takers:
                builder.claim(event.ref, "bw:invitee", ref, [event.chosen.mention.span, span], fact.rule, fact.confidence)
                event.invited.add(ref)


def _organizers(builder: Builder, event: Happening, people: People) -> None:
    found = events.organizers(event.chosen, builder.sentences)
    if event.chosen.type == "audiensi":
        found = _received(builder, event) or found
    for mention, fact in found:
        body = _actor_body(builder, mention, builder.resolver.home.code)
        if body is None or body.key in event.organizers or _narrower_known(event, body):
            continue
        if event.chosen.type == "penandatanganan" and event.organizers:
            builder.claim(event.ref, "bw:attendee", Ref("org", body.key), [event.chosen.mention.span, mention.span], fact.rule, fact.confidence)
            event.takers[Ref("org", body.key)] = mention.span
            event.signing_groups |= {mention.key} if mention.kind == "group" else set()
            continue
        event.organizers[body.key] = body
        builder.claim(event.ref, "bw:organizer", Ref("org", body.key), [event.chosen.mention.span, mention.span], fact.rule, fact.confidence)
    if not event.organizers and not event.chosen.joins:
        _default_organizer(builder, event)


def _received(builder: Builder, event: Happening) -> list[tuple[Mention, Fact]]:
    """An audience: whom the visit goes to holds it, the visitors take part."""
    visits = [f for f in event.chosen.joins if f.rule in {"audience_with", "visits"} and f.part("org") is not None]
    for fact in visits[:1]:
        visitors = [m for f in event.chosen.hosts if f.sentence == fact.sentence for m in f.all("org")] or [m for m in fact.all("who")]
        for mention in visitors:
            body = _actor_body(builder, mention, builder.resolver.home.code)
            if body is not None:
                builder.claim(event.ref, "bw:attendee", Ref("org", body.key), [event.chosen.mention.span, mention.span], fact.rule, fact.confidence)
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
                if body is not None and (body.area == builder.resolver.home.code or number > 5):
                    event.organizers[body.key] = body
                    builder.claim(event.ref, "bw:organizer", Ref("org", body.key), [event.chosen.mention.span, mention.span],
                                  "organizer_is_the_articles_own_body", 0.75)
                    return


def _actor_body(builder: Builder, mention: Mention, area: str) -> Organization | None:
    if mention.kind == "group":
        return builder.group(mention, area)
    return builder.organization(mention) if mention.kind in {"org", "post"} else None


def _days(builder: Builder, event: Happening) -> None:
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


def _place(builder: Builder, event: Happening) -> None:
    found = events.place(event.chosen, builder.sentences, event.dated)
    area, span = _area_of_event(builder, event, found[1] if found else None)
    if found is not None:
        _, mention = found
        venue_area = area or builder.resolver.home.code
        key = f"{slug(mention.key)}-{venue_area}"
        event.venue = Venue(key, mention.key, venue_area, (builder.words(mention.span),))
        builder.mention(Ref("venue", key), mention.span, mention.rule, 0.88)
        builder.claim(event.ref, "bw:venue", Ref("venue", key), [event.chosen.mention.span, mention.span], mention.rule, 0.88)
    if area:
        event.area = area
        builder.claim(event.ref, "bw:area", Ref("area", area), [event.chosen.mention.span, span], "area_of_event", 0.85)


def _area_of_event(builder: Builder, event: Happening, venue: Mention | None) -> tuple[str, Span]:
    """Where it lies: the area said with its place, else the organiser's, else the first city named after "di" or in the dateline."""
    resolver = builder.resolver
    organizer = next(iter(event.organizers.values()), None)
    code = ""
    if venue is not None:
        code = resolver.area(venue.get("areas").split())
        if code and gazetteer.load().get(code).level in {"regency", "district"}:
            return regency_of(code), venue.span
    base = (organizer.area if organizer else "") or resolver.home.code
    base = ".".join(base.split(".")[:2])
    if "." in base:
        return base, event.chosen.mention.span
    near = _city_named(builder, event, base)
    if near is not None:
        return near
    if organizer is not None and organizer.type != "bawaslu" and "." in resolver.home.code and province_of(resolver.home.code) == base:
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
            codes = [regency_of(c) for c in mention.get("areas").split() if "." in c and (province == REPUBLIC or province_of(c) == province)]
            code = builder.resolver.area(codes)
            if code:
                score = event.chosen.anchors.get(number, 0.0) + (1.0 if number < 3 else 0.0)
                options.append((score, -number, code, mention.span))
    best = max(options, default=None)
    return (best[2], best[3]) if best and best[0] >= 1.0 else None


def _takers(builder: Builder, event: Happening, people: People, memberships: dict[str, Membership]) -> None:
    groups = set(event.signing_groups)
    for fact in builder.facts:
        if fact.kind not in {"attend", "speak", "join"}:
            continue
        who = fact.part("who")
        if who is None or fact.rule != "invited_in_quote" and _inside_quote(builder, who):
            continue
        for ref, span in _actors(builder, event, who, people, memberships):
            if ref.kind == "org" and ref.key in event.organizers:
                continue
            if who.kind == "group":
                groups.add(who.key)
            predicate = "bw:speaker" if fact.kind == "speak" else "bw:attendee"
            if predicate == "bw:attendee" and not _really(builder, event, fact, ref, people, memberships):
                continue
            builder.claim(event.ref, predicate, ref, [event.chosen.mention.span, span], fact.rule, fact.confidence)
            event.takers[ref] = span
    event.groups = frozenset(groups)


def _inside_quote(builder: Builder, mention: Mention) -> bool:
    return any(m.kind == "quote" and m.span.holds(mention.span) for one in builder.sentences for m in one.top)


def _really(builder: Builder, event: Happening, fact: Fact, ref: Ref, people: People, memberships: dict[str, Membership]) -> bool:
    """Whether a listed actor is more than the organiser's own chair beside the event."""
    if ref.kind != "person":
        return True
    own = [m for m in memberships.values() if m.person == ref.key and m.organization in event.organizers]
    return not own or fact.rule == "attended_by"


def _actors(builder: Builder, event: Happening, who: Mention, people: People, memberships: dict[str, Membership]) -> list[tuple[Ref, Span]]:
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
        holder = next((m.person for m in memberships.values() if m.organization == body.key and m.role == who.key and m.role not in {"anggota", "staf"}), None)
        if holder is not None:
            return [(Ref("person", holder), who.span)]
    return [(Ref("org", body.key), who.span)]


def things(builder: Builder, event: Happening | None) -> tuple[tuple[Venue, ...], tuple[Event, ...]]:
    """The venue and event as records; states the themes of article and event."""
    chosen = themes.choose(builder.sentences)
    for theme in chosen:
        confidence = min(0.95, 0.5 + theme.weight / 20)
        subjects = [Ref("article", builder.article.key)]
        if event is not None and event.chosen.anchors.get(theme.sentence, 0.0) >= 2:
            subjects.append(event.ref)
        for subject in subjects:
            builder.claim(subject, "bw:theme", Ref("theme", theme.key), [theme.mention.span], theme.mention.rule, confidence)
    if event is None:
        return (), ()
    record = Event(event.ref.key, builder.words(event.chosen.mention.span), event.chosen.type, event.modality, event.date_note)
    return ((event.venue,) if event.venue else ()), (record,)
