"""States which bodies, groups and areas an article names."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from kg.identity.builder import Builder
from kg.identity.groups import NO_PARTNERS
from kg.identity.happenings import Happening
from kg.lexicon import areas as gazetteer
from kg.lexicon import concepts
from kg.lexicon.areas import REPUBLIC
from kg.records import Membership, Mention, Organization, Ref, Span

_SLIP = 0.75
_BEHIND = re.compile(r" ([A-Z][a-z]{3,})\b")
# Mere words for everybody: a group only where it takes part.
_VAGUE = frozenset(
    {
        "masyarakat",
        "stakeholder",
        "pemilih",
        "penyelenggara-pemilu",
        "tni-polri",
        "pasangan-calon",
        "perempuan",
        "bumn",
    }
)


def state_bodies(builder: Builder, acting: list[Mention]) -> None:
    """A mention for every named body, also behind the post of somebody who is named or acts."""
    for one in builder.sentences:
        for mention in (*one.top, *one.inner):
            if mention.kind == "org":
                body = builder.organization(mention)
                if body is not None:
                    _note_slip(builder, mention, body)
                    builder.mention(
                        Ref("org", body.key), mention.span, mention.rule, 0.95 if mention.get("areas") else 0.88
                    )
    for post in acting:
        body = builder.organization(post)
        if body is not None:
            builder.mention(Ref("org", body.key), post.span, "body_of_post", 0.9)


def _note_slip(builder: Builder, mention: Mention, body: Organization) -> None:
    """Keeps a misprinted area behind a body as its written form ("Pemkab Bayang" in an article on Batang)."""
    behind = None if mention.get("areas") else _BEHIND.match(builder.article.text, mention.span.end, mention.span.end + 30)
    if behind is None or body.area not in gazetteer.load():
        return
    name = gazetteer.load().get(body.area).short_name
    if behind.group(1) != name and SequenceMatcher(None, behind.group(1), name).ratio() >= _SLIP:
        builder.form(body, builder.words(Span(mention.span.start, behind.end())), True)


def state_groups(builder: Builder, event: Happening | None) -> None:
    """A mention for every group that is more than a mere word."""
    taking_part = event.groups if event else frozenset()
    area = event.area_of_groups if event else builder.resolver.home.code
    for one in builder.sentences:
        for mention in (*one.top, *one.inner):
            if mention.kind != "group":
                continue
            if _counts(mention, taking_part):
                group = builder.group(mention, area)
                builder.mention(Ref("org", group.key), mention.span, mention.rule, 0.85)
            else:
                builder.reject(mention.span, "groups", f"{mention.key}: a mere word here, no group that takes part")


def _counts(mention: Mention, taking_part: frozenset[str]) -> bool:
    if mention.key in NO_PARTNERS:
        return False
    if mention.key in taking_part:
        return True
    known = concepts.load().get("group-type", mention.key)
    return mention.key not in _VAGUE and not mention.get("weak") and known is not None


def areas(builder: Builder) -> tuple[str, ...]:
    """The codes of the areas named or used, sorted."""
    codes = {
        o.key
        for o in builder.claimed(Ref("article", builder.article.key), "bw:mentions")
        if isinstance(o, Ref) and o.kind == "area"
    }
    codes |= {body.area for body in builder.organizations.values() if body.area}
    return tuple(sorted(codes))


def state_areas(builder: Builder) -> None:
    """A mention for every area named by itself."""
    for one in builder.sentences:
        for mention in one.top:
            if mention.kind == "area":
                code = builder.resolver.area(mention.get("areas").split(), level=mention.get("level"), city_first=True)
                if code and code != REPUBLIC and code in gazetteer.load():
                    builder.mention(Ref("area", code), mention.span, "area_name", 0.9)


def state_missing(builder: Builder, memberships: dict[str, Membership]) -> None:
    """A body that holds a post in the reading is mentioned too, where the post stands."""
    article = Ref("article", builder.article.key)
    for membership in memberships.values():
        key = membership.organization
        if key and not builder.spans_of(article, "bw:mentions", Ref("org", key)):
            spans = builder.spans_of(Ref("membership", membership.key), "org:member", Ref("person", membership.person))
            builder.claim(article, "bw:mentions", Ref("org", key), spans, "body_of_post", 0.85)
