"""Runs the finders over each sentence: the longest name at each token wins; people are found among what is left."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kg.lexicon import concepts
from kg.lexicon.phrases import tokenize
from kg.lexicon.words import PRONOUNS, WEEKDAYS, alternatives
from kg.mentions import bodies, context, dates, elections, groups, named, occasions, people, posts, quotes, themes, venues
from kg.mentions.context import Line
from kg.records import Article, Mention, Sentence, Span
from kg.rules import Tagged, tag

Found = tuple[int, tuple[Mention, ...]]
_HOLDING = frozenset({"venue", "event"})
_SAYING = re.compile(alternatives("say"))


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence, its tagged form over the mentions on top, the mentions inside others, and its theme words."""

    sentence: Sentence
    tagged: Tagged
    inner: tuple[Mention, ...]
    themes: tuple[Mention, ...]
    refused: tuple[Mention, ...] = ()

    @property
    def top(self) -> tuple[Mention, ...]:
        """The mentions on top, in order."""
        return self.tagged.mentions


def read(article: Article, sentences: Sequence[Sentence]) -> tuple[ReadSentence, ...]:
    """All sentences of an article with their mentions."""
    ordinary = _ordinary(article.text)
    found = [_read_one(article, sentence, ordinary, {}) for sentence in sentences]
    aliases = _aliases(article.text, found)
    if aliases:
        found = [_read_one(article, sentence, ordinary, aliases) for sentence in sentences]
    known = frozenset(m.get("name") for one in found for m in one.top if m.kind == "person")
    return tuple(_with_known(article.text, one, known) for one in found)


def _ordinary(text: str) -> frozenset[str]:
    """Words that the article writes with a small letter somewhere: as capitals they are no sure names."""
    return frozenset(re.findall(r"(?<![\w’'])[a-z]{3,}(?!\w)", text))


def _aliases(text: str, found: Sequence[ReadSentence]) -> dict[str, tuple[str, str]]:
    """Short forms in brackets behind names that no list holds: "Institut Bakti Nusantara (IBN)"."""
    aliases: dict[str, tuple[str, str]] = {}
    for mention in (m for one in found for m in (*one.top, *one.inner) if m.rule == "named_by_head_word"):
        short = re.search(r"\(([A-Z][A-Za-z]{2,9})\)", text[mention.span.start:mention.span.end])
        if short:
            aliases[short.group(1)] = (mention.get("name"), mention.get("sector"))
    return aliases


def _read_one(article: Article, sentence: Sentence, ordinary: frozenset[str], aliases: dict[str, tuple[str, str]]) -> ReadSentence:
    text = article.text
    line = Line(text, sentence, tuple(tokenize(text, sentence.span.start, sentence.span.end)), aliases)
    quoted = _quotes(article, sentence)
    names = _names(line)
    outside = [m for m in names if not any(q.span.holds(m.span) for q in quoted)]
    blocked = [*outside, *quoted]
    candidates = people.candidates(line, blocked, ordinary)
    top, refused = _people(text, sentence, sorted([*_outermost(blocked), *candidates], key=lambda m: m.span))
    inner = tuple(m for m in names if not any(m.span == t.span and m.kind == t.kind for t in top))
    return ReadSentence(sentence, tag(text, sentence, top), inner, tuple(themes.find(line)), refused)


def _quotes(article: Article, sentence: Sentence) -> list[Mention]:
    block = article.blocks[sentence.paragraph]
    return [m for m in quotes.find(article.text, block) if sentence.span.start <= m.span.start < sentence.span.end
            for m in [replace(m, span=Span(m.span.start, min(m.span.end, sentence.span.end)))]]


def _outermost(mentions: Sequence[Mention]) -> list[Mention]:
    return [m for i, m in enumerate(mentions) if not any(o.span.holds(m.span) and (o.span != m.span or o.kind == "quote" and m.kind != "quote" or j < i)
                                                         for j, o in enumerate(mentions) if j != i)]


def _names(line: Line) -> list[Mention]:
    """Dates, posts, bodies, groups, events, places and areas, left to right; a body inside a post follows it."""
    days = list(dates.find(line.text, line.sentence.span.start, line.sentence.span.end))
    found: list[Mention] = [*days]
    here = 0
    while here < len(line.tokens):
        if any(day.span.start < line.tokens[here].end and line.tokens[here].start < day.span.end for day in days):
            here += 1
            continue
        best = _best(line, here)
        if best is None:
            here += 1
            continue
        after, mentions = best
        if mentions[0].kind in _HOLDING:
            mentions = (*mentions, *_inside(line, here + 1, after))
        found += [m for m in mentions if not any(m.span.meets(day.span) for day in days)]
        here = after
    return sorted(found, key=lambda m: (m.span.start, -m.span.end))


def _inside(line: Line, start: int, end: int) -> list[Mention]:
    """Bodies and areas inside the name of a place or an event."""
    found: list[Mention] = []
    while start < end:
        inner = _body(line, start) or _single(named.campus_at(line, start) or named.at(line, start)) or _area(line, start)
        if inner is not None and inner[0] <= end:
            found += inner[1]
        start = inner[0] if inner is not None and inner[0] <= end else start + 1
    return found


def _single(found: tuple[int, Mention] | None) -> Found | None:
    return (found[0], (found[1],)) if found else None


def _body(line: Line, index: int) -> Found | None:
    body = bodies.at(line, index)
    return (body.after, (bodies.mention(line, index, body),)) if body else None


def _area(line: Line, index: int) -> Found | None:
    area = context.area_at(line, index) or _in_dateline(line, index) or context.district_at(line, index, bare=False)
    if area is not None:
        detail = (("areas", " ".join(area.codes)), ("level", area.level), ("seat", "1" if area.seat else ""))
        return area.after, (Mention("area", line.span(index, area.after), "", "area_name", detail),)
    village = context.village_at(line, index)
    if village is not None:
        return village, (Mention("place", line.span(index, village), "", "village_name"),)
    return None


def _in_dateline(line: Line, index: int) -> context.AreaName | None:
    """A name that is an ordinary word too is an area at the head of a report ("Jakarta, Badan Pengawas …")."""
    if line.low(index - 1) not in ("", ",") or index > 4:
        return None
    area = context.area_at(line, index, loose=True)
    return area if area is not None and context.capital(line.raw(index)) and line.raw(area.after) in {",", "-", "–", "—", "("} else None


def _pronoun(line: Line, index: int) -> Found | None:
    if line.low(index) in PRONOUNS:
        return index + 1, (Mention("pronoun", line.span(index, index + 1), line.low(index), "pronoun"),)
    if line.low(index) in WEEKDAYS and (context.capital(line.raw(index)) or line.low(index) == "jumat"):
        return index + 1, (Mention("weekday", line.span(index, index + 1), line.low(index), "weekday"),)
    return None


FINDERS: tuple[Callable[[Line, int], Found | None], ...] = (
    lambda line, i: _single(elections.at(line, i)), _body, posts.at, lambda line, i: _single(named.campus_at(line, i) or named.at(line, i)), lambda line, i: _single(groups.at(line, i)),
    lambda line, i: _single(venues.at(line, i)), lambda line, i: _single(occasions.at(line, i)), _area, _pronoun)


def _best(line: Line, index: int) -> Found | None:
    """The longest of what the finders read at a token; the first finder wins a tie."""
    best: Found | None = None
    for finder in FINDERS:
        found = finder(line, index)
        if found is not None and _excepted(line, index, found):
            continue
        if found is not None and (best is None or found[0] > best[0]) and _accepted(line, found):
            best = found
    return best


_CONCEPT_KIND = {"org": "agency-type", "group": "group-type", "event": "event-type"}


def _excepted(line: Line, index: int, found: Found) -> bool:
    """Whether the words belong to a longer phrase in which they mean something else ("media sosial" is no press)."""
    kind = _CONCEPT_KIND.get(found[1][0].kind)
    if kind is None:
        return False
    phrases = concepts.exceptions(kind)
    return any(after >= found[0] and any(c.key == found[1][0].key for c, _ in values)
               for first in range(max(0, index - 4), index + 1) for after, values in phrases.at(line.tokens, first))


def _accepted(line: Line, found: Found) -> bool:
    """A bare title ("anggota", "calon") is a post only with a body, with a status, or before a name."""
    post = found[1][0]
    if post.kind != "post" or post.get("placed") or post.get("status") != "current" and post.get("type"):
        return True
    before = next((t.low for t in reversed(line.tokens) if t.end <= post.span.start), "")
    if before in {"selaku", "sebagai", "menjabat", "jabatan", "juga", "merangkap", "sekaligus"} or _SAYING.fullmatch(before) and context.capital(post.get("title")):
        return True
    if post.key == "kordiv" and " " in post.get("title"):
        return True
    here = line.skip(found[0], ",")
    word = line.raw(here)
    named_next = context.capital(word) and word.isalpha() and bodies.at(line, here) is None and posts.at(line, here) is None
    return named_next or bool(post.get("type")) and context.capital(post.get("title"))


def _people(text: str, sentence: Sentence, mentions: list[Mention]) -> tuple[list[Mention], tuple[Mention, ...]]:
    """Turns candidates into people where titles, degrees or a rule's words make them so; the rest is given back."""
    for index, m in enumerate(mentions):
        if m.kind == "name" and (m.get("lead") or m.get("degree")):
            mentions[index] = _person(m, "name_with_title")
    for rule in people.RULES:
        mentions = _apply(text, sentence, mentions, rule)
    for _ in range(4):
        before = mentions
        mentions = _apply(text, sentence, mentions, people.LISTED)
        if mentions == before:
            break
    return [m for m in mentions if m.kind != "name"], tuple(m for m in mentions if m.kind == "name")


def _apply(text: str, sentence: Sentence, mentions: list[Mention], rule) -> list[Mention]:  # type: ignore[no-untyped-def]
    if not any(m.kind == "name" for m in mentions):
        return mentions
    hits = {match.index("who") for match in rule.matches(tag(text, sentence, mentions))}
    return [_person(m, rule.name) if i in hits else m for i, m in enumerate(mentions)]


def _person(m: Mention, rule: str) -> Mention:
    return Mention("person", m.span, "", rule, (("name", m.key), *m.detail))


def _with_known(text: str, one: ReadSentence, known: frozenset[str]) -> ReadSentence:
    """Names refused for want of a sign are people if the article names them as such elsewhere."""
    parts = {part for name in known for part in name.split() if len(part) > 2}
    again = [m for m in one.refused if m.key in known or all(p in parts for p in m.key.split())]
    if not again:
        return one
    people_again = [_person(m, "name_known_elsewhere") for m in again]
    top = sorted([*one.top, *people_again], key=lambda m: m.span)
    refused = tuple(m for m in one.refused if m not in again)
    return ReadSentence(one.sentence, tag(text, one.sentence, top), one.inner, one.themes, refused)


def quoted(text: str, one: ReadSentence) -> list[Tagged]:
    """Each quotation of a sentence as a tagged sentence of its own, over the mentions inside it."""
    found = []
    for quote in (m for m in one.top if m.kind == "quote"):
        inside = _outermost(sorted((m for m in one.inner if quote.span.holds(m.span)), key=lambda m: (m.span.start, -m.span.end)))
        found.append(tag(text, Sentence(quote.span, "quote", one.sentence.paragraph), inside))
    return found
