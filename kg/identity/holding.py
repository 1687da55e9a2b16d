"""People and their posts."""

from __future__ import annotations

from datetime import date
from difflib import SequenceMatcher

from kg.identity import bodies
from kg.identity.builder import Builder
from kg.identity.people import Known, People, gather
from kg.identity.post_bodies import body_of
from kg.records import Fact, Membership, Mention, Organization, Person, Ref


def state(builder: Builder) -> tuple[People, dict[str, Membership]]:
    """All people of an article and the posts that it gives them, with claims."""
    people = gather(m for one in builder.sentences for m in (*one.top, *one.inner) if m.kind == "person")
    posts = _posts(builder, people)
    keys = {
        id(known): _person_key(builder, known, [body for k, _, body, _ in posts if k is known])
        for known in people.known
    }
    memberships: dict[str, Membership] = {}
    for known, post, body, fact in posts:
        membership = _membership(keys[id(known)], post, body)
        memberships.setdefault(membership.key, membership)
        builder.claim(
            Ref("membership", membership.key),
            "org:member",
            Ref("person", keys[id(known)]),
            [m.span for _, m in fact.parts],
            fact.rule,
            fact.confidence,
        )
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
    for fact in sorted((f for f in builder.facts if f.kind == "post"), key=_place):
        who, post = fact.part("who"), fact.part("post")
        if fact.kind != "post" or who is None or post is None:
            continue
        known = people.of(who)
        if known is None:
            continue
        body = body_of(builder, post, last_body, [b for k, _, b, _ in found if k is known])
        last_body = body or last_body
        mark = (id(known), bodies.slug(post.get("title")), body.key if body else "", post.get("status"))
        if mark not in seen and not _repeats(found, known, post, body):
            seen.add(mark)
            found.append((known, post, body, fact))
    return found


def _place(fact: Fact) -> tuple[int, int]:
    """Posts are read in the order of the text: a bare title follows the body named last before it."""
    post = fact.part("post")
    return (fact.sentence, post.span.start if post is not None else 0)


def _repeats(
    found: list[tuple[Known, Mention, Organization | None, Fact]],
    known: Known,
    post: Mention,
    body: Organization | None,
) -> bool:
    """The same post told again in fewer words ("Kordiv" after "Kordiv SDM")."""
    return any(
        k is known
        and p.key == post.key
        and p.get("status") == post.get("status")
        and (b == body or body is None)
        and _same_title(p.get("title").lower(), post.get("title").lower())
        for k, p, b, _ in found
    )


def _person_key(builder: Builder, known: Known, own: list[Organization | None]) -> str:
    body = next((b for b in own if b is not None), None)
    return f"{bodies.slug(known.name)}-{body.key if body else builder.article.key}"


def _same_title(first: str, again: str) -> bool:
    """Whether a later title is the first one, shortened or misspelt."""
    return first.startswith(again) or (len(again) > 20 and SequenceMatcher(None, first, again).ratio() >= 0.93)


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
    return {
        key: Membership(m.key, m.person, m.organization, m.title, m.role, m.status, day) for key, m in memberships.items()
    }
