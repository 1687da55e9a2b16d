"""A whole evaluation: gold folders in, results by document out, and what the floors make of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.articles import Problem
from kg.evaluation import floors as levels
from kg.evaluation.documents import Doc, score
from kg.evaluation.fuzzy import require
from kg.evaluation.gold import GoldError, GoldSet, load
from kg.evaluation.matching import Parts
from kg.evaluation.predictions import from_dataset, from_readings
from kg.evaluation.totals import Scores, scores
from kg.pipeline import readings


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The results of all documents by id, which documents belong to which set, and texts that could not be read."""

    results: dict[str, dict[str, Parts]]
    sets: dict[str, tuple[str, ...]]
    problems: tuple[Problem, ...] = ()

    def scores(self, group: str | None = None) -> Scores:
        """The scores of one set, or of all documents."""
        ids = self.results if group is None else self.sets[group]
        return scores({one: self.results[one] for one in ids})

    def broken(self, path: Path) -> list[str]:
        """The floors of a file that these scores fall below, each told in a line."""
        floors = levels.read(path)
        return [line for group in self.sets for line in levels.broken(floors, group, self.scores(group).f1)]


def evaluate(folders: Sequence[Path], dataset: Path | None = None, only: Sequence[str] = ()) -> Evaluation:
    """Scores a dataset, or else what is read in the texts beside the annotations, against gold folders.

    Raises GoldError if there is nothing to score, MissingExtra without rapidfuzz.
    """
    require()
    gold = [load(folder, only) for folder in folders]
    docs = {key: doc for one in gold for key, doc in one.docs.items()}
    if not docs:
        raise GoldError(f"no annotation with the id {', '.join(only)}; see the names of the .json files")
    problems: list[Problem] = []
    found = from_dataset(dataset) if dataset else _read(gold, problems)
    results = {key: score(doc, found.get(key)) for key, doc in docs.items()}
    return Evaluation(results, {one.name: tuple(one.docs) for one in gold}, tuple(problems))


def write_floors(found: Evaluation, path: Path, lower: bool) -> list[levels.Change]:
    """Raises the floors in a file (and lowers them, if `lower`) to just below these scores; tells what changed."""
    before = levels.read(path)
    changes = [change for group in found.sets
               for change in levels.changed(before, group, found.scores(group).f1, lower)]
    if changes:
        levels.write(path, levels.applied(before, changes))
    return changes


def _read(gold: Sequence[GoldSet], problems: list[Problem]) -> dict[str, Doc]:
    texts = [path for one in gold for path in one.texts.values()]
    for path in texts:
        if not path.is_file():
            raise GoldError(f"{path}: no such text; put it beside its annotation, or give --dataset")
    read = []
    for item in readings([str(path) for path in texts]):
        if isinstance(item, Problem):
            problems.append(item)
        else:
            read.append(item)
    return from_readings(read)
