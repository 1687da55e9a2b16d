"""Where a text names the people of its annotation: in full, by part of the name, by nickname, in a changed spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from swaps.annotated import Gold
from swaps.names import fixed

WORD = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*")
_CALLED = re.compile(
    r"(?:disapa|dipanggil|sapaan akrab\w*|panggilan akrab\w*|sapaan|akrab dengan nama|alias)[\s,:]*"
    r"(?:dengan\s+|sebagai\s+)?[\"“'‘]?(?:(?:Pak|Bu|Bang|Mas|Kak|Gus|Haji|H\.|Om)\s+)?([A-Z][a-z]{2,}(?:\s[A-Z][a-z]+)?)"
)
# After these a capital word names a place, whoever it was named after.
_PLACED = re.compile(
    r"\b(?:Jalan|Jln?\.?|Gedung|Hotel|Masjid|Universitas|Stadion|RSUD|Kelurahan|Desa|Kecamatan|Kabupaten|Kota|Provinsi|"
    r"GOR|SMAN?|Lapangan|Balai|Aula|Bandara|Pulau)\s+(?:[A-Z][\w.]*\s?){1,3}"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention: which person, which words of the name (from, to; None for a nickname), and how it is changed.

    `change` is "" (as annotated), "spelling" or "short" (the opening letters of a word).
    """

    start: int
    end: int
    person: int
    words: tuple[int, int] | None
    change: str = ""


def people_of(gold: Gold) -> list[tuple[str, ...]]:
    """The words of each person's fullest name; shorter forms of one already there are not people of their own."""
    names = {tuple(split(name)) for name in _named(gold)}
    people: list[tuple[str, ...]] = []
    for name in sorted(names, key=lambda words: (-len(words), words)):
        if name and not any(part_of(name, other) for other in people):
            people.append(name)
    return people


def split(name: str) -> list[str]:
    """The words of a name, full stops aside."""
    return WORD.findall(name)


def part_of(name: tuple[str, ...], other: tuple[str, ...]) -> tuple[int, int] | None:
    """Where a name's words stand in another's (from, to), None if they do not."""
    a, b = [word.lower() for word in name], [word.lower() for word in other]
    found = next((i for i in range(len(b) - len(a) + 1) if b[i : i + len(a)] == a), None)
    return None if found is None else (found, found + len(a))


def _named(gold: Gold) -> Iterator[str]:
    yield from (*gold.get("people", []), *gold.get("people_maybe", []))
    yield from (post["person"] for field in ("posts", "posts_maybe") for post in gold.get(field, []))
    yield from (quote["speaker"] or "" for field in ("quotes", "quotes_maybe") for quote in gold.get(field, []))
    for event in (*gold.get("events", []), *gold.get("events_maybe", [])):
        for value in event.values():
            yield from (one[7:] for one in value if one.startswith("person:")) if isinstance(value, list) else ()


def find(text: str, gold: Gold) -> tuple[list[Mention], list[tuple[int, str]]]:
    """All mentions in order, and the nicknames with their person."""
    people = people_of(gold)
    taken: list[Mention] = []
    for length in range(max(map(len, people), default=0), 1, -1):
        for person, words in enumerate(people):
            _add(taken, _parts(text, person, words, length))
    _add(taken, _misspelt(text, people))
    nicknames = _nicknames(text, people, taken)
    for person, nickname in nicknames:
        taken[:] = [one for one in taken if one.words is not None or one.person != person]
        _add(
            taken, (Mention(m.start(), m.end(), person, None) for m in re.finditer(rf"\b{re.escape(nickname)}\b", text))
        )
    _add(taken, _single(text, people, gold, taken))
    return sorted(taken, key=lambda one: one.start), nicknames


def _add(taken: list[Mention], found: Iterator[Mention]) -> None:
    for one in found:
        if not any(one.start < other.end and other.start < one.end for other in taken):
            taken.append(one)


def _parts(text: str, person: int, words: tuple[str, ...], length: int) -> Iterator[Mention]:
    """So many words of a name in one piece, opening words ("I Ketut") and initials alone aside."""
    for i in range(len(words) - length + 1):
        piece = words[i : i + length]
        if length < len(words) and all(map(fixed, piece)):
            continue
        pattern = r"[.\s]{0,2}\s*".join(map(re.escape, piece))
        for m in re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE):
            yield Mention(m.start(), m.end(), person, (i, i + length))


def _misspelt(text: str, people: list[tuple[str, ...]]) -> Iterator[Mention]:
    """Whole names in a changed spelling."""
    words = list(WORD.finditer(text))
    for person, name in enumerate(people):
        for i in range(len(words) - len(name) + 1):
            window = words[i : i + len(name)]
            between = text[window[0].start() : window[-1].end()]
            if len(name) < 2 or "\n" in between or len(between) > len(" ".join(name)) + 6 or not between[0].isupper():
                continue
            alike = [fuzz.ratio(a.lower(), b[0].lower()) for a, b in zip(name, window, strict=True)]
            if min(alike) >= 60 and 86 <= sum(alike) / len(alike) < 100:
                yield Mention(window[0].start(), window[-1].end(), person, (0, len(name)), "spelling")


def _nicknames(text: str, people: list[tuple[str, ...]], taken: list[Mention]) -> list[tuple[int, str]]:
    """Nicknames the text introduces, each with the person named last before it."""
    found = []
    for m in _CALLED.finditer(text):
        before = [one for one in taken if one.end <= m.start()]
        known = any(m[1].lower() == word.lower() for name in people for word in name)
        if before and not known:
            found.append((max(before, key=lambda one: one.end).person, m[1]))
    return found


def _single(text: str, people: list[tuple[str, ...]], gold: Gold, taken: list[Mention]) -> Iterator[Mention]:
    """Single words that stand for a person, the one named last where several bear the word."""
    kept = [m.span() for m in _PLACED.finditer(text)] + _protected(text, gold)
    lower = {m[0] for m in WORD.finditer(text) if m[0].islower()}
    for m in WORD.finditer(text):
        if not m[0][0].isupper() or len(m[0]) < 3:
            continue
        hits = [(person, *hit) for person, name in enumerate(people) for hit in _hits(m[0], name, lower)]
        exact = any(change == "" and len(people[person]) == 1 for person, _, change in hits)
        if hits and (exact or not any(a <= m.start() < b for a, b in kept)):
            person, at, change = min(hits, key=lambda hit: (hit[2] != "", _far(m.start(), hit[0], taken)))
            yield Mention(m.start(), m.end(), person, (at, at + 1), change)


def _hits(word: str, name: tuple[str, ...], lower: set[str]) -> Iterator[tuple[int, str]]:
    for at, part in enumerate(name):
        if fixed(part) and len(name) > 1:
            continue
        if word.lower() == part.lower():
            if not (word.isupper() and len(word) < 5 and not part.isupper()):  # OKI is a regency, Oki a man
                yield at, ""
        elif len(word) >= 4 and len(part) >= 4 and word.lower() not in lower:
            if part.lower().startswith(word.lower()):
                yield at, "short"
            elif abs(len(word) - len(part)) <= 1 and fuzz.ratio(word.lower(), part.lower()) >= 84:
                yield at, "spelling"


def _far(at: int, person: int, taken: list[Mention]) -> tuple[bool, int]:
    before = [at - one.end for one in taken if one.person == person and one.end <= at]
    return not before, min(before, default=0)


def _protected(text: str, gold: Gold) -> list[tuple[int, int]]:
    names = {body["name"] for field in ("bodies", "bodies_maybe") for body in gold.get(field, [])}
    names |= {event.get("venue") or "" for event in gold.get("events", [])}
    return [m.span() for name in names if name for m in re.finditer(re.escape(name), text, re.IGNORECASE)]
