"""Where the ontology lies: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def ontology_dir() -> Path:
    """The folder with the ontology's Turtle files, tables and queries.

    Raises FileNotFoundError when the installation lacks it.
    """
    for folder in (_PACKAGE / "_ontology", _PACKAGE.parent / "ontology"):
        if (folder / "tables").is_dir():
            return folder
    raise FileNotFoundError(f"no ontology folder beside {_PACKAGE}: install the package again")


def table(name: str) -> list[dict[str, str]]:
    """The rows of ``tables/{name}.csv``, each as column name to text."""
    with (ontology_dir() / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        columns = next(rows)
        return [dict(zip(columns, row, strict=True)) for row in rows]
