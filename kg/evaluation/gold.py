"""Folders of gold annotations, and the texts that they annotate."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.evaluation.documents import Doc

# A folder whose texts lie elsewhere names that folder, relative to itself, in a file of this name.
ELSEWHERE = "TEXTS"


class GoldError(Exception):
    """What is wrong with a folder of annotations, in one line that says how to mend it."""


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A folder's name, its annotations by article id, and the text file of each (which may be missing)."""

    name: str
    docs: dict[str, Doc]
    texts: dict[str, Path]


def load(folder: Path, only: Sequence[str] = ()) -> GoldSet:
    """The annotations of a folder (all, or only those ids), sorted by file name. Raises GoldError if there are none."""
    if not folder.is_dir():
        raise GoldError(f"{folder}: no such folder; give a folder of annotations, such as tests/gold/dev")
    beside = _texts(folder)
    docs: dict[str, Doc] = {}
    texts: dict[str, Path] = {}
    for path in sorted(folder.glob("*.json")):
        doc = _read(path)
        if not only or doc["id"] in only:
            docs[doc["id"]] = doc
            texts[doc["id"]] = beside / f"{path.stem}.txt"
    if not docs and not only:
        raise GoldError(f"{folder}: no annotations in it; it should hold .json files as ANNOTATION.md describes them")
    return GoldSet(folder.resolve().name, docs, texts)


def _texts(folder: Path) -> Path:
    pointer = folder / ELSEWHERE
    return folder / pointer.read_text(encoding="utf-8").strip() if pointer.is_file() else folder


def _read(path: Path) -> Doc:
    try:
        doc = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise GoldError(f"{path}: not JSON ({error}); mend or remove it") from error
    if not isinstance(doc, dict) or "id" not in doc:
        raise GoldError(f"{path}: no annotation (it has no \"id\"); mend or remove it")
    return doc
