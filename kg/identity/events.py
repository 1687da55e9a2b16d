"""The event that an article reports: its type, the words that announce it, who holds it, where and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.mentions import ReadSentence
from kg.records import Fact, Mention

_GENERIC = {
    "lain": -2.5,
    "pengawasan": -0.5,
    "rekrutmen": -0.5,
    "sidang": -0.5,
    "pendidikan": -0.3,
    "penertiban": -0.5,
    "konferensi-pers": -1.0,
    "peluncuran": -0.3,
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """The reported event: type, announcing words and their sentence, and how strongly each sentence speaks of it."""

    type: str
    sentence: int
    mention: Mention
    anchors: dict[int, float]
    hosts: tuple[Fact, ...]
    joins: tuple[Fact, ...]


def choose(sentences: tuple[ReadSentence, ...], facts: Iterable[Fact]) -> Chosen | None:
    """The event that an article mainly reports, None if it names none."""
    facts = list(facts)
    hosts = [f for f in facts if f.kind == "host"]
    joins = [f for f in facts if f.kind == "join"]
    weights = _weights(sentences, hosts, joins)
    if not weights:
        return None
    type_ = max(sorted(weights), key=lambda t: weights[t])
    announced = _announced(sentences, type_, hosts, joins)
    return Chosen(
        type_, announced[0], announced[1], _anchors(sentences, type_, hosts, joins), tuple(hosts), tuple(joins)
    )


def _weights(sentences: tuple[ReadSentence, ...], hosts: list[Fact], joins: list[Fact]) -> dict[str, float]:
    weights: dict[str, float] = defaultdict(float)
    for number, one in enumerate(sentences):
        seen: set[str] = set()
        for mention in one.top:
            if mention.kind != "event" or mention.key in seen:
                continue
            seen.add(mention.key)
            place = 3.0 if one.sentence.kind == "title" else 2.0 if number < 3 else 1.0 if number < 6 else 0.5
            weights[mention.key] += place * (0.25 if mention.get("weak") else 0.6 if mention.get("verb") else 1.0)
    for fact in (*hosts, *joins):
        event = fact.part("ev")
        if event is not None:
            bonus = 4.0 if fact.sentence < 3 else 2.0 if fact.sentence < 7 else 1.0
            weights[event.key] += bonus * fact.confidence * (0.4 if event.get("weak") else 1.0)
    visit = any(f.rule in {"receives_visit", "visits_by_verb", "visits"} and f.sentence < 4 for f in (*hosts, *joins))
    if visit and "audiensi" in weights:
        weights["audiensi"] += 4.0
    return {key: weight + _GENERIC.get(key, 0.0) for key, weight in weights.items()}


def _announced(
    sentences: tuple[ReadSentence, ...], type_: str, hosts: list[Fact], joins: list[Fact]
) -> tuple[int, Mention]:
    """The words that announce it: in a sentence that says who holds it, outside the title where possible."""
    told = [(f.sentence, f.part("ev")) for f in (*hosts, *joins)]
    options = [(n, m) for n, m in told if m is not None and m.key == type_]
    options += [(n, m) for n, one in enumerate(sentences) for m in one.top if m.kind == "event" and m.key == type_]
    body = [o for o in options if sentences[o[0]].sentence.kind == "body"]
    return (body or options)[0]


def _anchors(sentences: tuple[ReadSentence, ...], type_: str, hosts: list[Fact], joins: list[Fact]) -> dict[int, float]:
    anchors: dict[int, float] = defaultdict(float)
    for fact in (*hosts, *joins):
        anchors[fact.sentence] = max(anchors[fact.sentence], 3.0 if fact.part("ev") is not None else 2.0)
    for number, one in enumerate(sentences):
        if any(m.kind == "event" and (m.key == type_ or m.get("weak")) for m in one.top):
            anchors[number] += 2.0 if any(m.key == type_ for m in one.top if m.kind == "event") else 1.0
    return dict(anchors)


def organizers(chosen: Chosen, sentences: tuple[ReadSentence, ...]) -> list[tuple[Mention, Fact]]:
    """The mentions of who holds the event, with the fact that says so: the surest sentence's, those named beside it too."""

    def rank(fact: Fact) -> tuple[float, float, int]:
        event = fact.part("ev")
        same = (
            2.0
            if event is not None and event.key == chosen.type
            else 1.0
            if event is None or event.get("weak")
            else 0.0
        )
        place = 2.0 if sentences[fact.sentence].sentence.kind == "title" else 1.5 if fact.sentence < 4 else 0.5
        return (same + place, fact.confidence, -fact.sentence)

    usable = [f for f in chosen.hosts if rank(f)[0] >= 1.5]
    usable.sort(key=lambda fact: (rank(fact)[0] + 0.2 * (len(fact.all("org")) > 1), *rank(fact)[1:]), reverse=True)
    found: list[tuple[Mention, Fact]] = []
    for fact in usable:
        event = fact.part("ev")
        if event is not None and event.key != chosen.type and not event.get("weak") and found:
            continue
        found += [(mention, fact) for mention in fact.all("org")]
    return sorted(found, key=lambda item: sentences[item[1].sentence].sentence.kind != "body")


def place(chosen: Chosen, sentences: tuple[ReadSentence, ...], dated: int | None) -> tuple[int, Mention] | None:
    """The named place of the event: (sentence, mention). `dated`: the sentence that gives its day."""
    best: tuple[float, int, Mention] | None = None
    for number, one in enumerate(sentences):
        for mention in one.top:
            if mention.kind != "venue":
                continue
            score = (
                chosen.anchors.get(number, 0.0)
                + (2.0 if mention.get("cue") == "strong" else 0.0)
                + (1.5 if number < 4 else 0.0)
            )
            score += 2.0 if number == dated else 0.0
            if score >= (1.5 if number < 2 else 2.5 if number < 5 else 3.0) and (best is None or score > best[0]):
                best = (score, number, mention)
    return (best[1], best[2]) if best else None
