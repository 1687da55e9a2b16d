"""The SQLite file of a store: opened for one build alone, its tables made where they are missing."""

from __future__ import annotations

import sqlite3
from importlib.resources import files
from pathlib import Path
from zlib import crc32

from kg.outputs.problems import QuestionError

_SCHEMA = files("kg.outputs.store") / "schema.sql"


def opened(path: Path, folder: Path) -> tuple[sqlite3.Connection, bool]:
    """The tables in a file, for one build at a time, and whether they are empty because they had the shape of another version.

    QuestionError if another build is at work there or the file is damaged.
    """
    db = sqlite3.connect(path, timeout=0)
    try:
        db.execute("PRAGMA locking_mode=EXCLUSIVE")
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA synchronous=NORMAL")
        db.execute("PRAGMA cache_size=-65536")
        found = _reshaped(db)
    except sqlite3.OperationalError as error:
        db.close()
        if "locked" not in str(error):
            raise
        raise QuestionError(f"{folder}: another build is writing there; wait for it or choose another folder") from None
    except sqlite3.DatabaseError:
        db.close()
        raise QuestionError(f"{path}: damaged; remove {path.parent} and build again") from None
    return db, found


def _reshaped(db: sqlite3.Connection) -> bool:
    schema = _SCHEMA.read_text(encoding="utf-8")
    shape = crc32(schema.encode()) >> 1  # SQLite keeps a number of 31 bits for this
    if db.execute("PRAGMA user_version").fetchone()[0] == shape:
        return False
    others = bool(db.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone())
    renewed(db)
    db.execute(f"PRAGMA user_version = {shape:d}")
    return others


def renewed(db: sqlite3.Connection) -> None:
    """Empties the store, and the shape of the tables goes too, which may be another version's."""
    tables = db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").fetchall()
    db.executescript("".join(f"DROP TABLE {name};" for (name,) in tables) + _SCHEMA.read_text(encoding="utf-8"))
