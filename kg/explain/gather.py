"""Gathers what each step made of each sentence: mentions, facts, claims, and what was considered and rejected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg import pipeline
from kg.facts.read import FAMILIES
from kg.mentions import ReadSentence
from kg.records import Article, Claim, Fact, Mention, Reading, Rejection, Sentence, Span
from kg.rules import Tagged


@dataclass(frozen=True, slots=True)
class SentenceExplained:
    """A sentence and what was read in it. `number` counts from 1; `claims` are those with a passage that lies there."""

    number: int
    sentence: Sentence
    mentions: tuple[Mention, ...]
    facts: tuple[Fact, ...]
    claims: tuple[Claim, ...]
    rejections: tuple[Rejection, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """An article's reading with its sentences explained."""

    reading: Reading
    sentences: tuple[SentenceExplained, ...]

    @property
    def article(self) -> Article:
        """The article that was read."""
        return self.reading.article

    def picked(self, only: int | None) -> tuple[SentenceExplained, ...]:
        """The sentence of that number (none if there is no such), or all without a number."""
        return tuple(one for one in self.sentences if only in (None, one.number))


def explain(article: Article) -> Explanation:
    """Reads an article and keeps what every step made of each sentence."""
    steps = pipeline.steps(article)
    told = (_sentence(number, one, steps) for number, one in enumerate(steps.sentences))
    return Explanation(steps.reading, tuple(told))


def _sentence(number: int, one: ReadSentence, steps: pipeline.Steps) -> SentenceExplained:
    span = one.sentence.span
    rejections = {r for r in steps.reading.rejections if span.meets(r.span)} | set(_barred(one.tagged))
    seen = {rejection.span for rejection in rejections}
    rejections |= {_refused(mention) for mention in one.refused if mention.span not in seen}
    return SentenceExplained(
        number + 1,
        one.sentence,
        tuple(sorted({*one.top, *one.inner, *one.themes, *one.votes}, key=lambda m: (m.span.start, -m.span.end, m.kind, m.key))),
        tuple(fact for fact in steps.facts if fact.sentence == number),
        tuple(claim for claim in steps.reading.claims if any(span.meets(passage) for passage in claim.passages)),
        tuple(sorted(rejections, key=lambda r: (r.span, r.rule, r.reason))),
    )


def _refused(mention: Mention) -> Rejection:
    return Rejection(mention.span, mention.rule, "capitals without a sign that a person is meant")


def _barred(tagged: Tagged) -> Iterator[Rejection]:
    """Matches of a rule in which stand the words that the rule does not bear."""
    for rule in (rule for rules in FAMILIES.values() for rule in rules):
        for found in rule.compiled.finditer(tagged.text) if rule.barred else ():
            words = rule.barred.search(found.group()) if rule.barred else None
            span = _span(tagged, found.start(), found.end())
            if words and span:
                yield Rejection(span, rule.name, f"“{words.group().strip()}” speaks against it")


def _span(tagged: Tagged, start: int, end: int) -> Span | None:
    """From the first to the last mention of a stretch of the tagged sentence."""
    inside = [m.span for m, at in zip(tagged.mentions, tagged.starts, strict=True) if start <= at < end]
    return Span(inside[0].start, inside[-1].end) if inside else None
