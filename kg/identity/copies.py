"""Which articles are copies of one report: one press release runs in ten outlets, each with its own heading and cuts.

Fingerprints that meet in a band are compared; copies of copies are copies. The cost is linear in the articles.
The measures and why they are what they are: docs/copies.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from kg.identity.fingerprints import BANDS, Fingerprint, body, fingerprint, opened, packed_bands
from kg.records import Reading

SHARED = 0.5
"""So much of the shorter text's shingles are in the other, at least."""
OTHER_NAMES = 0.05
"""So many of the names that stand between the same words may differ, at most; one may in any case."""
_NEAR = 4


def of_readings(readings: Iterable[Reading]) -> dict[str, str]:
    """The groups of copies among the articles of some readings, as `groups` gives them."""
    return groups({one.article.key: one.fingerprint or fingerprint(body(one.article)) for one in readings})


def independent(articles: Iterable[str], copies: Mapping[str, str]) -> int:
    """How many independent reports these articles are, from their keys and the groups of copies."""
    return len({copies.get(key, key) for key in articles})


def groups(prints: Mapping[str, bytes], judge: Callable[[str, str], bool] | None = None) -> dict[str, str]:
    """From each article's key and fingerprint: each copied article's key with the key of its group, which is the smallest
    among its copies. Articles without copies are left out. The order does not matter; a mapping may read from disk, since
    after one pass only candidates are asked for. `judge` says of two keys whether they are copies, where that is not to be
    worked out from the fingerprints."""
    keys = sorted(prints)
    judge = judge or judging(prints)
    above = list(range(len(keys)))

    def top(number: int) -> int:
        while above[number] != number:
            above[number] = above[above[number]]
            number = above[number]
        return number

    for one, other in _candidates([packed_bands(prints[key]) for key in keys]):
        first, second = sorted((top(one), top(other)))
        if first != second and judge(keys[one], keys[other]):
            above[second] = first
    tops = [top(number) for number in range(len(keys))]
    sizes = Counter(tops)
    return {key: keys[found] for key, found in zip(keys, tops, strict=True) if sizes[found] > 1}


def judging(prints: Mapping[str, bytes]) -> Callable[[str, str], bool]:
    """Says of two articles' keys whether they are copies, from their fingerprints."""
    look = lru_cache(maxsize=4096)(lambda key: opened(prints[key]))
    return lambda one, other: alike(look(one), look(other))


def alike(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether two texts are copies: most of the shorter one stands in the other, on the same days, with the same names."""
    if one.days and other.days and one.days.isdisjoint(other.days):
        return False
    least = min(len(one.shingles), len(other.shingles))
    if not least or len(one.shingles & other.shingles) < SHARED * least:
        return False
    same, differ = _names(one, other)
    return differ <= max(1, OTHER_NAMES * (same + differ))


def _names(one: Fingerprint, other: Fingerprint) -> tuple[int, int]:
    """How many names that stand between the same two words are the same, how many differ.

    A longer form is the same name, and a name that the other text has elsewhere is moved, not changed.
    """
    ours, theirs = _alone(one), _alone(other)
    known = frozenset().union(*(words for _, words in one.runs)), frozenset().union(*(words for _, words in other.runs))
    same = differ = 0
    for around in ours.keys() & theirs.keys():
        mine, yours = ours[around], theirs[around]
        changed = bool(mine - yours) and bool(yours - mine) and not (mine <= known[1] and yours <= known[0])
        same, differ = same + (not changed), differ + changed
    return same, differ


def _alone(print_: Fingerprint) -> dict[int, frozenset[int]]:
    counts = Counter(around for around, _ in print_.runs)
    return {around: words for around, words in print_.runs if counts[around] == 1}


def _candidates(bands: list[bytes]) -> Iterator[tuple[int, int]]:
    """Pairs of numbers that meet in a band, each once, sorted. Where many meet, each is compared with those that stand
    near it by the next band as well: the cost stays linear, and true copies meet in other bands."""
    having = np.array([number for number, found in enumerate(bands) if found], dtype=np.int64)
    if len(having) < 2:
        return
    table = np.frombuffer(b"".join(bands), dtype="<u4").reshape(-1, BANDS)
    codes: list[NDArray[np.int64]] = []
    for band in range(BANDS):
        order = np.lexsort((table[:, (band + 1) % BANDS], table[:, band]))
        column = table[order, band]
        for step in range(1, _NEAR + 1):
            places = np.flatnonzero(column[step:] == column[:-step])
            one, other = having[order[places]], having[order[places + step]]
            codes.append(np.minimum(one, other) * len(bands) + np.maximum(one, other))
    for code in np.unique(np.concatenate(codes)).tolist():
        yield divmod(code, len(bands))
