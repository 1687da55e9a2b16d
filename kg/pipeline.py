"""The only place where the steps are joined: files → articles → sentences → mentions → facts → reading → outputs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kg import facts, identity, mentions, sentences
from kg.articles import Problem, Source, find_sources, keys_clash
from kg.articles import read as read_source
from kg.outputs import bundle, files
from kg.records import Article, Reading


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did: articles read, what could not be read or is worth a note, and the files written."""

    articles: int
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]


def read(article: Article) -> Reading:
    """One article's reading."""
    found = mentions.read(article, sentences.split(article))
    return identity.assemble(article, found, facts.read(article.text, found))


def articles(paths: Sequence[str]) -> Iterator[Article | Problem]:
    """The articles at these paths; a second one with a key already seen becomes a problem."""
    seen: dict[str, str] = {}
    for source in find_sources(paths):
        for found in read_source(source):
            clash = keys_clash(seen, found) if isinstance(found, Article) else None
            yield clash or found


def readings(paths: Sequence[str], jobs: int = 1) -> Iterator[Reading | Problem]:
    """The readings of all articles at these paths, in the order of the files."""
    found = articles(paths)
    if jobs == 1:
        for item in found:
            yield read(item) if isinstance(item, Article) else item
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(_read_or_pass, found, chunksize=16)


def _read_or_pass(item: Article | Problem) -> Reading | Problem:
    return read(item) if isinstance(item, Article) else item


def build(paths: Sequence[str], folder: Path, jobs: int = 1, progress: Callable[[int, int], None] | None = None) -> Outcome:
    """Reads everything at these paths and writes the outputs into a folder, all at once at the end."""
    files.check(folder)
    done: list[Reading] = []
    problems: list[Problem] = []
    for item in readings(paths, jobs):
        if isinstance(item, Reading):
            done.append(item)
        else:
            problems.append(item)
        if progress:
            progress(len(done), 0)
    bundle.write(done, problems, folder)
    return Outcome(len(done), tuple(problems), tuple(folder / name for name in bundle.FILES))


assert partial and Source
