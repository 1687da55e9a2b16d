"""Writes kg/outputs/page/measured.json: how often the reading was right, as the page tells its readers.

    python benchmarks/measured.py YYYY-MM-DD
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from kg.evaluation.run import evaluate
from kg.evaluation.totals import prf

_ROOT = Path(__file__).parent.parent
_SETS = {
    "dev": ("berita yang dipakai menyusun aturan", "articles by which the rules were made"),
    "own": ("berita uji yang ditulis untuk proyek ini", "test articles written for this project"),
}


def main() -> None:
    """Scores both gold sets as they are read now."""
    sets = []
    for folder, (name, english) in _SETS.items():
        place = _ROOT / "tests" / "gold" / folder
        if place.is_dir():
            sets.append({"folder": folder, "name": name, "en": english, **figures(place)})
    content = {"date": sys.argv[1], "sets": sets}
    (_ROOT / "kg" / "outputs" / "page" / "measured.json").write_text(json.dumps(content, indent=1) + "\n", "utf-8")


def figures(place: Path) -> dict[str, float]:
    """Articles, micro F1 over all kinds, precision and recall of coordination."""
    found = evaluate([place])
    scores = found.scores()
    precision, recall, _ = prf(*scores.counts["coordination"])
    return {"articles": scores.documents, "micro": round(scores.f1["micro"], 3), "precision": round(precision, 3),
            "recall": round(recall, 3)}


if __name__ == "__main__":
    main()
