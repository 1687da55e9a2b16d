"""What two copies of one report share: a fingerprint of an article's text, small enough to be kept with the article.

Copies keep the names and days of what they report, whatever else they change: so the shingles are those three-word
stretches that hold a name or a number, and beside them stand the days and each name between its neighbouring words.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from rensa import RMinHash

from kg.lexicon.words import MONTHS
from kg.records import Article

BANDS = 96
ROWS = 3
"""Bands and hashes in a band: a pair that has 3 in 10 of its shingles in common meets in a band in 93 of 100 cases."""
_SEED = 1
_FEWEST = 8
_BEGINNING = 3
"""Letters of a name that count: outlets mistype names, and most slips come later. Numbers of days have no more."""
_HEAD = struct.Struct("<BBHHH")
_NUMBERED = {name: str(number) for name, number in MONTHS.items()}
_STOP = frozenset('.!?:"“”')
_WORD = re.compile(rf"\w+|[{''.join(sorted(_STOP))}]")
_MONTH = "|".join(sorted(MONTHS, reverse=True))
_DAY = re.compile(rf"\b(\d{{1,2}})(?:\s*[-–]\s*\d{{1,2}})?\s*(?:[/.-]\s*(\d{{1,2}})\b|\s({_MONTH})\b)", re.I)
DAYS = 13
"""Times four bytes: a bit for each month × 32 + day."""
Run = tuple[int, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A fingerprint laid open: hashes of shingles, days of the year (month × 32 + day), and each name with the hash of
    the two words around it, as packed and how many."""

    bands: tuple[int, ...]
    shingles: frozenset[int]
    days: frozenset[int]
    packed: tuple[int, ...]
    names: int

    @property
    def runs(self) -> Iterator[Run]:
        """The hash of the two words around each name, and those of its words."""
        start = 0
        for _ in range(self.names):
            end = start + 2 + self.packed[start + 1]
            yield self.packed[start], frozenset(self.packed[start + 2 : end])
            start = end


def body(article: Article) -> str:
    """The lines of an article that tell its story: neither title nor caption nor what the page wraps around them."""
    lines = [article.text[b.span.start : b.span.end] for b in article.blocks if b.kind == "body"]
    return "\n".join(lines) if lines else article.text


def fingerprint(text: str) -> bytes:
    """The fingerprint of a text, the same on every machine; a text with few names has no bands and no copies."""
    shingles: set[int] = set()
    runs: list[tuple[int, list[int]]] = []
    for line in text.split("\n"):
        words, capitals, names = _words(line)
        shingles |= _shingles(words, names)
        runs += _runs(words, capitals)
    days = {found for found in map(_day, _DAY.finditer(text)) if found}
    bands = _bands(sorted(shingles)) if len(shingles) >= _FEWEST else []
    packed = [*bands, *sorted(shingles), *sorted(days)]
    for around, run in runs:
        packed += [around, len(run), *run]
    return _HEAD.pack(1, len(bands), len(shingles), len(days), len(runs)) + struct.pack(f"<{len(packed)}I", *packed)


def bands_of(print_: bytes) -> tuple[int, ...]:
    """The band keys of a fingerprint (BANDS of them, or none): two texts with one key in the same place may be copies."""
    return tuple(one for (one,) in struct.iter_unpack("<I", packed_bands(print_)))


def packed_bands(print_: bytes) -> bytes:
    """The same as they are kept: four bytes each, the lowest first."""
    return print_[_HEAD.size : _HEAD.size + 4 * _HEAD.unpack_from(print_)[1]]


def outline(print_: bytes) -> bytes:
    """What candidates are found by, four bytes each: the bands, then a bit for each day of the year; b"" without bands."""
    _, bands, shingles, days, _ = _HEAD.unpack_from(print_)
    start = _HEAD.size + 4 * (bands + shingles)
    mask = sum(1 << day for (day,) in struct.iter_unpack("<I", print_[start : start + 4 * days]))
    return packed_bands(print_) + mask.to_bytes(4 * DAYS, "little") if bands else b""


def opened(print_: bytes) -> Fingerprint:
    """A fingerprint laid open."""
    _, bands, shingles, days, runs = _HEAD.unpack_from(print_)
    numbers = struct.unpack_from(f"<{(len(print_) - _HEAD.size) // 4}I", print_, _HEAD.size)
    first, second, third = bands, bands + shingles, bands + shingles + days
    return Fingerprint(numbers[:first], frozenset(numbers[first:second]), frozenset(numbers[second:third]),
                       numbers[third:], runs)


def _words(line: str) -> tuple[list[str], list[int], list[int]]:
    """The words of a line in small letters, months as numbers; the places of those with a capital or digit, and of those
    among them that are names, since a capital at the start of a sentence makes none."""
    words: list[str] = []
    capitals, names = [], []
    starts = True
    for word in _WORD.findall(line):
        if word in _STOP:
            starts = True
            continue
        digit = word[0].isdigit()
        if not digit and not word[0].isupper():
            words.append(_NUMBERED.get(word, word))
        else:
            capitals.append(len(words))
            if digit or not starts or (len(word) > 1 and word.isupper()):
                names.append(len(words))
            folded = word.lower()
            words.append(_NUMBERED.get(folded, folded) if not digit else folded.lstrip("0") or folded)
        starts = False
    return words, capitals, names


def _shingles(words: Sequence[str], names: Sequence[int]) -> set[int]:
    starts = {start for at in names for start in (at - 2, at - 1, at)}
    return {crc32(" ".join(words[start : start + 3]).encode()) for start in starts if 0 <= start < len(words) - 2}


def _runs(words: Sequence[str], capitals: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Stretches of capitalised words, each with the hash of the word before it and the word after it."""
    here = 0
    while here < len(capitals):
        start = end = capitals[here]
        while here < len(capitals) and capitals[here] == end:
            end += 1
            here += 1
        if start:
            after = words[end] if end < len(words) else ""
            yield _hash(f"{words[start - 1]} {after}"), sorted({_of_beginning(word[:_BEGINNING]) for word in words[start:end]})


def _day(found: re.Match[str]) -> int:
    day, month = int(found[1]), int(found[2] or MONTHS[found[3].lower()])
    return month * 32 + day if 1 <= day <= 31 and 1 <= month <= 12 else 0


def _bands(hashes: Sequence[int]) -> list[int]:
    made = RMinHash(BANDS * ROWS, _SEED)
    made.update([one.to_bytes(4, "little") for one in hashes])  # the batch functions would start threads
    rows = struct.pack(f"<{BANDS * ROWS}I", *made.digest())
    return [crc32(rows[start : start + 4 * ROWS]) for start in range(0, len(rows), 4 * ROWS)]


def _hash(words: str) -> int:
    return crc32(words.encode())


_of_beginning = lru_cache(maxsize=1 << 14)(_hash)
