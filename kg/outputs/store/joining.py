"""The groups of copies among the articles in a store, after some came and some went.

A group of copies stays as it is unless two of its articles no longer meet in a band where they met, as when one of them
went; what is left of such a group is joined anew. Beside these, only pairs that meet now and did not before can join
anything. So the groups are those of all articles taken at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from kg.identity import bands
from kg.identity.bands import Mask, Pairs, Table
from kg.identity.copies import joined, judging, told
from kg.outputs.store.database import Store

_LONE = -1


def grouped(
    store: Store, rows: Sequence[tuple[str, int]], changed: Mapping[int, int], before: Mapping[str, str]
) -> dict[str, str]:
    """The articles that carry one report, each with the key of its group, from the keys and numbers of all parts, those that
    came (0) or went (1), and the groups before."""
    added = np.array([changed.get(part) == 0 for _, part in rows], dtype=np.bool_)
    gone = np.array([changed.get(part) == 1 for _, part in rows], dtype=np.bool_)
    keys, homes = [key for key, _ in rows], _homes(rows, added, before)
    pairs, above = _open(_table(store, len(rows)), homes, added, gone)
    tops = joined(above, bands.each(pairs, len(rows)), judging(_prints(store, [part for _, part in rows])))
    return told(keys, tops)


def _table(store: Store, articles: int) -> Table:
    return bands.table((found for (found,) in store.db.execute("SELECT outline FROM band ORDER BY key, part")), articles)


def _prints(store: Store, parts: list[int]) -> Callable[[int], bytes]:
    """The fingerprints, read when asked for: together they take much memory."""

    def found(number: int) -> bytes:
        row = store.db.execute("SELECT fingerprint FROM content WHERE id = ?", (parts[number],)).fetchone()
        return bytes(row[0])

    return found


def _homes(rows: Sequence[tuple[str, int]], added: Mask, before: Mapping[str, str]) -> Pairs:
    """The first place in the group that each article was in, _LONE if in none."""
    leads: dict[str, int] = {}
    homes = np.full(len(rows), _LONE, dtype=np.int64)
    for number, ((key, _), new) in enumerate(zip(rows, added.tolist(), strict=True)):
        if not new and key in before:
            homes[number] = leads.setdefault(before[key], number)
    return homes


def _open(table: Table, homes: Pairs, added: Mask, gone: Mask) -> tuple[Pairs, list[int]]:
    """The pairs that are to be judged, and who stands together without that."""
    gained, lost = bands.changed(table, added, gone)
    one, other = np.divmod(lost, table.shape[1])
    broken = homes[one][homes[one] == homes[other]]  # who went met somebody of the group
    stays = (homes != _LONE) & ~np.isin(homes, broken)
    left = (homes != _LONE) & ~stays & ~gone
    pairs = bands.together(gained, bands.among(table, left, gone)) if left.any() else gained
    return pairs, np.where(stays, homes, np.arange(len(homes))).tolist()
