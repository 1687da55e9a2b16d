"""What the outputs ask of the store: the parts in order, and what holds over all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import blake2b
from itertools import groupby

from kg.graph import derived, reference
from kg.graph.derived import Met
from kg.outputs.shards import SHARDS, shard_of
from kg.outputs.store.database import Store
from kg.outputs.store.part import OWN, SHARED, body_of, reading_of
from kg.records import Reading, Ref


def number_of_articles(store: Store) -> int:
    """How many articles there are."""
    found: int = store.db.execute("SELECT count(*) FROM part").fetchone()[0]
    return found


def has_articles(store: Store, shard: int) -> bool:
    """Whether any article stands in a shard."""
    return store.db.execute("SELECT 1 FROM part WHERE shard = ? LIMIT 1", (shard,)).fetchone() is not None


def graphs(store: Store, shard: int | None = None) -> Iterator[bytes]:
    """The gzip members with the graphs of all articles, or of a shard's, in the order of their keys."""
    return _contents(store, "nquads", shard)


def lines(store: Store, shard: int | None = None) -> Iterator[bytes]:
    """The gzip members with the lines of articles.jsonl, in the order of their keys."""
    return _contents(store, "line", shard)


def _contents(store: Store, column: str, shard: int | None) -> Iterator[bytes]:
    where = "" if shard is None else f"WHERE shard = {shard:d}"
    query = f"SELECT {column} FROM part JOIN content USING (id) {where} ORDER BY key"
    return (found for (found,) in store.db.execute(query))


def readings(store: Store) -> Iterator[bytes]:
    """All readings as the network page needs them and as parts pack them, in the order of their keys."""
    query = "SELECT reading FROM part JOIN content USING (id) ORDER BY key"
    return (found for (found,) in store.db.execute(query))


def readings_of(store: Store, parts: Iterable[int]) -> Iterator[tuple[int, Reading]]:
    """The readings of some parts, with their numbers."""
    for part in parts:
        row = store.db.execute("SELECT reading FROM content WHERE id = ?", (part,)).fetchone()
        yield part, reading_of(row[0])


def strengths(store: Store) -> Iterator[tuple[str, str, int]]:
    """Each pair in contact, with the number of events behind it."""
    return iter(store.db.execute("SELECT one, other, events FROM pair"))


def latest(store: Store, pair: tuple[str, str], number: int) -> list[tuple[int, str]]:
    """So many of the most recent contacts of a pair, each with its part."""
    query = ("SELECT part, contact FROM meeting WHERE shard = ? AND one = ? AND other = ?"
             " ORDER BY substr(days, -10) DESC, contact LIMIT ?")  # fmt: skip
    return list(store.db.execute(query, (shard_of("--".join(pair)), *pair, number)))


def reference_graph(store: Store, base: str) -> list[bytes]:
    """The lines of the reference graph of all that the articles speak of."""
    listed = {Ref(*name.split("/", 1)) for name in _names(store, "listed")}
    bodies = {body.key: body for body in map(body_of, _names(store, "body"))}
    return reference.described(listed, bodies, base).lines()


def reference_names(store: Store) -> str:
    """A digest of all that the reference graph describes."""
    found = blake2b(digest_size=16)
    for kind in ("listed", "body"):
        found.update("\n".join([kind, *_names(store, kind)]).encode())
    return found.hexdigest()


def derived_graph(
    store: Store, base: str, copies: Mapping[str, str], shard: int | None = None
) -> Iterator[list[bytes]]:
    """The lines of the derived graph, tie by tie and event by event, but for those about copies; on wish of one shard only.

    `copies` gives the group of each copied article.
    """
    first, last = (0, SHARDS) if shard is None else (shard, shard)
    query = ("SELECT one, other, contact, event, days, coordination, key FROM meeting JOIN part ON part.id = part"
             " WHERE meeting.shard BETWEEN ? AND ? ORDER BY meeting.shard, one, other, contact, part")  # fmt: skip
    rows = store.db.execute(query, (first, last))
    for parties, found in groupby(rows, key=lambda row: (row[0], row[1])):
        yield derived.tie(parties, [_met(*row[2:]) for row in found], copies, base)
    query = "SELECT DISTINCT event, stage FROM stage WHERE shard BETWEEN ? AND ? ORDER BY event, stage"
    for event, stages in groupby(store.db.execute(query, (first, last)), key=lambda row: row[0]):
        yield derived.stages(Ref("event", event), [Ref("stage", stage) for _, stage in stages], base)


def counts(store: Store, *more: str) -> dict[str, int]:
    """What is counted over all articles; `more` are further counts that parts bring."""
    sums = dict(store.db.execute("SELECT key, number FROM tally WHERE kind = 'count'"))
    shared = dict(store.db.execute("SELECT kind, count(*) FROM tally GROUP BY kind"))
    found = {name: sums.get(name, 0) for name in ("articles", "relevant", "claims", *OWN, *more)}
    found |= {kind: shared.get(kind, 0) for kind in SHARED}
    found["ties"] = store.db.execute("SELECT count(*) FROM pair").fetchone()[0]
    return found


def warnings(store: Store, most: int = -1) -> Iterator[tuple[str, str]]:
    """What deserves a second look, with the article's id, in order; at most so many."""
    return iter(store.db.execute("SELECT article, warning FROM warning ORDER BY article, warning LIMIT ?", (most,)))


def _names(store: Store, kind: str) -> list[str]:
    return [key for (key,) in store.db.execute("SELECT key FROM tally WHERE kind = ? ORDER BY key", (kind,))]


def _met(contact: str, event: str, days: str, coordination: int, article: str) -> Met:
    return Met(contact, event, article, tuple(map(date.fromisoformat, days.split())), bool(coordination))
