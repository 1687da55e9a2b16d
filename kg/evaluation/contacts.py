"""Who is in contact with whom: what an annotation states or implies, against what was found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from kg.evaluation.events import Names
from kg.evaluation.matching import Parts, match
from kg.evaluation.sameness import person_name, same_body

Pair = frozenset[str]


def pairs_of(doc: dict[str, Any]) -> tuple[set[Pair], set[Pair]]:
    """The pairs that a document states or implies, and those that are neutral."""
    bodies: dict[str, set[str]] = defaultdict(set)
    for post in doc.get("posts", []):
        if post.get("status") in ("current", "acting") and post.get("body"):
            bodies[person_name(post["person"])].add(post["body"])

    def sides(event: dict[str, Any], *fields: str) -> set[str]:
        out: set[str] = set()
        for actor in (one for field in fields for one in event.get(field, [])):
            out |= bodies[person_name(actor[7:])] if actor.startswith("person:") else {actor}
        return out

    sure: set[Pair] = set()
    maybe: set[Pair] = set()
    for event in doc.get("events", []):
        hosts, may_host = sides(event, "organizers"), sides(event, "organizers", "organizers_maybe")
        took = sides(event, "participants", "speakers")
        might = sides(event, "participants_maybe", "speakers_maybe")
        sure |= {frozenset((a, b)) for a in hosts for b in took | hosts if a != b}
        maybe |= {frozenset((a, b)) for a in may_host for b in took | might | may_host if a != b}
    sure |= {frozenset(pair) for pair in doc.get("coordination_stated", []) if len(set(pair)) == 2}
    maybe |= {frozenset(pair) for pair in doc.get("coordination_maybe", []) if len(set(pair)) == 2}
    return sure, maybe - sure


def score_contacts(gold: dict[str, Any], found: dict[str, Any], wanted: Names, named: Names) -> Parts:
    """Right, wrong and missed pairs; a pair with a doubtful body is not held against anybody."""
    sure, maybe = pairs_of(gold)
    got = {frozenset(pair) for pair in found["coordination"]} if "coordination" in found else pairs_of(found)[0]
    doubtful = {body["key"] for body in gold.get("bodies_maybe", [])}
    doubtful |= {"group:" + key for key in gold.get("groups_maybe", [])}

    def same(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
        if len(a) < 2 or len(b) < 2:
            return False
        (x, y), (u, v) = [(k, wanted.get(k, "")) for k in sorted(a)], [(k, named.get(k, "")) for k in sorted(b)]
        return (same_body(x, u) and same_body(y, v)) or (same_body(x, v) and same_body(y, u))

    right, wrong, missed = match(_sorted(sure), _sorted(got), _sorted(maybe), same)
    wrong = [pair for pair in wrong if not any(
        same_body((u, wanted.get(u, "")), (k, named.get(k, ""))) for u in doubtful for k in pair)]
    return right, wrong, missed


def _sorted(pairs: Iterable[Pair]) -> list[tuple[str, ...]]:
    return sorted(tuple(sorted(pair)) for pair in pairs)
