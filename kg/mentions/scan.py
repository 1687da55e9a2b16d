"""Runs the finders over each sentence: the longest name at each token wins; people are found among what is left."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from kg.mentions import names as names_of_people
from kg.mentions import (
    people,
    quotes,
    themes,
    votes,
)
from kg.mentions.context import Line
from kg.mentions.finders import names_in
from kg.mentions.name_words import Small
from kg.records import Article, Mention, Sentence, Span
from kg.rules import Rule, Tagged, tag


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence, its tagged form over the mentions on top, the mentions inside others, its theme words and elections."""

    sentence: Sentence
    tagged: Tagged
    inner: tuple[Mention, ...]
    themes: tuple[Mention, ...]
    refused: tuple[Mention, ...] = ()
    votes: tuple[Mention, ...] = ()

    @property
    def top(self) -> tuple[Mention, ...]:
        """The mentions on top, in order."""
        return self.tagged.mentions


def read(article: Article, sentences: Sequence[Sentence]) -> tuple[ReadSentence, ...]:
    """All sentences of an article with their mentions."""
    ordinary = Small(article.text)
    quoted = _quotes(article, sentences)
    lines = [Line(article.text, sentence, {}) for sentence in sentences]
    found = [_read_one(line, ordinary, quotes) for line, quotes in zip(lines, quoted, strict=True)]
    aliases = _aliases(article.text, found)
    for number, line in enumerate(lines):
        if any(line.has(short) for short in aliases):
            found[number] = _read_one(Line(article.text, line.sentence, aliases), ordinary, quoted[number])
    known = frozenset(m.get("name") for one in found for m in one.top if m.kind == "person")
    parts = frozenset(part for name in known for part in name.split() if len(part) > 2)
    return tuple(_with_known(article.text, one, known, parts) for one in found)


def _aliases(text: str, found: Sequence[ReadSentence]) -> dict[str, tuple[str, str]]:
    """Short forms in brackets behind names that no list holds: "Institut Bakti Nusantara (IBN)"."""
    aliases: dict[str, tuple[str, str]] = {}
    for mention in (m for one in found for m in (*one.top, *one.inner) if m.rule == "named_by_head_word"):
        short = re.search(r"\(([A-Z][A-Za-z]{2,9})\)", text[mention.span.start : mention.span.end])
        if short:
            aliases[short.group(1)] = (mention.get("name"), mention.get("sector"))
    return aliases


def _read_one(line: Line, ordinary: Small, quoted: Sequence[Mention]) -> ReadSentence:
    text, sentence = line.text, line.sentence
    names = names_in(line)
    outside = [m for m in names if not any(q.span.holds(m.span) for q in quoted)]
    blocked = [*outside, *quoted]
    candidates = names_of_people.candidates(line, blocked, ordinary)
    tagged, refused = _people(text, sentence, sorted([*_outermost(blocked), *candidates], key=_place))
    top = {(m.span, m.kind) for m in tagged.mentions}
    inner = tuple(m for m in names if (m.span, m.kind) not in top)
    return ReadSentence(sentence, tagged, inner, tuple(themes.find(line)), refused, _votes(text, sentence))


def _votes(text: str, sentence: Sentence) -> tuple[Mention, ...]:
    """The elections that a sentence names: no part of the tagged form, since they may hold areas and posts."""
    return tuple(votes.find(text, sentence.span.start, sentence.span.end))


def _quotes(article: Article, sentences: Sequence[Sentence]) -> list[list[Mention]]:
    """The quotations of each sentence, none longer than it."""
    of_block: dict[int, deque[Mention]] = {}
    found: list[list[Mention]] = []
    for sentence in sentences:
        if sentence.paragraph not in of_block:
            of_block[sentence.paragraph] = deque(quotes.find(article.text, article.blocks[sentence.paragraph]))
        waiting = of_block[sentence.paragraph]
        found.append([])
        while waiting and waiting[0].span.start < sentence.span.end:
            quote = waiting.popleft()
            if quote.span.start >= sentence.span.start:
                over = quote.span.end > sentence.span.end
                found[-1].append(quote._replace(span=Span(quote.span.start, sentence.span.end)) if over else quote)
    return found


def _place(mention: Mention) -> tuple[int, int]:
    return mention.span.start, mention.span.end


def _outermost(mentions: Sequence[Mention]) -> list[Mention]:
    return [
        m
        for i, m in enumerate(mentions)
        if not any(
            o.span.holds(m.span) and (o.span != m.span or (o.kind == "quote" and m.kind != "quote") or j < i)
            for j, o in enumerate(mentions)
            if j != i
        )
    ]


def _people(text: str, sentence: Sentence, mentions: list[Mention]) -> tuple[Tagged, tuple[Mention, ...]]:
    """The tagged sentence in which candidates are people where titles, degrees or a rule's words make them so; the rest."""
    for index, m in enumerate(mentions):
        if m.kind == "name" and (m.get("lead") or m.get("degree")):
            mentions[index] = _person(m, "name_with_title")
    tagged = tag(text, sentence, mentions)
    # Capitals mean nothing in a headline: only people named below are people here.
    if sentence.kind != "title" and any(m.kind == "name" for m in mentions):
        tagged = _made_people(text, sentence, tagged)
    refused = tuple(m for m in tagged.mentions if m.kind == "name")
    return (tag(text, sentence, [m for m in tagged.mentions if m.kind != "name"]) if refused else tagged), refused


def _made_people(text: str, sentence: Sentence, tagged: Tagged) -> Tagged:
    for rule in people.RULES:
        if not rule.needs & tagged.lacks:
            tagged = _apply(text, sentence, tagged, rule)
    for _ in range(4):
        before = tagged
        tagged = _apply(text, sentence, tagged, people.LISTED)
        if tagged is before:
            break
    return tagged


def _apply(text: str, sentence: Sentence, tagged: Tagged, rule: Rule) -> Tagged:
    """The sentence with the names that a rule reads made people; the same one if it reads none."""
    hits = {match.index("who") for match in rule.matches(tagged)}
    if not hits:
        return tagged
    return tag(text, sentence, [_person(m, rule.name) if i in hits else m for i, m in enumerate(tagged.mentions)])


def _person(m: Mention, rule: str) -> Mention:
    return Mention("person", m.span, "", rule, (("name", m.key), *m.detail))


def _with_known(text: str, one: ReadSentence, known: frozenset[str], parts: frozenset[str]) -> ReadSentence:
    """Names refused for want of a sign are people if the article names them as such elsewhere, as a whole or in parts."""
    again = [m for m in one.refused if m.key in known or all(p in parts for p in m.key.split())]
    if not again:
        return one
    people_again = [_person(m, "name_known_elsewhere") for m in again]
    top = sorted([*one.top, *people_again], key=_place)
    refused = tuple(m for m in one.refused if m not in again)
    return ReadSentence(one.sentence, tag(text, one.sentence, top), one.inner, one.themes, refused, one.votes)


def quoted(text: str, one: ReadSentence) -> list[Tagged]:
    """Each quotation of a sentence as a tagged sentence of its own, over the mentions inside it."""
    found: list[Tagged] = []
    for quote in (m for m in one.top if m.kind == "quote"):
        inside = _outermost(
            sorted((m for m in one.inner if quote.span.holds(m.span)), key=lambda m: (m.span.start, -m.span.end))
        )
        found.append(tag(text, Sentence(quote.span, "quote", one.sentence.paragraph), inside))
    return found
