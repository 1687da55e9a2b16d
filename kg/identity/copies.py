"""Which articles are copies of one report: one press release runs in ten outlets, each with its own heading and cuts.

Fingerprints that meet in a band are compared; copies of copies are copies. The cost is linear in the articles.
The measures and why they are what they are: docs/copies.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from kg.identity.fingerprints import Fingerprint, body, fingerprint, opened, outline
from kg.records import Reading

SHARED = 0.5
"""So much of the shorter text's shingles are in the other, at least."""
OTHER_NAMES = 0.05
"""So many of the names that stand between the same words may differ, at most; one may in any case."""


def of_readings(readings: Iterable[Reading]) -> dict[str, str]:
    """The groups of copies among the articles of some readings, as `groups` gives them."""
    return groups({one.article.key: one.fingerprint or fingerprint(body(one.article)) for one in readings})


def independent(articles: Iterable[str], copies: Mapping[str, str]) -> int:
    """How many independent reports these articles are, from their keys and the groups of copies."""
    return len({copies.get(key, key) for key in articles})


def groups(prints: Mapping[str, bytes]) -> dict[str, str]:
    """From each article's key and fingerprint: each copied article's key with the key of its group, which is the smallest
    among its copies. Articles without copies are left out. The order does not matter."""
    outlines = {key: found for key in sorted(prints) if (found := outline(prints[key]))}
    keys = list(outlines)
    if len(keys) < 2:
        return {}
    from kg.identity import bands  # numpy, which takes long to load, and few articles need none of it

    pairs = bands.meeting(bands.table(outlines.values(), len(keys)))
    judge = judging(lambda number: prints[keys[number]])
    return told(keys, joined(list(range(len(keys))), bands.each(pairs, len(keys)), judge))


def told(keys: Sequence[str], tops: Sequence[int]) -> dict[str, str]:
    """The groups by keys, from the smallest number in the group of each; who is alone is left out."""
    sizes = Counter(tops)
    return {key: keys[top] for key, top in zip(keys, tops, strict=True) if sizes[top] > 1}


def joined(above: list[int], pairs: Iterable[tuple[int, int]], judge: Callable[[int, int], bool]) -> list[int]:
    """The smallest number in the group of each number, when pairs that are copies are joined to what is `above` already:
    for each number itself or a smaller one of its group. Those that stand together already are not judged."""

    def top(number: int) -> int:
        while above[number] != number:
            above[number] = above[above[number]]
            number = above[number]
        return number

    for one, other in pairs:
        first, second = sorted((top(one), top(other)))
        if first != second and judge(one, other):
            above[second] = first
    return [top(number) for number in range(len(above))]


def judging(print_of: Callable[[int], bytes]) -> Callable[[int, int], bool]:
    """Says of two articles whether they are copies, from their numbers and what gives the fingerprint of a number."""
    look = lru_cache(maxsize=4096)(lambda number: opened(print_of(number)))
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
    runs = list(print_.runs)
    counts = Counter(around for around, _ in runs)
    return {around: words for around, words in runs if counts[around] == 1}
