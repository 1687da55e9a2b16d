"""The part of a large dataset that fits into one network page: the strongest bodies, and what is newest between them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from heapq import nlargest

from kg.outputs.store import queries
from kg.outputs.store.database import Store
from kg.outputs.view_part import Part
from kg.records import Reading

BODIES = 2_000
OCCASIONS = 3
"""Of each pair, the most recent."""
CONTACTS = 4_000
"""Of all pairs; the pairs that met most often come first."""
Pair = tuple[str, str]


def strongest(store: Store) -> tuple[list[Reading], Part]:
    """The readings cut down to the contacts that the page is to show, in the order of their keys, and what it says of it."""
    chosen = _contacts(store)
    by_part: dict[int, set[str]] = defaultdict(set)
    for part, contact in chosen:
        by_part[part].add(contact)
    found = [_cut(reading, by_part[part]) for part, reading in queries.readings_of(store, sorted(by_part))]
    return sorted(found, key=lambda reading: reading.article.key), Part(of=queries.number_of_articles(store))


def _contacts(store: Store) -> set[tuple[int, str]]:
    """The contacts to show, each with the number of its part."""
    pairs: Counter[Pair] = Counter({(one, other): number for one, other, number in queries.strengths(store)})
    bodies: Counter[str] = Counter()
    for pair, number in pairs.items():
        for body in set(pair):
            bodies[body] += number
    kept = {body for body, _ in nlargest(BODIES, bodies.items(), key=lambda item: (item[1], item[0]))}
    inside = (pair for pair in pairs if kept.issuperset(pair))
    found: set[tuple[int, str]] = set()
    for pair in sorted(inside, key=lambda pair: (-pairs[pair], pair)):
        if len(found) >= CONTACTS:
            break
        found.update(queries.latest(store, pair, OCCASIONS))
    return found


def _cut(reading: Reading, contacts: set[str]) -> Reading:
    """The reading with these contacts alone, and the bodies and events that they name."""
    kept = tuple(one for one in reading.contacts if one.key in contacts)
    bodies = {body for one in kept for body in one.parties}
    events = {one.event for one in kept}
    return replace(
        reading,
        contacts=kept,
        organizations=tuple(body for body in reading.organizations if body.key in bodies),
        events=tuple(event for event in reading.events if event.key in events),
    )

