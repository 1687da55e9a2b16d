"""People and their posts."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from kg.identity import bodies
from kg.identity.builder import Builder
from kg.identity.people import Known, People, gather
from kg.records import Fact, Membership, Mention, Organization, Person, Ref

_OWN_ROLES = frozenset({"ketua", "wakil-ketua", "anggota", "kordiv", "kepala-sekretariat", "koordinator-sekretariat", "kabid", "staf", "sekretaris"})


def state(builder: Builder) -> tuple[People, dict[str, Membership]]:
    """All people of an article and the posts that it gives them, with claims."""
    people = gather(m for one in builder.sentences for m in (*one.top, *one.inner) if m.kind == "person")
    posts = _posts(builder, people)
    keys = {id(known): _person_key(builder, known, [body for k, _, body, _ in posts if k is known]) for known in people.known}
    memberships: dict[str, Membership] = {}
    for known, post, body, fact in posts:
        membership = _membership(keys[id(known)], post, body)
        memberships.setdefault(membership.key, membership)
        builder.claim(Ref("membership", membership.key), "org:member", Ref("person", keys[id(known)]),
                      [m.span for _, m in fact.parts], fact.rule, fact.confidence)
    for known in people.known:
        known.key = keys[id(known)]
        first = min(known.mentions, key=lambda m: m.span)
        builder.mention(Ref("person", keys[id(known)]), first.span, first.rule, 0.93)
    return people, memberships


def acting_posts(builder: Builder) -> list[Mention]:
    """Posts whose body counts as named: those with a holder, and those that take part or speak."""
    held = [fact.part("post") for fact in builder.facts if fact.kind == "post"]
    acting = [fact.part("who") for fact in builder.facts if fact.kind in {"attend", "speak", "said", "join"}]
    acting += [m for fact in builder.facts if fact.kind in {"host", "join", "stated"} for _, m in fact.parts]
    return [m for m in (*held, *acting) if m is not None and m.kind == "post"]


def _posts(builder: Builder, people: People) -> list[tuple[Known, Mention, Organization | None, Fact]]:
    found: list[tuple[Known, Mention, Organization | None, Fact]] = []
    seen: set[tuple[int, str, str, str]] = set()
    last_body: Organization | None = None
    for fact in builder.facts:
        who, post = fact.part("who"), fact.part("post")
        if fact.kind != "post" or who is None or post is None:
            continue
        known = people.of(who)
        if known is None:
            continue
        body = _body(builder, post, last_body, [b for k, _, b, _ in found if k is known])
        last_body = body or last_body
        mark = (id(known), bodies.slug(post.get("title")), body.key if body else "", post.get("status"))
        if mark not in seen and not _repeats(found, known, post, body):
            seen.add(mark)
            found.append((known, post, body, fact))
    return found


def _repeats(found: list[tuple[Known, Mention, Organization | None, Fact]], known: Known, post: Mention, body: Organization | None) -> bool:
    """The same post told again in fewer words ("Kordiv" after "Kordiv SDM")."""
    return any(k is known and p.key == post.key and p.get("status") == post.get("status") and (b == body or body is None)
               and p.get("title").lower().startswith(post.get("title").lower()) for k, p, b, _ in found)


def _body(builder: Builder, post: Mention, last: Organization | None, own: list[Organization | None]) -> Organization | None:
    """The body of a post: as named, as the title implies, else the person's own or the article's Bawaslu for its roles."""
    if post.get("name") or post.get("type") and (post.get("areas") or post.get("national")):
        return builder.organization(post)
    stood_in = _before_stand_in(builder, post)
    if stood_in is not None and post.get("type") in ("", stood_in.type):
        return stood_in
    if post.get("type"):
        return _same_type_before(builder, post) or builder.organization(post)
    if own and own[-1] is not None:
        return own[-1]
    if post.key not in _OWN_ROLES:
        return None
    beside = _beside(builder, post)
    if beside is not None:
        return beside
    if last is not None and post.key in {"kabid", "kordiv", "staf", "anggota"}:
        return last
    return builder.organization(Mention("post", post.span, "bawaslu", post.rule, (("type", "bawaslu"),)))


_STAND_IN = re.compile(r"(?:diwakili|diwakilkan|mewakili|melalui|lewat)(?: oleh)?[\s,]*$")


def _before_stand_in(builder: Builder, post: Mention) -> Organization | None:
    """The body of whom the holder stands in for: "Ketua Bawaslu X diwakili Kordiv …", "Bawaslu X melalui Kordiv …"."""
    one = next(one for one in builder.sentences if one.sentence.span.holds(post.span))
    lead = builder.article.text[one.sentence.span.start:post.span.start].lower()
    if not _STAND_IN.search(lead) and not re.search(r"\b(?:melalui|lewat)\b", lead):
        return None
    before = [m for m in one.top if m.kind in {"post", "org"} and m.span.end <= post.span.start and (m.get("type") or m.kind == "org")]
    return builder.organization(before[-1]) if before else None


def _beside(builder: Builder, post: Mention) -> Organization | None:
    """The election body named before a bare title in its sentence: "Dari Bawaslu X, tampak Kordiv …"."""
    one = next(one for one in builder.sentences if one.sentence.span.holds(post.span))
    before = [m for m in (*one.top, *one.inner) if m.kind == "org" and m.key in {"bawaslu", "kpu", "panwascam"} and m.span.end <= post.span.start
              and not any(q.kind == "quote" and q.span.holds(m.span) for q in one.top)]
    return builder.organization(max(before, key=lambda m: m.span)) if before else None


def _same_type_before(builder: Builder, post: Mention) -> Organization | None:
    """The body of the same type named last before, or else first after: a bare "Bupati" is that of the regency spoken of."""
    named = [m for one in builder.sentences for m in (*one.top, *one.inner) if (m.get("type") or m.key) == post.get("type") and m.get("areas")
             and m.kind in {"org", "post"}]
    before = [m for m in named if m.span.end <= post.span.start]
    chosen = max(before, key=lambda m: m.span) if before else min(named, key=lambda m: m.span, default=None)
    return builder.organization(chosen) if chosen is not None else None


def _person_key(builder: Builder, known: Known, own: list[Organization | None]) -> str:
    body = next((b for b in own if b is not None), None)
    return f"{bodies.slug(known.name)}-{body.key if body else builder.article.key}"


def _membership(person: str, post: Mention, body: Organization | None) -> Membership:
    title, status = post.get("title"), post.get("status")
    key = "-".join(part for part in (person, bodies.slug(title), body.key if body else "", status) if part)
    return Membership(key, person, body.key if body else None, title, post.key, status)


def records(builder: Builder, people: People, memberships: dict[str, Membership]) -> tuple[Person, ...]:
    """The people as records, sorted by key."""
    holders = {m.person for m in memberships.values()}
    found = []
    for known in people.known:
        key = builder_key(known)
        written = {builder.words(m.span) for m in known.mentions} | {m.get("name") for m in known.mentions}
        public = key in holders
        found.append(Person(key, known.name, tuple(sorted(w for w in written if w and w != known.name)), public))
    return tuple(sorted({p.key: p for p in found}.values(), key=lambda p: p.key))


def builder_key(known: Known) -> str:
    """The key that `state` gave a person."""
    return known.key


def attested(memberships: dict[str, Membership], day: date | None) -> dict[str, Membership]:
    """The memberships with the day that shows them."""
    return {key: replace(m, attested_on=day) for key, m in memberships.items()}
