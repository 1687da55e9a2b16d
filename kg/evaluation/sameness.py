"""When an answer means the same as the gold: names of people, bodies and venues, however they are written."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from kg.evaluation.fuzzy import ratio, sorted_ratio
from kg.lexicon.places import ontology_dir

Actor = tuple[str, str]
_HONORIFICS = frozenset({"h", "hj", "dr", "drs", "dra", "ir", "kh", "prof", "bapak", "ibu", "pak", "bu", "haji",
                         "hajah", "ust", "ustadz", "tgk"})
_SAME_TYPE = ({"bawaslu", "panwaslih", "panwaslu"}, {"kpu", "kip"})


def _part(heading: str) -> str:
    text = (ontology_dir() / "contract" / "KEYS.md").read_text(encoding="utf-8")
    return text.split(f"## {heading}")[1].split("\n## ")[0]


@cache
def types() -> frozenset[str]:
    """The closed list of agency types."""
    return frozenset(re.findall(r"`([a-z0-9-]+)`", _part("Agency types")))


@cache
def themes() -> frozenset[str]:
    """The themes that are scored: those in the contract's table."""
    rows = [line for line in _part("Themes").splitlines() if line.startswith("| `")]
    return frozenset(key for row in rows for key in re.findall(r"`([a-z0-9-]+)`", row.split("|")[2]))


def fold(text: str | None) -> str:
    """A text in lower case, without accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode().lower()
    return " ".join(re.sub(r"[^a-z0-9]+", " ", plain).split())


def person_name(name: str | None) -> str:
    """A person's name folded, without degrees behind a comma and honorifics before it."""
    words = fold((name or "").split(",")[0]).split()
    while words and words[0] in _HONORIFICS:
        words.pop(0)
    return " ".join(words)


def same_person(gold: str | None, found: str | None) -> bool:
    """Whether two names are one person's: alike, or one made of at least two words of the other."""
    a, b = person_name(gold), person_name(found)
    if not a or not b:
        return False
    if a == b or ratio(a, b) >= 88:
        return True
    short, long = sorted((a.split(), b.split()), key=len)
    return len(short) >= 2 and all(any(ratio(w, x) >= 88 for x in long) for w in short)


def _split(key: str) -> tuple[str, str]:
    kind, _, area = key.partition("@")
    return fold(kind), area


def same_body(gold: Actor, found: Actor) -> bool:
    """Whether two bodies, each a key and a name, are one. Listed types must agree; a slug may also agree by name."""
    if gold[0] == found[0]:
        return True
    if gold[0].startswith("group:") or found[0].startswith("group:"):
        return False
    (gold_type, gold_area), (type_, area) = _split(gold[0]), _split(found[0])
    if gold_area and area and gold_area != area:
        return False
    if gold_type == type_ or any({gold_type, type_} <= same for same in _SAME_TYPE):
        return not (gold_area and not area) or gold_area == "id"
    if gold_type.replace(" ", "-") in types():
        return False
    wanted, named = fold(gold[1]), fold(found[1])
    return _close(wanted, named) or _close(gold_type, type_) or _close(wanted, type_) or _close(gold_type, named)


def _close(a: str, b: str) -> bool:
    return bool(a and b) and re.findall(r"\d+", a) == re.findall(r"\d+", b) and sorted_ratio(a, b) >= 88


def same_venue(gold: str, found: str) -> bool:
    """Whether two names of a place are one place's."""
    a, b = fold(gold).split(), fold(found).split()
    if not a or not b:
        return False
    if re.findall(r"\d+", " ".join(a)) != re.findall(r"\d+", " ".join(b)) and len(b) > len(a) + 8:
        return False
    within = set(a) <= set(b) and len(b) <= len(a) + 4
    holds = len(b) >= 2 and set(b) <= set(a) and len(a) <= len(b) + 3
    return sorted_ratio(" ".join(a), " ".join(b)) >= 78 or within or holds


def same_actor(gold: Actor, found: Actor) -> bool:
    """Whether two actors, people (``person:NAME``) or bodies, are one."""
    people = gold[0].startswith("person:"), found[0].startswith("person:")
    if any(people):
        return all(people) and same_person(gold[0][7:], found[0][7:])
    return same_body(gold, found)
