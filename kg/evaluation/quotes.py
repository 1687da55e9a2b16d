"""Direct quotes: found by their first words, right if the speaker is."""

from __future__ import annotations

from typing import Any

from kg.evaluation.fuzzy import ratio
from kg.evaluation.matching import Parts
from kg.evaluation.sameness import fold, same_person

_LONGEST = 1500
Quote = dict[str, Any]


def score_quotes(gold: dict[str, Any], found: dict[str, Any]) -> Parts:
    """Right, wrong and missed quotes. A quote whose speaker the gold leaves open counts neither way."""
    right: list[Any] = []
    wrong: list[Any] = []
    missed: list[Any] = []
    left = list(gold["quotes"])
    for quote in found["quotes"]:
        answer = next((one for one in left if _same(one, quote)), None)
        if answer is None:
            if not any(_same(one, quote) for one in [*gold["quotes"], *gold.get("quotes_maybe", [])]):
                wrong.append(f"{quote['speaker']}: {quote['starts'][:50]}")
            continue
        left.remove(answer)
        _score_speaker(answer, quote, (right, wrong, missed))
    missed += [f"{one['speaker']}: {one['starts']}" for one in left if one["speaker"]]
    return right, wrong, missed


def _same(gold: Quote, found: Quote) -> bool:
    a, b = fold(gold["starts"]), fold(found["starts"])
    return bool(a) and len(found["starts"]) <= _LONGEST and ratio(a, b[: len(a)]) >= 85


def _score_speaker(gold: Quote, found: Quote, store: Parts) -> None:
    if not gold["speaker"]:
        return
    if found["speaker"] and same_person(gold["speaker"], found["speaker"]):
        store[0].append((gold, found))
        return
    if found["speaker"]:
        store[1].append(f"{found['speaker']} (is {gold['speaker']}): {found['starts'][:50]}")
    store[2].append(f"{gold['speaker']}: {gold['starts']}")
