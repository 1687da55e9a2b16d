"""Other lists: who attended in another order, with bodies added, joined by "dan", "serta", "beserta" or semicolons."""

from __future__ import annotations

from random import Random

from swaps.annotated import Annotated, CannotSwap, Gold, rewrite
from swaps.gazetteer import places
from swaps.members import MORE
from swaps.rows import REST, Row, find_rows

_TAILS = (", dan ", " dan ", " serta ", ", serta ", " beserta ")


def swap(article: Annotated, rng: Random) -> Annotated:
    """The article with its lists of participants redone. Raises CannotSwap where none is made of plain items."""
    rows = find_rows(article)
    if not rows:
        raise CannotSwap("no list of plain names of participants")
    gold = dict(article.gold)
    edits = []
    for row in rows:
        added = _added(article, gold, row, rng)
        edits.append((row.start, row.end, _joined([*row.items, *(written for _, written in added)], rng)))
        for key, written in added:
            gold = _with(gold, row.event, key, written)
    return Annotated(article.id, rewrite(article.text, edits), gold)


def _added(article: Annotated, gold: Gold, row: Row, rng: Random) -> list[tuple[str, str]]:
    """Some bodies and groups that the article does not speak of yet, with the words for them."""
    area = _area(gold, row.event)
    known = {body["key"].partition("@")[0] for field in ("bodies", "bodies_maybe") for body in gold.get(field, [])}
    known |= {*gold.get("groups", []), *gold.get("groups_maybe", [])}
    fits = [
        (key, words)
        for key, words in MORE
        if key.removeprefix("group:") not in known
        and not any(word in article.text for word in words)
        and (area or key.startswith("group:"))
    ]
    chosen = rng.sample(fits, min(len(fits), rng.randint(2, 4)))
    name = f" {places()[area].name}" if area else ""
    return [
        (
            key if key.startswith("group:") else f"{key}@{area}",
            rng.choice(words) + ("" if key.startswith("group:") else name),
        )
        for key, words in chosen
    ]


def _area(gold: Gold, event: int) -> str:
    """The area of the event's host, if it is a regency or city of an unshared name."""
    hosts = [key.partition("@")[2] for key in gold["events"][event].get("organizers", [])]
    return next((code for code in hosts if len(code) == 5 and code in places()), "")


def _with(gold: Gold, event: int, key: str, written: str) -> Gold:
    events = [dict(one) for one in gold["events"]]
    events[event]["participants"] = [*events[event]["participants"], key]
    if key.startswith("group:"):
        return {**gold, "events": events, "groups": [*gold["groups"], key[6:]]}
    return {**gold, "events": events, "bodies": [*gold["bodies"], {"key": key, "name": written}]}


def _joined(given: list[str], rng: Random) -> str:
    """The items in another order and one of the ways in which lists are written; "and others" stays at the end."""
    last = [item for item in given if REST.search(item)]
    items = [item for item in given if item not in last]
    rng.shuffle(items)
    items += last
    if rng.random() < 0.2:
        return "; ".join(items[:-1]) + "; dan " + items[-1]
    if rng.random() < 0.2 and len(items) > 4:
        cut = len(items) // 2
        return ", ".join(items[:cut]) + " dan " + items[cut] + " serta " + ", ".join(items[cut + 1 :])
    return ", ".join(items[:-1]) + rng.choice(_TAILS) + items[-1]
