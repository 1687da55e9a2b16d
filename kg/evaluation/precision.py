"""How often each rule is right: every statement of a reading held against its gold annotation, counted by rule.

``python -m kg.evaluation.precision GOLD_DIR...`` prints the table kept in ontology/tables/rule_precision.csv, from which
the confidence of statements comes.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from kg.evaluation.documents import score
from kg.evaluation.gold import load
from kg.evaluation.matching import Parts
from kg.evaluation.predictions import from_readings
from kg.pipeline import readings
from kg.records import Claim, Organization, Reading, Ref

_WAYS = {"bw:organizer": "organizers", "bw:attendee": "participants", "bw:speaker": "speakers"}
_DETAILS = {"schema:startDate": "start", "schema:endDate": "end", "bw:venue": "venue", "bw:area": "area", "bw:eventType": "type"}


def measure(folders: Sequence[Path]) -> list[tuple[str, int, int]]:
    """(rule, right, wrong) over all gold documents, by rule; statements that the annotation leaves open do not count."""
    gold = [load(folder) for folder in folders]
    docs = {key: doc for one in gold for key, doc in one.docs.items()}
    texts = [str(path) for one in gold for path in one.texts.values()]
    found = [item for item in readings(texts) if isinstance(item, Reading)]
    counts: Counter[tuple[str, bool]] = Counter()
    for reading in found:
        parts = score(docs[reading.article.id], from_readings([reading]).get(reading.article.id))
        counts.update(_verdicts(reading, parts))
    return [(rule, counts[rule, True], counts[rule, False]) for rule in sorted({rule for rule, _ in counts})]


def _verdicts(reading: Reading, parts: dict[str, Parts]) -> Iterator[tuple[str, bool]]:
    bodies = {body.key: body for body in reading.organizations}
    for claim in reading.claims:
        found = _item(reading, bodies, claim)
        if found is None:
            continue
        kind, item = found
        right, wrong = parts[kind][0], parts[kind][1]
        if any(_matches(item, kind, pair[1] if kind != "event details" else pair) for pair in right):
            yield claim.rule, True
        elif any(_matches(item, kind, one) for one in wrong):
            yield claim.rule, False


def _item(reading: Reading, bodies: dict[str, Organization], claim: Claim) -> tuple[str, Any] | None:
    """The kind and the item that a statement would be scored as; None for what is not scored."""
    value = claim.object
    if claim.predicate == "bw:mentions" and isinstance(value, Ref):
        if value.kind == "person":
            return "people", _name(reading, value)
        if value.kind == "org":
            return ("groups", bodies[value.key].type) if bodies[value.key].group else ("bodies", _key(bodies[value.key]))
    if claim.predicate == "org:member":
        held = next(m for m in reading.memberships if m.key == claim.subject.key)
        return "posts", (_name(reading, Ref("person", held.person)), held.title)
    if claim.predicate in _WAYS and isinstance(value, Ref):
        actor = f"person:{_name(reading, value)}" if value.kind == "person" else _key(bodies[value.key])
        return _WAYS[claim.predicate], actor
    return _other(reading, bodies, claim)


def _other(reading: Reading, bodies: dict[str, Organization], claim: Claim) -> tuple[str, Any] | None:
    value = claim.object
    if claim.predicate in _DETAILS and claim.subject.kind == "event":
        field = _DETAILS[claim.predicate]
        venue = next((v.name for v in reading.venues if isinstance(value, Ref) and v.key == value.key), None)
        return "event details", (field, venue if field == "venue" else value.key if isinstance(value, Ref) else str(value))
    if claim.predicate == "bw:theme" and claim.subject.kind == "article" and isinstance(value, Ref):
        return "themes", value.key
    if claim.predicate == "bw:saidBy":
        quote = next(q for q in reading.quotations if q.key == claim.subject.key)
        return "quotations", quote.text[:50]
    if claim.predicate == "bw:inContactWith" and isinstance(value, Ref):
        return "coordination", tuple(sorted((_key(bodies[claim.subject.key]), _key(bodies[value.key]))))
    return None


def _matches(item: Any, kind: str, scored: Any) -> bool:
    if kind == "posts":
        return bool(item == (scored["person"], scored["title"]))
    if kind == "event details":
        return bool(item == scored if isinstance(scored, tuple) else scored == f"{item[0]}: {item[1]}")
    if kind == "quotations":
        return item in scored if isinstance(scored, str) else bool(scored["starts"].startswith(item))
    if kind in {"bodies", *_WAYS.values()}:
        return bool(scored[0] == item)
    return bool(scored == item)


def _name(reading: Reading, person: Ref) -> str:
    return next(p.name for p in reading.people if p.key == person.key)


def _key(body: Organization) -> str:
    if body.group:
        return f"group:{body.type}"
    kind = body.type if body.type not in ("", "dinas-lain") else body.key.removesuffix(f"-{body.area}")
    return f"{kind}@{body.area}" if body.area else kind


if __name__ == "__main__":
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(("rule", "right", "wrong"))
    table.writerows(measure([Path(name) for name in sys.argv[1:]]))
