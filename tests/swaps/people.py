"""Other people: every name in text and annotation becomes an invented one, later mentions and nicknames alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

from swaps.annotated import Annotated, CannotSwap, Edit, Gold, followed, like, mapped, rewrite
from swaps.mentions import WORD, Mention, find, part_of, people_of, split
from swaps.nameparts import ADAT, DEGREES, NICKNAMES
from swaps.names import Name, alike, invent, misspelt

Maker = Callable[[Random, tuple[str, ...], set[str]], Name]
_DEGREE = re.compile(r"\s?,?\s?(?:[A-Z][A-Za-z]{0,3}\.|SH|SE|MM|MH|SP|ST|S\.?[A-Z]|M\.?[A-Z]|Lc|Dt|[A-Z]{2,4}\b)")
_WITH_DEGREES = 0.35


def swap(article: Annotated, rng: Random) -> Annotated:
    """The article with people of any region, some of them with degrees."""
    return renamed(article, rng, lambda r, _, taken: invent(r, taken), degrees=_WITH_DEGREES)


def renamed_alike(article: Annotated, rng: Random) -> Annotated:
    """The article with people of the same region, whose names have the same make: as hard to read as before."""
    code = _area(article.gold)
    return renamed(article, rng, lambda r, old, taken: alike(r, old, code, taken))


def renamed(article: Annotated, rng: Random, make: Maker, degrees: float = 0.0) -> Annotated:
    """The article with the names that `make` gives. Raises CannotSwap where it names nobody, or not in its text."""
    people = people_of(article.gold)
    if not people:
        raise CannotSwap("names nobody")
    mentions, nicknames = find(article.text, article.gold)
    if {one.person for one in mentions} != set(range(len(people))):
        raise CannotSwap("a person of the annotation is not found in the text")
    taken = {word.lower() for word in split(article.text)}
    names = [make(rng, old, taken) for old in people]
    called = {person: rng.choice([n for n in NICKNAMES if n.lower() not in taken]) for person, _ in nicknames}
    edits = [_edit(article.text, one, people, names, called, rng) for one in mentions]
    gold = _gold(article.gold, people, names)
    for field in ("quotes", "quotes_maybe"):
        if field in gold:
            gold[field] = [{**quote, "starts": followed(article.text, edits, quote["starts"])} for quote in gold[field]]
    if degrees:
        _learned(article.text, mentions, people, edits, degrees, rng)
    return Annotated(article.id, rewrite(article.text, edits), gold)


def _edit(
    text: str, one: Mention, people: list[tuple[str, ...]], names: list[Name], called: dict[int, str], rng: Random
) -> Edit:
    old = text[one.start : one.end]
    if one.words is None:
        return one.start, one.end, like(old, called[one.person])
    words = list(part(names[one.person], one.words, len(people[one.person])))
    if one.change == "spelling":
        words[-1] = misspelt(words[-1], rng)
    if one.change == "short":
        words = [words[0][: max(4, min(len(old), len(words[0]) - 1))]]
    return one.start, one.end, like(old, _in_place(old, words))


def _in_place(old: str, words: Sequence[str]) -> str:
    """The new words with the old stops between them where the initials are still the same, else with spaces."""
    found = list(WORD.finditer(old))
    initials = [m[0] for m in found if len(m[0]) < 3]
    if len(found) != len(words) or initials != [word for word in words if len(word) < 3]:
        return " ".join(words)
    return rewrite(old, [(*m.span(), word) for m, word in zip(found, words, strict=True)])


def part(name: Name, words: tuple[int, int], length: int) -> tuple[str, ...]:
    """The words of the new name that stand for some words (from, to) of an old one of that length."""
    start, end = words
    new, size = name.words, end - start
    if size == length or len(new) == 1:
        return new
    if len(new) == length:
        piece = new[start:end]
        return piece if end > name.head else (name.call,)
    if size == 1:
        return (new[-1],) if start > 0 and end == length else (name.call,)
    if start == 0:
        return new[: max(name.head + 1, min(size, len(new) - 1))]
    return new[max(name.head, len(new) - size) :]


def _learned(
    text: str, mentions: list[Mention], people: list[tuple[str, ...]], edits: list[Edit], share: float, rng: Random
) -> None:
    """Gives some people degrees, full of commas, where they are first named in full and have none yet."""
    seen: set[int] = set()
    for i, one in enumerate(mentions):
        full = one.words == (0, len(people[one.person]))
        after = text[one.end : one.end + 8]
        if not full or one.person in seen or not re.match(r"[ ,][a-z ]|,", after) or _DEGREE.match(after):
            continue
        seen.add(one.person)
        if rng.random() < share:
            start, end, new = edits[i]
            edits[i] = start, end, f"{new}, {rng.choice(DEGREES * 4 + ADAT)}"


def _gold(gold: Gold, people: list[tuple[str, ...]], names: list[Name]) -> Gold:
    def change(text: str) -> str:
        head = "person:" if text.startswith("person:") else ""
        words = tuple(split(text.removeprefix(head)))
        for old, new in zip(people, names, strict=True):
            at = part_of(words, old) if words else None
            if at is not None:
                return head + _in_place(text.removeprefix(head), part(new, at, len(old)))
        return text

    out = dict(gold)
    for field in ("people", "people_maybe"):
        if field in out:
            out[field] = mapped(out[field], change)
    for field, inner in (
        ("posts", "person"),
        ("posts_maybe", "person"),
        ("quotes", "speaker"),
        ("quotes_maybe", "speaker"),
    ):
        if field in out:
            out[field] = [{**item, inner: mapped(item[inner], change)} for item in out[field]]
    for field in ("events", "events_maybe"):
        if field in out:
            out[field] = [
                {
                    key: [change(one) if one.startswith("person:") else one for one in value]
                    if isinstance(value, list)
                    else value
                    for key, value in event.items()
                }
                for event in out[field]
            ]
    return out


def _area(gold: Gold) -> str:
    codes = [body["key"].partition("@")[2] for body in gold.get("bodies", [])]
    return next((code for code in codes if code and code != "id"), "33")
