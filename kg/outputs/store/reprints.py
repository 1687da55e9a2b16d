"""Which articles carry one report, from the fingerprints in the store: what was found stays, but for what a change touches."""

from __future__ import annotations

from kg.outputs.store.database import Store


def settled(store: Store) -> dict[str, str]:
    """The articles that carry one report, each with the key of its group; what changes in the derived graph is touched."""
    before: dict[str, str] = dict(store.db.execute("SELECT key, first FROM copy"))
    changed: dict[int, int] = dict(store.db.execute("SELECT part, gone FROM unsettled"))
    if not changed:
        return before
    rows: list[tuple[str, int]] = store.db.execute("SELECT key, part FROM band ORDER BY key, part").fetchall()
    found: dict[str, str] = {}
    if len(rows) > 1:
        # Here, since it brings numpy, which takes long to load, and one article needs none of it.
        from kg.outputs.store.joining import grouped

        found = grouped(store, rows, changed, before)
    store.regroup(before, found)
    return found
