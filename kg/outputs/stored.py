"""The cleaned texts of a build, read back from its articles.jsonl exactly as they were written."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from kg.outputs.problems import QuestionError
from kg.outputs.shards import ARTICLES, article_lines
from kg.records import Article, Block, Span

FILE = "articles.jsonl"


def stored(folder: Path) -> list[Article]:
    """The articles of a build's folder in the order of their keys. Raises QuestionError if there is no build."""
    path = folder / FILE
    if not path.is_file() and (folder / ARTICLES).is_dir():
        path = folder / ARTICLES
    elif not path.is_file():
        raise QuestionError(f"{folder} holds no {FILE}; run `kg build ARTICLES -o {folder}` first")
    try:
        lines = article_lines(folder) if path.is_dir() else path.read_bytes().split(b"\n")
        return sorted((article(json.loads(line)) for line in lines if line.strip()), key=lambda one: one.key)
    except (ValueError, KeyError, TypeError, EOFError, OSError) as error:
        raise QuestionError(f"{path} is not what `kg build` writes ({error}); build again") from error


def picked(articles: Sequence[Article], name: str) -> Article:
    """The article of that id or key, or the only one whose id begins so. Raises QuestionError that names close ones."""
    exact = [one for one in articles if name in (one.id, one.key)]
    found = exact or [one for one in articles if one.id.startswith(name)]
    if len(found) == 1:
        return found[0]
    close = get_close_matches(name, [one.id for one in articles], 3, 0.3) or [a.id for a in articles[:3]]
    raise QuestionError(f"no article has the id {name!r}; there are {', '.join(close)}")


def article(record: dict[str, Any]) -> Article:
    """The article behind one line of the file; KeyError or TypeError if a build did not write it."""
    blocks = tuple(Block(Span(one["start"], one["end"]), one["kind"], one["rule"]) for one in record["blocks"])
    published = date.fromisoformat(record["date"]) if record["date"] else None
    return Article(record["id"], record["key"], record["text"], blocks, "", title=record["title"], url=record["url"],
                   outlet=record["outlet"], author=record["author"], published=published,
                   self_reported=record["self_reported"], mended=tuple(record["mended"]))
