"""An article with its annotation, and what swaps are made of: edits of the text, maps over the annotation."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Edit = tuple[int, int, str]
Gold = dict[str, Any]


class CannotSwap(Exception):
    """This article cannot be swapped cleanly; the message is a short reason, the same for like cases."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article's text and its annotation (ANNOTATION.md)."""

    id: str
    text: str
    gold: Gold


def load(folder: Path) -> list[Annotated]:
    """The annotated articles of a gold folder, sorted by id; the texts lie beside, or where the file TEXTS says."""
    pointer = folder / "TEXTS"
    texts = folder / pointer.read_text(encoding="utf-8").strip() if pointer.is_file() else folder
    return [
        Annotated(
            path.stem,
            (texts / f"{path.stem}.txt").read_bytes().decode("utf-8"),
            json.loads(path.read_text(encoding="utf-8")),
        )
        for path in sorted(folder.glob("*.json"))
    ]


def held_out(article_id: str) -> bool:
    """Whether an article belongs to the half of the development set that nobody studies."""
    return int(hashlib.sha256(article_id.encode()).hexdigest()[0], 16) % 2 == 1


def rewrite(text: str, edits: Iterable[Edit]) -> str:
    """The text after all edits (start, end, replacement); where two overlap, the earlier and longer one holds."""
    parts, done = [], 0
    for start, end, new in sorted(edits, key=lambda edit: (edit[0], -edit[1])):
        if start < done:
            continue
        parts += [text[done:start], new]
        done = end
    return "".join([*parts, text[done:]])


def followed(text: str, edits: Iterable[Edit], words: str) -> str:
    """What becomes of some words of the text under these edits; the words themselves where no edit touches them."""
    start = text.find(words) if words else -1
    within = [
        (a - start, b - start, new) for a, b, new in edits if start >= 0 and start <= a and b <= start + len(words)
    ]
    return rewrite(words, within)


def mapped(value: Any, change: Callable[[str], str], skip: Iterable[str] = ("notes", "id")) -> Any:
    """A JSON value with every string changed, dictionary keys and the fields in `skip` aside."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [mapped(item, change, skip) for item in value]
    if isinstance(value, dict):
        return {key: item if key in skip else mapped(item, change, skip) for key, item in value.items()}
    return value


def like(pattern: str, new: str) -> str:
    """`new` in capitals if `pattern` is, in small letters if it is."""
    if pattern.isupper() and len(pattern) > 2:
        return new.upper()
    return new.lower() if pattern.islower() else new
