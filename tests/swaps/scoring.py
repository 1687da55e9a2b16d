"""What the program reads in articles held in memory, scored as `kg eval` scores files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from kg.evaluation import Parts, Scores, from_readings, score, scores
from kg.pipeline import readings
from kg.records import Reading
from swaps.annotated import Annotated, CannotSwap

Swap = Callable[[Annotated, Random], Annotated]
Results = dict[str, dict[str, Parts]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The results of articles before a swap and after it, by key (id and seed), and why others were left out."""

    before: Results
    after: Results
    skipped: dict[str, list[str]]

    @property
    def scores(self) -> tuple[Scores, Scores]:
        """The scores before and after."""
        return scores(self.before), scores(self.after)

    @property
    def gap(self) -> float:
        """How much micro F1 falls under the swap."""
        before, after = self.scores
        return before.f1["micro"] - after.f1["micro"] if self.before else 0.0


def results(articles: Iterable[Annotated]) -> Results:
    """The results of each article by its id."""
    found: Results = {}
    with TemporaryDirectory() as folder:
        texts = {}
        for article in articles:
            path = Path(folder) / f"{article.id}.txt"
            path.write_bytes(article.text.encode("utf-8"))
            texts[article.id] = article.gold
        read = readings([str(path) for path in sorted(Path(folder).iterdir())]) if texts else ()
        docs = from_readings(item for item in read if isinstance(item, Reading))
        for key, gold in texts.items():
            found[key] = score(gold, docs.get(key))
    return found


def compare(articles: Sequence[Annotated], swap: Swap, seeds: Iterable[int]) -> Comparison:
    """Each article before and after a swap, once for every seed."""
    plain = results(articles)
    before: Results = {}
    after: Results = {}
    skipped: dict[str, list[str]] = {}
    for seed in seeds:
        swapped = []
        for article in articles:
            try:
                swapped.append(swap(article, Random(f"{article.id} {seed}")))
            except CannotSwap as reason:
                skipped.setdefault(str(reason), []).append(article.id)
        for key, result in results(swapped).items():
            after[f"{key} {seed}"] = result
            before[f"{key} {seed}"] = plain[key]
    return Comparison(before, after, skipped)
