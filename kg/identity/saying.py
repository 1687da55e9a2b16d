"""Quotations and their speakers."""

from __future__ import annotations

from kg.identity.builder import Builder
from kg.identity.holding import builder_key
from kg.identity.people import People
from kg.mentions import quotes
from kg.records import Mention, Quotation, Ref


def state(builder: Builder, people: People) -> tuple[Quotation, ...]:
    """All quotations with their speakers and themes."""
    found: list[Quotation] = []
    last: str | None = None
    for fact in builder.facts:
        quote = fact.part("quote")
        if fact.kind != "said" or quote is None:
            continue
        quotation = _quotation(builder, quote)
        found.append(quotation)
        ref, who = Ref("quotation", quotation.key), fact.part("who")
        person = _person(builder, people, who) if who is not None else None
        if person is None and who is not None and who.kind == "post":
            person = last
        last = person or last
        if person is not None and who is not None:
            spans = [quote.span, who.span]
            builder.claim(ref, "bw:saidBy", Ref("person", person), spans, fact.rule, fact.confidence)
        _themes(builder, ref, quote)
        builder.claim(ref, "schema:isPartOf", Ref("article", builder.article.key), [quote.span], "quote_marks", 0.97)
    return tuple(found)


def _quotation(builder: Builder, quote: Mention) -> Quotation:
    span = quotes.inner(builder.article.text, quote)
    return Quotation(f"{builder.article.key}-{quote.span.start}", builder.article.text[span.start : span.end], span)


def _themes(builder: Builder, ref: Ref, quote: Mention) -> None:
    named = [m for one in builder.within(quote.span) for m in one.themes if quote.span.holds(m.span) and not m.get("weak")]
    for theme in {m.key: m for m in named}.values():
        builder.claim(ref, "bw:theme", Ref("theme", theme.key), [quote.span], theme.rule, 0.8)


def _person(builder: Builder, people: People, who: Mention) -> str | None:
    """The speaker's key: the person named, or the holder of the post named."""
    if who.kind == "person":
        known = people.of(who)
        return builder_key(known) if known else None
    if who.kind == "post":
        body = builder.organization(who)
        for fact in builder.facts:
            post, holder = fact.part("post"), fact.part("who")
            if fact.kind == "post" and post is not None and holder is not None and post.key == who.key:
                held = builder.organization(post)
                known = people.of(holder)
                if known is not None and (body is None or held is None or held.key == body.key):
                    return builder_key(known)
    return None
