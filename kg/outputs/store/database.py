"""The parts of a build on disk, in one SQLite file, with sums over all of them that follow every change.

What is added counts at once, so that a build that breaks off goes on where it stood.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path

from kg.identity.fingerprints import outline
from kg.outputs.shards import shard_of
from kg.outputs.store.part import Name, Part
from kg.outputs.store.tables import opened, renewed

FOLDER = "store"
_FILE = "parts.sqlite"
_TOGETHER = 64
_COUNT = (
    "DELETE FROM pair WHERE (shard, one, other) IN (SELECT shard, one, other FROM uncounted)",
    "INSERT INTO pair SELECT shard, one, other, count(DISTINCT event)"
    " FROM uncounted CROSS JOIN meeting USING (shard, one, other) GROUP BY shard, one, other",
    "DELETE FROM uncounted",
)



class Store(AbstractContextManager["Store"]):
    """The parts in an output folder, for one build at a time. `version` is that of the rules.

    Raises QuestionError if another build is at work there. `renewed` is set if there were parts of another version,
    which are gone; `size` says how many there were.
    """

    def __init__(self, folder: Path, version: str) -> None:
        (folder / FOLDER).mkdir(parents=True, exist_ok=True)
        path = folder / FOLDER / _FILE
        self.db, reshaped = opened(path, folder)
        self.size: int = self.db.execute("SELECT count(*) FROM part").fetchone()[0]
        self._version = version
        self.renewed = reshaped or (self.size > 0 and self.told("version") != version)
        if self.told("version") != version:
            self.clear()
        self._waiting: list[tuple[bytes, bytes, Part]] = []
        self._seen: set[int] = set()

    def __exit__(self, *exc: object) -> None:
        """Keeps what was read, also of a build that breaks off."""
        try:
            self.flush()
        finally:
            self.db.close()

    def told(self, name: str) -> str:
        """What was told under a name, "" if nothing was."""
        row = self.db.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def tell(self, name: str, value: str) -> None:
        """Keeps a word about the whole."""
        self.db.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (name, value))

    def clear(self) -> None:
        """Forgets all parts."""
        renewed(self.db)
        self.tell("version", self._version)
        self.db.commit()
        self.size = 0

    def touched(self, form: str) -> frozenset[str] | None:
        """What no longer holds since the outputs were last written in this form; None if that is all."""
        if self.told("form") != form:
            return None
        return frozenset(name for (name,) in self.db.execute("SELECT name FROM touched"))

    def written(self, form: str) -> None:
        """Notes that the outputs hold what the parts say, and in which form they do."""
        with self.db:
            self.db.execute("DELETE FROM touched")
            self.tell("form", form)

    def regroup(self, before: Mapping[str, str], copies: Mapping[str, str]) -> None:
        """Takes over which articles are copies of one report; what this changes in the derived graph is touched."""
        changed = [key for key in before.keys() | copies.keys() if before.get(key) != copies.get(key)]
        query = "SELECT rest FROM part JOIN content USING (id) WHERE key = ?"
        with self.db:
            for key in changed:
                row = self.db.execute(query, (key,)).fetchone()
                shards = {shard_of(key), *(at[0] for at in (json.loads(row[0])[1] if row else ()))}
                self._touch(f"derived-{shard:02x}" for shard in shards)
            self.db.executemany("DELETE FROM copy WHERE key = ?", [(key,) for key in changed])
            self.db.executemany("INSERT INTO copy VALUES (?, ?)", [(key, copies[key]) for key in changed if key in copies])
            gone = self.db.execute("SELECT key, part FROM unsettled WHERE gone").fetchall()
            self.db.executemany("DELETE FROM band WHERE key = ? AND part = ?", gone)
            self.db.execute("DELETE FROM unsettled")

    def known(self, digest: bytes) -> tuple[int, str] | None:
        """The number and key of the part that was made from what has this digest."""
        found = self.db.execute("SELECT id, key FROM part WHERE digest = ?", (digest,)).fetchone()
        return (found[0], found[1]) if found else None

    def known_line(self, line: bytes) -> tuple[int, str] | None:
        """The same from the digest of a line of JSON."""
        found = self.db.execute("SELECT id, key FROM part WHERE record = ?", (line,)).fetchone()
        return (found[0], found[1]) if found else None

    def keep(self, number: int, line: bytes = b"") -> None:
        """Notes that a part is still wanted, and in which line of JSON it stands now if that is new."""
        self._seen.add(number)
        if line:
            self.db.execute("UPDATE part SET record = ? WHERE id = ?", (line, number))

    def add(self, digest: bytes, part: Part, line: bytes = b"") -> None:
        """Adds a part that is not there yet. The digests are those of what it was made from, and of its line of JSON."""
        self._waiting.append((digest, line, part))
        if len(self._waiting) >= _TOGETHER:
            self.flush()

    def flush(self) -> None:
        """Writes what was added."""
        if not self._waiting:
            return
        with self.db:
            tally: Counter[Name] = Counter()
            for digest, line, part in self._waiting:
                tally.update(self._insert(digest, line, part))
            self._count(tally)
        self._waiting = []

    def _insert(self, digest: bytes, line: bytes, part: Part) -> dict[Name, int]:
        shard = shard_of(part.key)
        insert = "INSERT INTO part (digest, record, key, shard) VALUES (?, ?, ?, ?)"
        number = self.db.execute(insert, (digest, line or None, part.key, shard)).lastrowid
        self._seen.add(number or 0)
        meetings = [(shard_of("--".join(one.parties)), *one.parties, one.contact) for one in part.meetings]
        stages = [(shard_of(event), event, stage) for event, stage in part.stages]
        rest = json.dumps((part.names, meetings, stages, part.counts, part.warnings), ensure_ascii=False)
        self.db.execute("INSERT INTO content VALUES (?, ?, ?, ?, ?, ?)",
                        (number, part.fingerprint, rest, part.reading, part.line, part.nquads))  # fmt: skip
        if found := outline(part.fingerprint):
            self.db.execute("INSERT INTO band VALUES (?, ?, ?)", (part.key, number, found))
            self.db.execute("INSERT INTO unsettled VALUES (?, ?, 0)", (number, part.key))
        self.db.executemany(
            "INSERT INTO meeting VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [(*at, number, one.event, " ".join(one.days), one.coordination)
             for at, one in zip(meetings, part.meetings, strict=True)],
        )  # fmt: skip
        self.db.executemany("INSERT OR IGNORE INTO uncounted VALUES (?, ?, ?)", [at[:3] for at in meetings])
        self.db.executemany("INSERT INTO stage VALUES (?, ?, ?, ?)", [(*at, number) for at in stages])
        self.db.executemany("INSERT OR IGNORE INTO warning VALUES (?, ?, ?)", [(*one, number) for one in part.warnings])
        self._touch([f"articles-{shard:02x}", *(f"derived-{at[0]:02x}" for at in (*meetings, *stages))])
        return _tallied(part.names, part.counts)

    def drop_unwanted(self) -> int:
        """Removes the parts that were neither added nor kept since the store was opened; says how many they were."""
        self.flush()
        gone = [number for (number,) in self.db.execute("SELECT id FROM part") if number not in self._seen]
        for start in range(0, len(gone), _TOGETHER):
            with self.db:
                for number in gone[start : start + _TOGETHER]:
                    self._drop(number)
        with self.db:
            self.db.execute("DELETE FROM tally WHERE number = 0")
        return len(gone)

    def settle(self) -> None:
        """Writes what was added, and counts anew how often each pair met, where that has changed."""
        self.flush()
        with self.db:
            for statement in _COUNT:
                self.db.execute(statement)

    def _drop(self, number: int) -> None:
        query = "SELECT key, shard, rest FROM part JOIN content USING (id) WHERE id = ?"
        key, shard, rest = self.db.execute(query, (number,)).fetchone()
        names, meetings, stages, counts, warnings = json.loads(rest)
        where = "shard = ? AND one = ? AND other = ? AND contact = ? AND part = ?"
        self.db.executemany(f"DELETE FROM meeting WHERE {where}", [(*at, number) for at in meetings])
        self.db.executemany("INSERT OR IGNORE INTO uncounted VALUES (?, ?, ?)", [at[:3] for at in meetings])
        where = "shard = ? AND event = ? AND stage = ? AND part = ?"
        self.db.executemany(f"DELETE FROM stage WHERE {where}", [(*at, number) for at in stages])
        where = "article = ? AND warning = ? AND part = ?"
        self.db.executemany(f"DELETE FROM warning WHERE {where}", [(*one, number) for one in warnings])
        self.db.execute("DELETE FROM content WHERE id = ?", (number,))
        self.db.execute("DELETE FROM part WHERE id = ?", (number,))
        self._forget(key, number)
        self._count({key: -number for key, number in _tallied([(kind, key) for kind, key in names], counts).items()})
        self._touch([f"articles-{shard:02x}", *(f"derived-{at[0]:02x}" for at in (*meetings, *stages))])

    def _forget(self, key: str, number: int) -> None:
        """Of what went, the bands stay until it is settled what that means for its copies."""
        if self.db.execute("DELETE FROM unsettled WHERE part = ?", (number,)).rowcount:
            self.db.execute("DELETE FROM band WHERE key = ? AND part = ?", (key, number))
        elif self.db.execute("SELECT 1 FROM band WHERE key = ? AND part = ?", (key, number)).fetchone():
            self.db.execute("INSERT INTO unsettled VALUES (?, ?, 1)", (number, key))

    def _count(self, tally: Mapping[Name, int]) -> None:
        more = "INSERT INTO tally VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET number = number + excluded.number"
        self.db.executemany(more, [(*name, number) for name, number in sorted(tally.items())])

    def _touch(self, names: Iterable[str]) -> None:
        self.db.executemany("INSERT OR IGNORE INTO touched VALUES (?)", [(name,) for name in set(names)])


def _tallied(names: Iterable[Name], counts: Iterable[tuple[str, int]]) -> dict[Name, int]:
    found = dict.fromkeys(names, 1)
    return found | {("count", name): number for name, number in counts if number}
