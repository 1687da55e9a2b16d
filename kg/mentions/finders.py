"""The finders of names and how one of them wins at a token: the longest, then the first in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from kg.lexicon.words import NO_NAME, PRONOUNS, WEEKDAYS, alternatives
from kg.mentions import (
    bodies,
    context,
    dates,
    elections,
    groups,
    named,
    occasions,
    posts,
    venues,
)
from kg.mentions.body_tails import forms
from kg.mentions.context import Line
from kg.records import Mention, Span

Found = tuple[int, tuple[Mention, ...]]


_HOLDING = frozenset({"venue", "event"})


_SAYING = re.compile(alternatives("say"))


def names_in(line: Line) -> list[Mention]:
    """Dates, posts, bodies, groups, events, places and areas, left to right; a body inside a post follows it."""
    days = list(dates.find(line.text, line.sentence.span.start, line.sentence.span.end))
    found: list[Mention] = [*days]
    after = 0
    for here, asked in _beginnings(line):
        if here < after or any(_stands_in(line, here, day) for day in days):
            continue
        best = best_at(line, here, asked)
        if best is None or (best[1][0].kind == "area" and _inside_a_name(line, here, best[0], found)):
            continue
        after, mentions = best
        if mentions[0].kind in _HOLDING:
            mentions = (*mentions, *_inside(line, here + 1, after))
        found += [m for m in mentions if not any(m.span.meets(day.span) for day in days)]
    return sorted(found, key=lambda m: (m.span.start, -m.span.end))


def _stands_in(line: Line, here: int, day: Mention) -> bool:
    return day.span.start < line.tokens[here].end and line.tokens[here].start < day.span.end


def _inside_a_name(line: Line, here: int, after: int, found: list[Mention]) -> bool:
    """A bare area's name right behind a capital that names nothing else is a word of a person's name ("Budi Maros Santoso")."""
    before = line.tokens[here - 1] if here else None
    if before is None or after != here + 1 or not before.text.isalpha() or not context.capital(before.text):
        return False
    taken = any(m.span.start <= before.start < m.span.end for m in found)
    known = before.low in NO_NAME or here == 1 or before.text.isupper()
    return not taken and not known and line.text[before.end : line.tokens[here].start] == " "


def _inside(line: Line, start: int, end: int) -> list[Mention]:
    """Bodies and areas inside the name of a place or an event."""
    found: list[Mention] = []
    while start < end:
        inner = (
            _body(line, start) or _single(named.campus_at(line, start) or named.at(line, start)) or _area(line, start)
        )
        if inner is not None and (inner[0] <= end or inner[1][0].kind == "org"):
            found += [_up_to(line.tokens[end - 1].end, m) for m in inner[1]]
        start = inner[0] if inner is not None and inner[0] <= end else start + 1
    return found


def _up_to(end: int, mention: Mention) -> Mention:
    """A body whose area stands behind the place's name: "Kantor Bawaslu" of "Kantor Bawaslu Kabupaten X"."""
    return mention._replace(span=Span(mention.span.start, min(mention.span.end, end)))


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
    return (
        area
        if area is not None and context.capital(line.raw(index)) and line.raw(area.after) in {",", "-", "–", "—", "("}
        else None
    )


def _pronoun(line: Line, index: int) -> Found | None:
    if line.low(index) in PRONOUNS:
        return index + 1, (Mention("pronoun", line.span(index, index + 1), line.low(index), "pronoun"),)
    if line.low(index) in WEEKDAYS and (context.capital(line.raw(index)) or line.low(index) == "jumat"):
        return index + 1, (Mention("weekday", line.span(index, index + 1), line.low(index), "weekday"),)
    return None


@dataclass(frozen=True, slots=True)
class Finder:
    """Reads a name at a token; `first_words` gives the words, in small letters, that such names begin with."""

    at: Callable[[Line, int], Found | None]
    first_words: Callable[[], Iterable[str]]


FINDERS = (
    Finder(lambda line, i: _single(elections.at(line, i)), lambda: elections.FIRST_WORDS),
    Finder(_body, lambda: forms().first_words),
    Finder(posts.at, posts.first_words),
    Finder(lambda line, i: _single(named.campus_at(line, i) or named.at(line, i)), named.first_words),
    Finder(lambda line, i: _single(groups.at(line, i)), groups.first_words),
    Finder(lambda line, i: _single(venues.at(line, i)), lambda: venues.FIRST_WORDS),
    Finder(lambda line, i: _single(occasions.at(line, i)), occasions.first_words),
    Finder(_area, context.first_words),
    Finder(_pronoun, lambda: PRONOUNS | WEEKDAYS.keys()),
)


@cache
def _by_first_word() -> dict[str, tuple[Finder, ...]]:
    words = [frozenset(finder.first_words()) for finder in FINDERS]
    return {
        word: tuple(finder for finder, its in zip(FINDERS, words, strict=True) if word in its)
        for word in frozenset().union(*words)
    }


def _beginnings(line: Line) -> Iterable[tuple[int, tuple[Finder, ...]]]:
    """The tokens at which names may begin, with the finders to ask there: most have none, which makes reading fast."""
    finders = _by_first_word()
    found = {here: finders[low] for here, low in enumerate(line.lows) if low in finders}
    more = {here: FINDERS for here, raw in enumerate(line.raws) if raw in line.aliases} if line.aliases else {}
    more |= dict.fromkeys(line.brackets, FINDERS)
    return sorted({**found, **more}.items(), key=itemgetter(0)) if more else found.items()


def best_at(line: Line, index: int, asked: Iterable[Finder]) -> Found | None:
    """The longest of what these finders read at a token; the first finder wins a tie."""
    best: Found | None = None
    for finder in asked:
        found = finder.at(line, index)
        if found is not None and _excepted(line, index, found):
            continue
        if found is not None and (best is None or found[0] > best[0]) and _accepted(line, found):
            best = found
    return best


_CONCEPT_KIND = {"org": "agency-type", "group": "group-type", "event": "event-type"}


def _excepted(line: Line, index: int, found: Found) -> bool:
    """Whether the words belong to a longer phrase in which they mean something else ("media sosial" is no press)."""
    kind = _CONCEPT_KIND.get(found[1][0].kind)
    return kind is not None and context.excepted(line, kind, index, found[0], found[1][0].key)


def _accepted(line: Line, found: Found) -> bool:
    """A bare title ("anggota", "calon") is a post only with a body, with a status, or before a name."""
    post = found[1][0]
    if post.kind != "post" or post.get("placed") or (post.get("status") != "current" and post.get("type")):
        return True
    before = next((t.low for t in reversed(line.tokens) if t.end <= post.span.start), "")
    if before in {"selaku", "sebagai", "menjabat", "jabatan", "juga", "merangkap", "sekaligus"} or (
        _SAYING.fullmatch(before) and context.capital(post.get("title"))
    ):
        return True
    if post.key == "kordiv" and " " in post.get("title"):
        return True
    here = line.skip(found[0], ",")
    here += line.low(here) in {"yakni", "yaitu", "masing", "bernama"}
    word = line.raw(here)
    named_next = (
        context.capital(word) and word.isalpha() and bodies.at(line, here) is None and posts.at(line, here) is None
    )
    return named_next or (bool(post.get("type")) and context.capital(post.get("title")))
