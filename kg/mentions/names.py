"""Names of people: stretches of capitals with their titles, ranks and degrees parted off."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from kg.lexicon.words import ENGLISH_MONTH_LIKE, NAME_PARTICLES, NO_NAME
from kg.mentions.context import Line, capital
from kg.mentions.name_words import (
    NAME_PARTS,
    RANK_GRADES,
    SMALL_LEADS,
    STREET,
    VERB_AT_START,
    VERBAL,
    WORD,
    Small,
    degree_tail,
    lead_words,
    no_first_names,
    no_names,
    role_words,
)
from kg.records import Mention, Span

_MAX_WORDS = 7
_end = attrgetter("end")


def candidates(line: Line, taken: Sequence[Mention], ordinary: Small) -> list[Mention]:
    """Stretches that may be names, left to right, outside other mentions. `ordinary`: words the article also writes small."""
    found: list[Mention] = []
    free = _free(line, taken)
    end = 0
    for here, word in enumerate(line.raws):
        may_begin = word[0].isupper() or line.lows[here] in SMALL_LEADS
        if not may_begin or not free[here] or line.tokens[here].start < end:
            continue
        if line.low(here - 1) in STREET or line.low(here - 2) in STREET:
            continue
        chunk = _chunk(line, here, free, ordinary)
        if chunk is not None:
            after, first = chunk
            found.append(_mention(line, here, first, after))
            end = max(found[-1].span.end, line.tokens[after - 1].end)
    return found


def _free(line: Line, taken: Sequence[Mention]) -> list[bool]:
    """For each token whether it lies outside all mentions."""
    free = [True] * len(line.tokens)
    for mention in taken:
        here = bisect_right(line.tokens, mention.span.start, key=_end)
        while here < len(free) and line.tokens[here].start < mention.span.end:
            free[here] = False
            here += 1
    return free


def _chunk(line: Line, start: int, free: list[bool], ordinary: Small) -> tuple[int, int] | None:
    """From a token: (index after the name, index of its first word past the titles), or None."""
    first = start
    while first < len(line.tokens) and free[first] and _is_lead(line, first):
        first = _past_corps(line, _past_dot(line, first + 1))
    after = first
    while (
        after < len(line.tokens)
        and free[after]
        and after - first < _MAX_WORDS + 4
        and _is_name_word(line, after, first)
    ):
        after = (
            _past_dot(line, after + 1) if len(line.raw(after)) <= 4 and line.low(after) not in NO_NAME else after + 1
        )
    while after > first and (
        line.low(after - 1) in NAME_PARTICLES or (line.raw(after - 1) == "." and len(line.raw(after - 2)) > 1)
    ):
        after -= 1
    if after == first or (first == start and _only_ordinary(line, first, after, ordinary)):
        return None
    return after, _past_inner_title(line, first, after)


# "Rektor Universitas Timur Dr. Budi": what stands before the title is none of the name.
_ACADEMIC = frozenset({"dr", "drs", "dra", "ir", "prof", "drg", "drh"})


def _past_inner_title(line: Line, first: int, after: int) -> int:
    titles = [i for i in range(first + 1, after - 2) if line.low(i) in _ACADEMIC and line.raw(i + 1) == "."]
    return titles[-1] + 2 if titles else first


def _past_corps(line: Line, index: int) -> int:
    """Past the corps in brackets behind a rank: "Letkol Laut (P) Budi"."""
    corps = line.raw(index + 1)
    marked = line.raw(index) == "(" and line.raw(index + 2) == ")" and corps.isupper() and len(corps) <= 3
    return index + 3 if marked else index


def _is_lead(line: Line, index: int) -> bool:
    word = line.raw(index)
    if word in RANK_GRADES and index and line.low(index - 1) in lead_words() and capital(line.raw(index - 1)):
        return True
    if word.lower().rstrip(".") not in lead_words() or not (
        capital(word) or word.lower() in SMALL_LEADS
    ):
        return False
    if word.lower() in NAME_PARTS:
        return line.raw(index + 1) == "." or word == "H"
    return True


def _past_dot(line: Line, index: int) -> int:
    return (
        index + 1
        if line.raw(index) == "." and index and line.tokens[index - 1].end == line.tokens[index].start
        else index
    )


def _is_name_word(line: Line, index: int, first: int) -> bool:
    word, low = line.raw(index), line.low(index)
    if low in NAME_PARTICLES:
        return index > first and capital(line.raw(index + 1))
    if not capital(word) or not WORD.fullmatch(word):
        return False
    if index > first and line.tokens[index - 1].text == "." and len(line.tokens[index - 2].text) > 4:
        return False
    if index == first and low == "lalu":
        following = line.low(index + 1)
        return index > 0 and capital(line.raw(index + 1)) and following not in NO_NAME and following not in role_words()
    if _ordinary_word(low, index == first):
        return False
    if word.isupper() and 1 < len(word) <= 5 and low not in NAME_PARTS:
        return not _mixed(line) and len(word) > 3
    return True


def _ordinary_word(low: str, begins: bool) -> bool:
    """Whether a capital word is none of a name: function words, titles, verbs, days, months, words of offices."""
    if low in no_names() or (begins and low in no_first_names()):
        return True
    if VERBAL.match(low) and (begins or low.endswith("nya")):
        return True
    return low in ENGLISH_MONTH_LIKE and low not in {"juli", "agustus", "april", "mar"}


def _mixed(line: Line) -> bool:
    """Whether the sentence is written in ordinary case, so that capitals mean a short form."""
    return sum(c.islower() for c in line.text[line.sentence.span.start : line.sentence.span.end]) > 10


def _only_ordinary(line: Line, first: int, after: int, ordinary: Small) -> bool:
    words = [token.low for token in line.tokens[first:after] if token.text != "."]
    begins = first == 0 or line.raw(first - 1) in '"“”.:-–'
    if begins and len(words) == 1 and VERB_AT_START.match(words[0]):
        return True
    return all(word in ordinary for word in words) and (len(words) == 1 or begins)


def _mention(line: Line, start: int, first: int, after: int) -> Mention:
    span = line.span(first, after)
    name = " ".join(line.text[span.start : span.end].split())
    tail = degree_tail().match(line.text, span.end, line.sentence.span.end)
    lead = line.words(start, first) if first > start else ""
    if tail and _is_list_item(line.text, tail):
        tail = None
    whole = Span(line.tokens[start].start, tail.end() if tail else span.end)
    return Mention(
        "name",
        whole,
        name,
        "capitals",
        (("lead", lead), ("degree", tail.group().strip(" ,") if tail else ""), ("core", f"{span.start} {span.end}")),
    )


def _is_list_item(text: str, tail: re.Match[str]) -> bool:
    """A degree must not run into a longer word."""
    return text[tail.end() : tail.end() + 1].isalpha()
