"""Where the time of reading goes, step by step. What cannot concern elections is told by the gate and read no further."""

from __future__ import annotations

import time
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import TypeVar

from kg import facts, identity, mentions, sentences
from kg.articles import find_sources, read
from kg.graph import article
from kg.records import Article, Reading

Found = TypeVar("Found")


def steps(path: Path) -> tuple[list[tuple[str, float]], list[Reading]]:
    """Milliseconds of one article for each step over a corpus, in a second round, and the readings."""
    _round(path, {})
    spent: dict[str, float] = {}
    readings = _round(path, spent)
    return [(name, 1000 * seconds / len(readings)) for name, seconds in spent.items()], readings


def _round(path: Path, spent: dict[str, float]) -> list[Reading]:
    sources = find_sources([str(path)])
    articles = _done(spent, "kg.articles", (a for s in sources for a in read(s) if isinstance(a, Article)))
    passed = _done(spent, "kg.mentions.gate", (mentions.may_concern_elections(a.text) for a in articles))
    other = [a for a, open_ in zip(articles, passed, strict=True) if not open_]
    articles = [a for a, open_ in zip(articles, passed, strict=True) if open_]
    split = _done(spent, "kg.sentences", map(sentences.split, articles))
    named = _done(spent, "kg.mentions", map(mentions.read, articles, split))
    told = _done(spent, "kg.facts", map(facts.read, (a.text for a in articles), named))
    readings = _done(spent, "kg.identity", chain(map(identity.assemble, articles, named, told), map(identity.irrelevant, other)))
    _done(spent, "kg.graph, lines of N-Quads", map(article.lines, readings))
    return readings


def _done(spent: dict[str, float], name: str, results: Iterable[Found]) -> list[Found]:
    """All results of a step that works when it is asked for them; its processor time is noted."""
    start = time.process_time()
    found = list(results)
    spent[name] = time.process_time() - start
    return found
