"""Another area: the article's regencies and cities become others of another province, with the province itself,
their bodies' names, short forms, seats and districts; province articles likewise."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from random import Random
from typing import Any

from swaps.annotated import Annotated, CannotSwap, Edit, Gold, followed, mapped, rewrite
from swaps.gazetteer import Place, campuses, places, plain_districts, shared
from swaps.scan import Finding, scan, spell

_CODE = re.compile(r"(?<![\d.])(\d\d(?:\.\d\d){0,2})(?![\d.])")
_MILITARY = re.compile(r"\"(?:kodam|korem|lanal|lanud)@")
_ACEH = re.compile(r"\b(?:KIP|Panwaslih|DPRK|DPRA|[Gg]ampong|[Mm]ukim)\b")
_TRIES = 300
Change = Callable[[str], str]


def swap(article: Annotated, rng: Random) -> Annotated:
    """The article moved to another area. Raises CannotSwap where that cannot be done cleanly."""
    main = _main(article.gold)
    found = scan(article.text, main[:2], _codes(article.gold), article.gold)
    _check(article, found, main)
    old = {code for code in _codes(article.gold) if code[:2] == main[:2]} | {one.code for one in found}
    old |= {code[:5] for code in old if len(code) > 5} | {main}
    aceh = main[:2] == "11" and bool(_ACEH.search(article.text))
    new = _target(rng, main, old, same_province=aceh)
    edits = [spell(article.text, one, new[one.code], rng) for one in found]
    return Annotated(article.id, rewrite(article.text, edits), _gold(article, edits, new))


def _main(gold: Gold) -> str:
    """The code most of the annotation's bodies and events lie in."""
    codes = [body["key"].partition("@")[2] for body in gold.get("bodies", [])]
    codes += [event["area"] for event in gold.get("events", []) for _ in range(2) if isinstance(event.get("area"), str)]
    counts = Counter(code[:5] for code in codes if code and code != "id")
    if not counts:
        raise CannotSwap("no area in the annotation")
    return max(counts, key=lambda code: (counts[code], len(code), code))


def _codes(gold: Gold) -> set[str]:
    return set(_CODE.findall(json.dumps([re.sub(r"^.*@", "", text) for text in _strings(gold)])))


def _strings(value: Any) -> list[str]:
    kept: list[str] = []
    mapped(value, lambda text: kept.append(text) or text if re.fullmatch(r"(?:[^@]*@)?[\d.]+", text) else text)
    return kept


def _check(article: Annotated, found: list[Finding], main: str) -> None:
    if _MILITARY.search(json.dumps(article.gold)):
        raise CannotSwap("a regional command of the forces, whose name does not follow the area")
    if main not in {one.code for one in found}:
        raise CannotSwap("its area is not named in the text")
    missing = {code for code in _codes(article.gold) if code[:2] == main[:2] and len(code) > 5} - {
        one.code for one in found
    }
    if missing:
        raise CannotSwap("a district of the annotation is not named in the text")


def _target(rng: Random, main: str, old: set[str], same_province: bool) -> dict[str, Place]:
    """A new place for each old code: the same kinds, one new province, districts within their new regencies."""
    known = places()
    for _ in range(_TRIES):
        goal = rng.choice(
            [
                p
                for p in known.values()
                if p.kind == known[main].kind and (p.province == main[:2]) == same_province and p.code != main
            ]
        )
        new = {main: goal, main[:2]: known[goal.province]}
        for code in sorted(old - set(new), key=lambda code: (len(code), code)):
            fits = _fitting(code, goal, new, known)
            if not fits:
                break
            new[code] = rng.choice(fits)
        else:
            return new
    raise CannotSwap("no province has as many areas of these kinds")


def _fitting(code: str, goal: Place, new: dict[str, Place], known: dict[str, Place]) -> list[Place]:
    taken = {place.code for place in new.values()}
    if code not in known:
        return []
    pool = (
        plain_districts(new[code[:5]].code)
        if len(code) > 5
        else [place for place in known.values() if place.kind == known[code].kind and place.province == goal.province]
    )
    return [place for place in pool if place.code not in taken and (len(code) != 5 or not shared(place.name))]


def _gold(article: Annotated, edits: list[Edit], new: dict[str, Place]) -> Gold:
    slugs = {_slug(places()[code].name): _slug(place.name) for code, place in new.items()}

    def change(text: str) -> str:
        head, at, code = text.rpartition("@")
        if _CODE.fullmatch(code):
            return f"{_reslug(head)}{at}{new[code].code if code in new else code}"
        if re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)+", text):
            return _reslug(text)
        return text if text.startswith(("person:", "group:")) else words(text)

    def _reslug(key: str) -> str:
        if key in {_slug(name) for name in campuses()}:
            return key
        for old in sorted(slugs, key=len, reverse=True):
            if re.search(rf"(?:^|-){old}(?:-|$)", key):
                return re.sub(rf"(^|-){old}(-|$)", rf"\g<1>{slugs[old]}\g<2>", key)
        return key

    def words(text: str) -> str:
        if text in article.text:
            return followed(article.text, edits, text)
        bare = scan(text, _main(article.gold)[:2], _codes(article.gold), {})
        return rewrite(text, [spell(text, one, new[one.code], None) for one in bare if one.code in new])

    kept = mapped(
        article.gold,
        change,
        (
            "notes",
            "id",
            "people",
            "people_maybe",
            "person",
            "speaker",
            "themes",
            "themes_maybe",
            "groups",
            "groups_maybe",
            "role",
            "status",
            "type",
        ),
    )
    return dict(kept)


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
