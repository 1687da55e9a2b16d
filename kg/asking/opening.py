"""What was built, for Python."""

from __future__ import annotations

from pathlib import Path

from rdflib import Dataset

from kg.asking.engine import find_dataset


def load(place: Path | str) -> Dataset:
    """The graphs of a build's folder (or of one RDF file) as an rdflib dataset whose default graph is their union.

    Raises QuestionError if there is none.
    """
    found = Dataset(default_union=True)
    found.parse(find_dataset(Path(place)))
    return found
