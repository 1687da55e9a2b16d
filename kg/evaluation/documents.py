"""One document: what was found in it against its gold annotation, kind by kind."""

from __future__ import annotations

from typing import Any

from kg.evaluation.contacts import score_contacts
from kg.evaluation.events import Names, score_events
from kg.evaluation.fuzzy import require, set_ratio, sorted_ratio
from kg.evaluation.matching import Parts, match
from kg.evaluation.quotes import score_quotes
from kg.evaluation.sameness import fold, same_body, same_person, themes

Doc = dict[str, Any]
_LISTS = ("bodies", "groups", "people", "posts", "events", "themes", "quotes")


def score(gold: Doc, found: Doc | None) -> dict[str, Parts]:
    """Right, wrong and missed items of each kind. Both are annotations (ANNOTATION.md); None is a document not read."""
    require()
    empty: Doc = {name: [] for name in _LISTS}
    want, got = {**empty, **gold}, found or {**empty, "coordination": []}
    wanted, named = _names(want), _names(got)
    doubtful = _bodies(want.get("bodies_maybe", []))
    return {
        "bodies": match(_bodies(want["bodies"]), _bodies(got["bodies"]), doubtful, same_body),
        "groups": match(want["groups"], dict.fromkeys(got["groups"]), want.get("groups_maybe", []), _equal),
        "people": match(want["people"], got["people"], want.get("people_maybe", []), same_person),
        "posts": match(want["posts"], got["posts"], want.get("posts_maybe", []),
                       lambda a, b: _same_post(a, b, wanted, named)),
        **score_events(want, got, wanted, named),
        "themes": match(want["themes"], [t for t in dict.fromkeys(got["themes"]) if t in themes()],
                        want.get("themes_maybe", []), _equal),
        "coordination": score_contacts(want, got, wanted, named),
        "quotations": score_quotes(want, got),
    }


def _names(doc: Doc) -> Names:
    return {body["key"]: body["name"] for body in [*doc.get("bodies", []), *doc.get("bodies_maybe", [])]}


def _bodies(bodies: list[Doc]) -> list[tuple[str, str]]:
    return [(body["key"], body["name"]) for body in bodies]


def _equal(a: Any, b: Any) -> bool:
    return bool(a == b)


def _same_post(gold: Doc, found: Doc, wanted: Names, named: Names) -> bool:
    if not same_person(gold["person"], found["person"]) or gold["status"] != found["status"]:
        return False
    body, other = gold.get("body"), found.get("body")
    if body and not (other and same_body((body, wanted.get(body, "")), (other, named.get(other, "")))):
        return False
    titles = fold(gold["title"]), fold(found["title"])
    if sorted_ratio(*titles) >= 80:
        return True
    # A role says enough, save for those that cover many titles.
    return gold.get("role") == found.get("role") and (
        gold.get("role") not in ("kordiv", "lain") or set_ratio(*titles) >= 60)
