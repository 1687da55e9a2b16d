"""How well copies of one report are told from other reports, and what it costs: python benchmarks/copies.py [--sizes N ...]

The pairs are made from the annotated articles of tests/gold: copies by what another outlet does to a text
(tests/reprints.py), others by the swaps of tests/swaps (same words, other people, places, days) and by taking two
different articles.
"""

from __future__ import annotations

import argparse
import itertools
import re
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from reprints import HANDS, other_version  # noqa: E402
from swaps import KINDS, Annotated, CannotSwap  # noqa: E402
from swaps.annotated import load  # noqa: E402

from kg.articles import make_article  # noqa: E402
from kg.identity import copies  # noqa: E402
from kg.identity.fingerprints import bands_of, body, fingerprint, opened  # noqa: E402

Pairs = dict[str, list[tuple[bytes, bytes]]]
SHARED = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
NAMES = (1.0, 0.2, 0.15, 0.1, 0.07, 0.05)


def main() -> None:
    """The tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1_000, 10_000])
    args = parser.parse_args()
    same, other = pairs()
    _kinds(same, other)
    _thresholds(same, other)
    for size in args.sizes:
        _cost(size)


def pairs() -> tuple[Pairs, Pairs]:
    """Pairs of fingerprints by kind: copies of one report, and other reports."""
    articles = [one for name in ("dev", "own", "seeds") for one in load(ROOT / "tests" / "gold" / name)]
    prints = {one.id: _print(one.text) for one in articles}
    same: Pairs = {name: [] for name in HANDS}
    other: Pairs = {}
    for one in articles:
        for name, hand in HANDS.items():
            same[name] += [(prints[one.id], _print(other_version(one.text, hand, Random(f"{one.id} {name} {n}"))))
                           for n in range(3)]
        for name, text in _swapped(one):
            # Another order of the same names on the same day is no other report.
            (same if name == "lists" else other).setdefault(name, []).append((prints[one.id], _print(text)))
    other["different articles"] = list(itertools.combinations(prints.values(), 2))
    return same, other


def _swapped(one: Annotated) -> Iterator[tuple[str, str]]:
    every, swaps = one, 0
    for name, swap in KINDS.items():
        for number in range(2):
            try:
                yield name, swap(one, Random(f"{one.id} {name} {number}")).text
            except CannotSwap:
                continue
        try:
            every, swaps = swap(every, Random(f"{one.id} all")), swaps + 1
        except CannotSwap:
            continue
    if swaps > 2:
        yield "people, area, dates", every.text
        yield "the same, cut and re-headed", other_version(every.text, HANDS["cut"], Random(one.id))


def _print(text: str) -> bytes:
    return fingerprint(body(make_article(text, "x", "x")))


def _kinds(same: Pairs, other: Pairs) -> None:
    print("| pairs | number | meet in a band | grouped |\n|---|---|---|---|")
    for name, found in [*same.items(), *other.items()]:
        meet = [_meet(*pair) for pair in found]
        both = [met and _alike(*pair) for met, pair in zip(meet, found, strict=True)]
        print(f"| {name} | {len(found):,} | {sum(meet) / len(found):.3f} | {sum(both) / len(found):.3f} |")


def _thresholds(same: Pairs, other: Pairs) -> None:
    print("\n| shared, at least | other names, at most | recall | other reports grouped | precision |\n|---|---|---|---|---|")
    kept = copies.SHARED, copies.OTHER_NAMES
    for copies.OTHER_NAMES in NAMES:
        for copies.SHARED in SHARED:
            hits = sum(_meet(*pair) and _alike(*pair) for found in same.values() for pair in found)
            false = sum(_meet(*pair) and _alike(*pair) for found in other.values() for pair in found)
            of = sum(map(len, same.values()))
            print(f"| {copies.SHARED} | {copies.OTHER_NAMES} | {hits / of:.3f} | {false} of "
                  f"{sum(map(len, other.values())):,} | {hits / max(1, hits + false):.3f} |")
    copies.SHARED, copies.OTHER_NAMES = kept


def _meet(one: bytes, other: bytes) -> bool:
    return any(a == b for a, b in zip(bands_of(one), bands_of(other), strict=False))


def _alike(one: bytes, other: bytes) -> bool:
    return copies.alike(opened(one), opened(other))


def corpus(size: int, seed: int = 5) -> Iterator[tuple[str, str, int]]:
    """Keys, texts and report numbers of articles: sentences of the annotated articles under other names, one in five a
    copy of an article before it, one in five a form that differs in its names only."""
    rng = Random(seed)
    sentences = _sentences()
    names = sorted({word for one in sentences for word in re.findall(r"\b[A-Z][a-z]{3,}", one)})
    made: list[str] = []
    for number in range(size):
        kind = rng.random()
        if kind < 0.2 and made:
            source = rng.randrange(len(made))
            yield f"a{number:07}", other_version(made[source], HANDS[rng.choice(list(HANDS))], rng), source
            continue
        lines = made[rng.randrange(min(len(made), 50))].split("\n") if kind < 0.4 and made else [
            " ".join(rng.sample(sentences, 3)) for _ in range(5)]
        text = "\n".join(re.sub(r"\b[A-Z][a-z]{3,}|\d+", lambda m: _other(m[0], names, rng), line) for line in lines)
        made.append(text)
        yield f"a{number:07}", text, len(made) - 1


def _other(word: str, names: Sequence[str], rng: Random) -> str:
    return str(rng.randint(1, 31)) if word.isdigit() else rng.choice(names)


def _sentences() -> list[str]:
    texts = [one.text for name in ("dev", "own") for one in load(ROOT / "tests" / "gold" / name)]
    return [one for text in texts for one in re.split(r"(?<=[.])\s+", text) if 60 < len(one) < 300 and "\n" not in one]


def _cost(size: int) -> None:
    started = time.process_time()
    made = list(corpus(size))
    making = time.process_time()
    prints = {key: fingerprint(text) for key, text, _ in made}
    printing = time.process_time()
    found = copies.groups(prints)
    grouping = time.process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"\n{size:,} articles: made in {making - started:.1f} s, fingerprints {1e6 * (printing - making) / size:.0f} µs each, "
          f"{sum(map(len, prints.values())) / size:.0f} bytes each, grouped in {grouping - printing:.2f} s "
          f"({1e6 * (grouping - printing) / size:.0f} µs each), {len(set(found.values())):,} groups, {memory} MB")
    truth = {key: report for key, _, report in made}
    mixed = {group: {truth[key] for key in found if found[key] == group} for group in sorted(set(found.values()))[:2000]}
    print(f"groups with more than one report: {sum(len(one) > 1 for one in mixed.values())} of {len(mixed)}")


if __name__ == "__main__":
    main()
