"""Faults as text for people, and as JSON for programs."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from kg.graph.vocabulary import PREFIXES
from kg.validation.faults import Checked, Fault

_NO_ARTICLE = {"id": "data acuan", "en": "reference data"}
_AND_MORE = {"id": "dan {} lagi; --all menunjukkan semuanya", "en": "and {} more; --all shows them all"}
SHOWN = 10
"""How many faults of one kind are listed unless all are asked for."""


def text(checked: Checked, language: str, every: bool = False) -> str:
    """The faults in words, those of one kind under one heading: article, node, property, value. "" if there is none."""
    kinds: dict[str, list[Fault]] = defaultdict(list)
    for fault in checked.faults:
        kinds[fault.message(language)].append(fault)
    return "".join(_kind(message, faults, language, every) for message, faults in sorted(kinds.items()))


def _kind(message: str, faults: list[Fault], language: str, every: bool) -> str:
    shown = faults if every else faults[:SHOWN]
    lines = [f"{message} ({len(faults)})", *(f"  {_line(fault, language)}" for fault in shown)]
    if len(shown) < len(faults):
        lines.append(f"  {_AND_MORE[language].format(len(faults) - len(shown))}")
    return "\n".join(lines) + "\n"


def _line(fault: Fault, language: str) -> str:
    where = ", ".join(place.id for place in fault.places) or _NO_ARTICLE[language]
    what = [_short(fault.node), _short(fault.path), _short(fault.value)]
    return f"{where}: {' '.join(part for part in what if part)}"


def _short(iri: str) -> str:
    """An IRI with its prefix, where it has one of ours; any other value in its first 80 signs."""
    for prefix, start in PREFIXES.items():
        if iri.startswith(start):
            return f"{prefix}:{iri.removeprefix(start)}"
    return iri if "://" in iri or len(iri) <= 80 else f"{iri[:79]}…"


def as_json(checked: Checked) -> str:
    """All faults with their IRIs and their words in both languages, as a JSON object that ends in a line break."""
    told: dict[str, Any] = {
        "dataset": str(checked.dataset),
        "statements": checked.statements,
        "conforms": not checked.faults,
        "faults": [_object(fault) for fault in checked.faults],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _object(fault: Fault) -> dict[str, Any]:
    return {
        "message": dict(fault.messages),
        "node": fault.node,
        "path": fault.path or None,
        "value": fault.value or None,
        "articles": [{"id": place.id, "iri": place.iri} for place in fault.places],
    }
