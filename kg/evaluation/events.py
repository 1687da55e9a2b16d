"""Events: which found one answers which of the gold, and how its details and actors agree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kg.evaluation.matching import Parts, listed, match
from kg.evaluation.sameness import Actor, same_actor, same_venue

WAYS = ("organizers", "participants", "speakers")
_FIELDS = ("type", "start", "end", "venue", "area")
_ENOUGH = 1.5
Event = dict[str, Any]
Names = dict[str, str]


def actors(keys: Sequence[str], names: Names) -> list[Actor]:
    """Keys with the names they go by; a body whose key is not known (``?:NAME``) brings its name in the key."""
    return [(key, names.get(key, key[2:] if key.startswith("?:") else "")) for key in keys]


def score_events(gold: dict[str, Any], found: dict[str, Any], wanted: Names, named: Names) -> dict[str, Parts]:
    """Right, wrong and missed: the events, their details, and each way of taking part."""
    pairs, extra, lost = _align(gold["events"], found["events"], wanted, named)
    doubtful = gold.get("events_maybe", [])
    extra = [event for event in extra if not any(_alike(g, event, wanted, named) >= _ENOUGH for g in doubtful)]
    details: Parts = ([], [], [])
    ways: dict[str, Parts] = {way: ([], [], []) for way in WAYS}
    for want, got in [*pairs, *((event, None) for event in lost)]:
        for field in _FIELDS:
            _detail(field, want, got, details)
        for way in WAYS:
            for store, items in zip(ways[way], _way(way, want, got or {}, wanted, named), strict=True):
                store.extend(items)
    for event in extra:
        for way in WAYS:
            ways[way][1].extend((key, "") for key in event.get(way, []))
    found_events = list(pairs), [_brief(event) for event in extra], [_brief(event) for event in lost]
    return {"events": found_events, "event details": details, **ways}


def _align(gold: list[Event], found: list[Event], wanted: Names, named: Names) -> tuple[
        list[tuple[Event, Event]], list[Event], list[Event]]:
    options = sorted(((_alike(g, p, wanted, named), i, j) for i, g in enumerate(gold) for j, p in enumerate(found)),
                     reverse=True)
    pairs: list[tuple[Event, Event]] = []
    used: set[int] = set()
    taken: set[int] = set()
    for points, i, j in options:
        if points >= _ENOUGH and i not in used and j not in taken:
            pairs.append((gold[i], found[j]))
            used.add(i)
            taken.add(j)
    return pairs, [p for j, p in enumerate(found) if j not in taken], [g for i, g in enumerate(gold) if i not in used]


def _alike(gold: Event, found: Event, wanted: Names, named: Names) -> float:
    def meet(way: str) -> bool:
        return any(same_actor(a, b) for a in actors(gold[way], wanted) for b in actors(found[way], named))

    points = 1.0 * (found["type"] in [gold["type"], *gold.get("type_maybe", [])])
    points += 2.0 * meet("organizers")
    points += 1.5 * (bool(found["start"]) and found["start"] in listed(gold["start"]))
    points += 1.0 * bool(gold["venue"] and found["venue"] and same_venue(gold["venue"], found["venue"]))
    return points + 0.5 * meet("participants")


def _detail(field: str, gold: Event, found: Event | None, store: Parts) -> None:
    want = [value for value in [*listed(gold.get(field)), *gold.get(field + "_maybe", [])] if value]
    got = found.get(field) if found else None
    right = any(same_venue(w, got) for w in want) if field == "venue" and got else got in want
    if right:
        store[0].append((field, got))
        return
    if got and not (field == "end" and not want) and not gold.get(field + "_free"):
        store[1].append(f"{field}: {got}")
    # An event of one day needs no end of its own.
    if want and not (field == "end" and not got and want == listed(gold.get("start"))):
        store[2].append(f"{field}: {want}")


def _way(way: str, gold: Event, found: Event, wanted: Names, named: Names) -> Parts:
    want, got, neutral = list(gold.get(way, [])), list(found.get(way, [])), list(gold.get(way + "_maybe", []))
    if way == "participants":  # who speaks takes part; the host is there anyway
        want += gold.get("speakers", [])
        got += found.get("speakers", [])
        neutral += [*gold.get("speakers_maybe", []), *gold.get("organizers", [])]
    if way == "speakers":
        neutral += gold.get("participants_maybe", [])
    return match(actors(list(dict.fromkeys(want)), wanted), actors(list(dict.fromkeys(got)), named),
                 actors(neutral, wanted), same_actor)


def _brief(event: Event) -> Event:
    told = {key: event[key] for key in ("type", "start", "venue", "organizers") if event.get(key)}
    return told | {way: event.get(way, []) for way in WAYS}
