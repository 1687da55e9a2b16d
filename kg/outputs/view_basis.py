"""What a page rests on: articles, days, outlets, coverage, and how often the reading was found to be right."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from importlib.resources import files

from kg import __version__
from kg.lexicon.areas import REPUBLIC, province_of
from kg.records import Reading, Ref

_MEASURED = files("kg.outputs") / "page" / "measured.json"


def basis(readings: Sequence[Reading]) -> dict[str, object]:
    """Counts over the articles of a page, and the figures of the last evaluation of the rules."""
    published = sorted(reading.article.published for reading in readings if reading.article.published)
    outlets = Counter(reading.article.outlet for reading in readings)
    coverage = Counter(code for reading in readings for code in _provinces(reading))
    return {
        "articles": len(readings),
        "relevant": sum(reading.relevant for reading in readings),
        "selfReported": sum(reading.article.self_reported for reading in readings),
        "published": [day.isoformat() for day in (published[:1] + published[-1:])],
        "undated": len(readings) - len(published),
        "outlets": sorted(outlets.items(), key=lambda item: (-item[1], item[0])),
        "coverage": sorted(coverage.items(), key=lambda item: (-item[1], item[0])),
        "version": __version__,
        "measured": json.loads(_MEASURED.read_text(encoding="utf-8")),
    }


def _provinces(reading: Reading) -> set[str]:
    """The provinces that an article is about: where its events lie, else the areas it names."""
    events = {c.object.key for c in reading.claims if c.predicate == "bw:area" and isinstance(c.object, Ref)
              and c.subject.kind == "event"}
    return {province_of(code) for code in events or set(reading.areas)} - {REPUBLIC, ""}
