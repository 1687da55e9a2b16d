"""Which articles carry one report, from the fingerprints in the store; what was found of two articles is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kg.identity.copies import groups, judging
from kg.outputs.store.database import Store


def copies(store: Store) -> dict[str, str]:
    """The articles that carry one report, each with the key of its group."""
    prints = _Fingerprints(store)
    found = groups(prints, _remembering(store, judging(prints)))
    store.db.commit()
    return found


def _remembering(store: Store, judge: Callable[[str, str], bool]) -> Callable[[str, str], bool]:
    numbers = dict(store.db.execute("SELECT key, id FROM part"))

    def remembered(one: str, other: str) -> bool:
        pair = (numbers[one], numbers[other])
        row = store.db.execute("SELECT same FROM verdict WHERE one = ? AND other = ?", pair).fetchone()
        if row:
            return bool(row[0])
        same = judge(one, other)
        store.db.execute("INSERT INTO verdict VALUES (?, ?, ?)", (*pair, same))
        return same

    return remembered


class _Fingerprints(Mapping[str, bytes]):
    """The fingerprints of all articles by key, read when asked for: together they take much memory."""

    def __init__(self, store: Store) -> None:
        self._db = store.db

    def __getitem__(self, key: str) -> bytes:
        query = "SELECT fingerprint FROM part JOIN content USING (id) WHERE key = ?"
        found: bytes = self._db.execute(query, (key,)).fetchone()[0]
        return found

    def __iter__(self) -> Iterator[str]:
        return (key for (key,) in self._db.execute("SELECT key FROM part ORDER BY key"))

    def __len__(self) -> int:
        found: int = self._db.execute("SELECT count(*) FROM part").fetchone()[0]
        return found
