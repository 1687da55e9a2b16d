"""What the page needs to know of areas, types and themes: names in both languages and every word they are searched by."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from kg.graph import names
from kg.graph.english import area_name
from kg.lexicon.places import table
from kg.records import Organization, Ref

_BARE = re.compile(r"[^\w]+")
_KINDS = frozenset({"official", "short", "abbrev", "spelling", "former", "capital"})
_LONGEST = 30


def areas(codes: Iterable[str]) -> dict[str, dict[str, object]]:
    """The areas of these codes and all above them: name, English name, area above, centroid, other names."""
    found: dict[str, dict[str, object]] = {}
    waiting = sorted(set(codes), reverse=True)
    while waiting:
        code = waiting.pop()
        area = names.area(code)
        if area is None or code in found:
            continue
        found[code] = {"name": area.name, "en": area_name(area), "parent": area.parent, "level": area.level,
                       "words": sorted(_aliases().get(code, ()))}
        waiting += [area.parent] if area.parent else []
    return dict(sorted(found.items()))


def concepts(kind: str, keys: Iterable[str]) -> dict[str, dict[str, object]]:
    """The concepts of these keys and all above them: label, English label, broader concept, synonyms and misspellings."""
    found: dict[str, dict[str, object]] = {}
    waiting = sorted(set(keys), reverse=True)
    while waiting:
        ref = Ref(kind, waiting.pop())
        known = names.concept(ref)
        if not ref.key or ref.key in found:
            continue
        label = names.label(ref)
        english = known.labels.get("en", label) if known else label
        words = sorted({*known.alt, *known.hidden}) if known else []
        found[ref.key] = {"name": label, "en": english, "parent": known.broader[0] if known and known.broader else "",
                          "words": words}
        waiting += known.broader[:1] if known else []
    return dict(sorted(found.items()))


def tells_area(form: str, code: str) -> bool:
    """Whether a written form says the area itself, so that nobody had to infer it."""
    if code in ("", "id"):
        return True
    words = f" {_plain(form)} "
    return any(f" {alias} " in words for alias in plain_names(code))


def short(body: Organization) -> str:
    """A name for tight places: the official one, or a shorter written form that says the area."""
    forms = [form for form in body.written if form[:1].isupper() and form not in body.misspelt and tells_area(form, body.area)]
    shortest = min(forms, key=lambda form: (len(form), form), default=body.name)
    return shortest if len(body.name) > _LONGEST and len(shortest) < len(body.name) else body.name


@cache
def plain_names(code: str) -> tuple[str, ...]:
    """All names of an area, without signs and in small letters, sorted."""
    area = names.area(code)
    known = {*_aliases().get(code, ()), *([area.short_name, area.name] if area else [])}
    return tuple(sorted({_plain(name) for name in known} - {""}))


@cache
def _aliases() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in table("area_aliases"):
        if row["kind"] in _KINDS:
            found[row["code"]].add(row["alias"])
    return dict(found)


def _plain(text: str) -> str:
    return _BARE.sub(" ", text.casefold()).strip()
