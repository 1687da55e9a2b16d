"""The steps from facts to a reading: bodies, people and posts, the event, contacts, quotations, themes."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter

from kg.identity import contacts, elections, happening, holding, naming, saying
from kg.identity.builder import Builder
from kg.identity.fingerprints import body, fingerprint
from kg.identity.home import mentions_of
from kg.identity.places import Resolver
from kg.mentions import ReadSentence
from kg.mentions.gate import ELECTION
from kg.records import Article, Fact, Mention, Reading


def assemble(
    article: Article, sentences: tuple[ReadSentence, ...], facts: tuple[Fact, ...], dateline: tuple[str, ...] = ()
) -> Reading:
    """One article's reading. A text without any body of election supervision or organisation yields no facts."""
    bare = replace(irrelevant(article), sentences=tuple(one.sentence for one in sentences), mentions=_all_mentions(sentences))
    if not relevant(sentences):
        return bare
    builder = Builder(article, sentences, facts, Resolver(article.text, sentences, dateline))
    people, memberships = holding.state(builder)
    naming.state_bodies(builder, holding.acting_posts(builder))
    event = happening.state(builder, people, memberships)
    naming.state_groups(builder, event)
    venues, events = happening.things(builder, event)
    elections.state(builder, event)
    memberships = holding.attested(memberships, (event.first if event else None) or article.published)
    quotations = saying.state(builder, people)
    made = contacts.state(builder, event, people, memberships)
    naming.state_areas(builder)
    naming.state_missing(builder, memberships)
    _refused(builder)
    reading = Reading(
        article,
        True,
        bare.sentences,
        bare.mentions,
        people=holding.records(builder, people, memberships),
        memberships=tuple(sorted(memberships.values(), key=lambda m: m.key)),
        venues=venues,
        events=events,
        quotations=quotations,
        contacts=made,
        areas=naming.areas(builder),
        fingerprint=bare.fingerprint,
    )
    return builder.finish(reading)


def irrelevant(article: Article) -> Reading:
    """The reading of an article that names no election body."""
    return Reading(article, False, fingerprint=fingerprint(body(article)))


def _refused(builder: Builder) -> None:
    """Notes the capitals that were taken for no person."""
    for mention in (m for one in builder.sentences for m in one.refused):
        builder.reject(mention.span, "names", f"{mention.key}: capitals without a sign that a person is meant")


def relevant(sentences: tuple[ReadSentence, ...]) -> bool:
    """Whether a text is about elections: a body that supervises or runs them is named."""
    return any(
        (m.get("type") or m.key) in ELECTION and m.kind in {"org", "post", "group"} for _, m in mentions_of(sentences)
    )


def _all_mentions(sentences: tuple[ReadSentence, ...]) -> tuple[Mention, ...]:
    found = [m for one in sentences for m in (*one.top, *one.inner, *one.themes, *one.votes)]
    return tuple(sorted(found, key=attrgetter("span", "kind", "key")))
