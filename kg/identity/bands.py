"""Which articles meet in a band of their fingerprints and may be of the same days, from a table of outlines: a column for
each article, with its bands in the upper rows.

Where many meet, each is compared with those alone that stand near it by the next band, and then by their place in the
table: the cost stays linear, and true copies meet in other bands. Pairs come as numbers, one × articles + other, sorted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from kg.identity.fingerprints import BANDS, DAYS

Table = NDArray[np.uint32]
Mask = NDArray[np.bool_]
Pairs = NDArray[np.int64]
NEAR = 4
"""With so many of those behind it in a band is an article compared."""
_TOGETHER = 1_000_000
_CHUNK = 2_000


def table(outlines: Iterable[bytes], articles: int) -> Table:
    """The table of so many articles from their outlines; none may be empty."""
    found = np.empty((BANDS + DAYS, articles), dtype=np.uint32)
    waiting = iter(outlines)
    for start in range(0, articles, _CHUNK):
        chunk = list(islice(waiting, _CHUNK))
        rows = np.frombuffer(b"".join(chunk), dtype="<u4").reshape(-1, BANDS + DAYS)
        found[:, start : start + len(chunk)] = rows.T
    return found


def meeting(table: Table) -> Pairs:
    """All pairs that meet."""
    found = _Gathered(table)
    for band in range(BANDS):
        found.add(_near(table, band, np.arange(table.shape[1])))
    return found.all()


def changed(table: Table, added: Mask, gone: Mask) -> tuple[Pairs, Pairs]:
    """Which pairs meet in a band and did not before these were added and those went, and which no longer do so."""
    gained, lost = _Gathered(table), _Gathered(table)
    for band in range(BANDS):
        touched = _sharing(table[band], added | gone)
        before, after = (_near(table, band, touched[~without[touched]]) for without in (added, gone))
        gained.add(_without(after, before))
        lost.add(_without(before, after))
    return gained.all(), lost.all()


def among(table: Table, members: Mask, gone: Mask) -> Pairs:
    """The pairs of these members that meet when those are gone."""
    found = _Gathered(table)
    for band in range(BANDS):
        around = _sharing(table[band], members)
        pairs = _near(table, band, around[~gone[around]])
        one, other = np.divmod(pairs, table.shape[1])
        found.add(pairs[members[one] & members[other]])
    return found.all()


def together(*pairs: Pairs) -> Pairs:
    """All of these pairs, each once."""
    found = np.concatenate([np.empty(0, dtype=np.int64), *pairs])
    found.sort()  # not np.unique, whose hashing takes twenty times as long
    return found[np.concatenate([[True], found[1:] != found[:-1]])] if len(found) else found


def each(pairs: Pairs, articles: int) -> Iterator[tuple[int, int]]:
    """Pairs one by one, as places in the table."""
    for start in range(0, len(pairs), _CHUNK):
        for pair in pairs[start : start + _CHUNK].tolist():
            yield divmod(pair, articles)


def _sharing(column: NDArray[np.uint32], some: Mask) -> NDArray[np.int64]:
    """The places of all that share a value with some."""
    return np.flatnonzero(np.isin(column, column[some]))


def _near(table: Table, band: int, places: NDArray[np.int64]) -> Pairs:
    """The pairs that meet in one band, where these places are all that there are."""
    column = table[band, places]
    order = np.lexsort((table[(band + 1) % BANDS, places], column))
    column, places = column[order], places[order]
    found = []
    for step in range(1, NEAR + 1):
        at = np.flatnonzero(column[step:] == column[:-step])
        one, other = places[at], places[at + step]
        found.append(np.minimum(one, other) * table.shape[1] + np.maximum(one, other))
    return np.concatenate(found)


def _without(some: Pairs, others: Pairs) -> Pairs:
    return some[np.isin(some, others, invert=True)] if len(some) else some


class _Gathered:
    """Pairs from several bands, each once, without those that name other days; not all are held at the same time."""

    def __init__(self, table: Table) -> None:
        self._days: Table = table[BANDS:]
        self._dated: Mask = np.any(table[BANDS:] != 0, axis=0)
        self._found: Pairs = np.empty(0, dtype=np.int64)
        self._waiting: list[Pairs] = []

    def add(self, pairs: Pairs) -> None:
        self._waiting.append(pairs)
        if sum(map(len, self._waiting)) > _TOGETHER:
            self.all()

    def all(self) -> Pairs:
        new = together(*self._waiting)
        self._found, self._waiting = together(self._found, new[self._may_be(new)]), []
        return self._found

    def _may_be(self, pairs: Pairs) -> Mask:
        one, other = np.divmod(pairs, len(self._dated))
        shared = np.zeros(len(pairs), dtype=np.bool_)
        for days in self._days:
            shared |= (days[one] & days[other]) != 0
        return shared | ~self._dated[one] | ~self._dated[other]
