"""What a dataset says, in the form of annotations, asked through the contract's queries."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.evaluation.documents import Doc
from kg.graph import article
from kg.lexicon.places import ontology_dir
from kg.records import Reading

Row = dict[str, str | None]
_WAYS = {"organizer": "organizers", "attendee": "participants", "speaker": "speakers"}
_LISTS = ("bodies", "groups", "people", "posts", "events", "themes", "coordination", "quotes")


def from_dataset(path: Path) -> dict[str, Doc]:
    """The annotations by article id that an N-Quads or TriG file amounts to."""
    store = ox.Store()
    form = ox.RdfFormat.TRIG if path.suffix == ".trig" else ox.RdfFormat.N_QUADS
    store.bulk_load(path=str(path), format=form)
    return _from_store(store)


def from_readings(readings: Iterable[Reading]) -> dict[str, Doc]:
    """The annotations by article id that readings amount to, by way of their graphs."""
    store = ox.Store()
    for reading in readings:
        store.extend(article.quads(reading))
    return _from_store(store)


def _from_store(store: ox.Store) -> dict[str, Doc]:
    docs: dict[str, Doc] = defaultdict(lambda: {name: [] for name in _LISTS})
    keys = _bodies(store, docs)

    def actor(doc: str, iri: str, label: str | None) -> str:
        return keys.get((doc, iri)) or "?:" + (label or _tail(iri))

    _simple(store, docs)
    for row in _rows(store, "posts"):
        body = actor(_id(row), str(row["body"]), row["bodyLabel"]) if row["body"] else None
        role = _tail(row["role"]) if row["role"] else None
        docs[_id(row)]["posts"].append({"person": row["person"], "title": row["title"], "role": role, "body": body,
                                        "status": row["status"]})
    events = _events(store)
    for row in _rows(store, "participants"):
        if (_id(row), str(row["event"])) in events:
            person = _tail(row["kind"]) == "Person"
            who = f"person:{row['label']}" if person else actor(_id(row), str(row["actor"]), row["label"])
            way = events[_id(row), str(row["event"])][_WAYS[_tail(row["way"])]]
            if who not in way:
                way.append(who)
    for (doc, _), event in events.items():
        docs[doc]["events"].append(event)
    for row in _rows(store, "coordination"):
        pair = [actor(_id(row), str(row["a"]), row["aLabel"]), actor(_id(row), str(row["b"]), row["bLabel"])]
        docs[_id(row)]["coordination"].append(pair)
    return dict(docs)


def _bodies(store: ox.Store, docs: dict[str, Doc]) -> dict[tuple[str, str], str]:
    """Fills in bodies and groups; gives the key of each body by article and IRI."""
    keys: dict[tuple[str, str], str] = {}
    for row in _rows(store, "bodies", ("?id ?kind", "?id ?body ?kind")):
        doc, iri = _id(row), str(row["body"])
        area, kind = _tail(row["area"]), _tail(row["type"])
        if kind in ("", "dinas-lain"):  # the IRI holds the slug of the name
            kind = _tail(iri).removesuffix(f"-{area}") if area else _tail(iri)
        if _tail(row["kind"]) == "StakeholderGroup":
            keys[doc, iri] = f"group:{kind}"
            if kind not in docs[doc]["groups"]:
                docs[doc]["groups"].append(kind)
            continue
        keys[doc, iri] = f"{kind}@{area}" if area else kind
        if keys[doc, iri] not in [body["key"] for body in docs[doc]["bodies"]]:
            docs[doc]["bodies"].append({"key": keys[doc, iri], "name": row["label"]})
    return keys


def _simple(store: ox.Store, docs: dict[str, Doc]) -> None:
    for row in _rows(store, "people"):
        docs[_id(row)]["people"].append(row["label"])
    for row in _rows(store, "themes"):
        docs[_id(row)]["themes"].append(_tail(row["theme"]))
    for row in _rows(store, "quotations"):
        docs[_id(row)]["quotes"].append({"speaker": row["speaker"], "starts": row["text"]})


def _events(store: ox.Store) -> dict[tuple[str, str], dict[str, Any]]:
    events: dict[tuple[str, str], dict[str, Any]] = {}
    for row in _rows(store, "events"):
        fresh: dict[str, Any] = {"type": _tail(row["type"]), "start": None, "end": None, "venue": None, "area": None,
                 "organizers": [], "participants": [], "speakers": []}
        event = events.setdefault((_id(row), str(row["event"])), fresh)
        for field in ("start", "end", "venue"):
            event[field] = event[field] or row[field]
        event["area"] = event["area"] or _tail(row["area"]) or None
    return events


def _rows(store: ox.Store, name: str, change: tuple[str, str] = ("", "")) -> Iterator[Row]:
    text = (ontology_dir() / "contract" / "queries" / f"{name}.rq").read_text(encoding="utf-8").replace(*change)
    answer = store.query(text)
    assert isinstance(answer, ox.QuerySolutions)
    names = [variable.value for variable in answer.variables]
    for solution in answer:
        yield {name: None if (term := solution[name]) is None else _value(term) for name in names}


def _value(term: Any) -> str:
    return term.value if hasattr(term, "value") else str(term)


def _id(row: Row) -> str:
    return str(row["id"])


def _tail(iri: str | None) -> str:
    return re.split(r"[/#]", (iri or "").strip("<>"))[-1]
