"""Prints how reading holds under each kind of swap: python tests/swaps/measure.py [DEV] [--seeds 3] [--errors KIND]."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from kg.evaluation import KINDS as SCORED
from swaps import KINDS, Annotated
from swaps.annotated import held_out, load
from swaps.scoring import Comparison, compare

GOLD = Path(__file__).resolve().parents[1] / "gold"


def main() -> None:
    """The table, for the seeds and for each half of dev."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dev", nargs="?", type=Path, default=GOLD / "dev")
    parser.add_argument("--seeds", type=int, default=3, help="how many swaps of each article")
    parser.add_argument("--errors", choices=sorted(KINDS), help="list what only the swapped articles get wrong")
    args = parser.parse_args()
    dev = load(args.dev)
    sets = {
        "seeds": load(GOLD / "seeds"),
        "dev, studied": [a for a in dev if not held_out(a.id)],
        "dev, held out": [a for a in dev if held_out(a.id)],
    }
    if args.errors:
        _errors({**sets, "dev, held out": []}, args.errors, args.seeds)
        return
    print(f"{'set':14} {'swap':8} {'articles':>8} {'swaps':>6} {'before':>7} {'after':>7} {'gap':>7}")
    for name, articles in sets.items():
        for kind, swap in KINDS.items():
            _line(name, kind, len(articles), compare(articles, swap, range(args.seeds)))


def _line(name: str, kind: str, articles: int, found: Comparison) -> None:
    before, after = (one.f1["micro"] for one in found.scores)
    print(f"{name:14} {kind:8} {articles:8} {len(found.after):6} {before:7.3f} {after:7.3f} {found.gap:7.3f}")
    for reason, ids in sorted(found.skipped.items()):
        print(f"{'':23} left out, {reason}: {len(set(ids))}")


def _errors(sets: dict[str, list[Annotated]], kind: str, seeds: int) -> None:
    totals: Counter[str] = Counter()
    for articles in sets.values():
        found = compare(articles, KINDS[kind], range(seeds))
        for key, result in found.after.items():
            for scored in SCORED:
                for n, word in ((1, "wrong"), (2, "missed")):
                    extra = len(result[scored][n]) - len(found.before[key][scored][n])
                    totals[f"{scored} {word}"] += extra
                    if extra > 0:
                        print(key, scored, word, result[scored][n], "| before:", found.before[key][scored][n])
    print(totals)


if __name__ == "__main__":
    main()
