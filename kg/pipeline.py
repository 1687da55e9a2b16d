"""The only place where the steps are joined: files → articles → sentences → mentions → facts → reading → outputs."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path

from kg import facts, identity, mentions, sentences
from kg.articles import Problem, find_sources, keys_clash
from kg.articles import read as read_source
from kg.outputs import bundle, files
from kg.records import Article, Fact, Reading

FEW = 400
"""So many articles one process reads in the time that others take to start."""
_BATCH = 16
Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did: articles read, what could not be read or is worth a note, and the files written (none without
    an article)."""

    articles: int
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """What each step made of one article: its sentences with their mentions, the facts, the reading."""

    sentences: tuple[mentions.ReadSentence, ...]
    facts: tuple[Fact, ...]
    reading: Reading


def steps(article: Article) -> Steps:
    """One article through all the steps, with what lies between them."""
    found = mentions.read(article, sentences.split(article))
    facts_found = facts.read(article.text, found)
    return Steps(found, facts_found, identity.assemble(article, found, facts_found))


def read(article: Article) -> Reading:
    """One article's reading."""
    return steps(article).reading


def articles(paths: Sequence[str], output: Path | None = None) -> Iterator[Article | Problem]:
    """The articles at these paths; a second one with a key already seen becomes a problem.

    What an earlier build wrote into the `output` folder is no article, unless its very file is given.
    """
    seen: dict[str, str] = {}
    ours = {os.path.realpath(output / name) for name in bundle.FILES} if output else set()
    for source in find_sources(paths):
        if source.path not in paths and os.path.realpath(source.path) in ours:
            continue
        for found in read_source(source):
            clash = keys_clash(seen, found) if isinstance(found, Article) else None
            yield clash or found


def readings(
    paths: Sequence[str], jobs: int | None = 1, output: Path | None = None
) -> Iterator[Reading | Problem]:
    """The readings of all articles at these paths, in the order of the files, whatever the number of processes.

    `jobs` None means one process for few articles and one for each processor for many; `output` as in `articles`.
    """
    found = articles(paths, output)
    if jobs is None:
        first = list(islice(found, FEW + 1))
        jobs = 1 if len(first) <= FEW else os.cpu_count() or 1
        found = chain(first, found)
    return map(_reading, found) if jobs == 1 else _by_many(found, jobs)


def build(
    paths: Sequence[str], folder: Path, jobs: int | None = 1, progress: Progress = lambda step, done: None
) -> Outcome:
    """Reads everything at these paths and writes the outputs into a folder, all at once at the end.

    `progress` is called with the step ("reading", "writing") and the number of articles read. Without any article
    nothing is written. Raises OSError if the folder cannot be written.
    """
    files.check(folder)
    done: list[Reading] = []
    problems: list[Problem] = []
    for item in readings(paths, jobs, folder):
        if isinstance(item, Problem):
            problems.append(item)
        else:
            done.append(item)
            progress("reading", len(done))
    if not done:
        return Outcome(0, tuple(problems), ())
    progress("writing", len(done))
    bundle.write(done, problems, folder)
    return Outcome(len(done), tuple(problems), tuple(folder / name for name in bundle.FILES))


def _reading(item: Article | Problem) -> Reading | Problem:
    """A rule that fails on one article must not cost the others."""
    if isinstance(item, Problem):
        return item
    try:
        return read(item)
    except Exception as error:
        message = f"could not be read ({type(error).__name__}: {error})"
        return Problem(item.source, None, message, "see `kg --debug explain` on it and report it", lost=True)


def _by_many(items: Iterator[Article | Problem], jobs: int) -> Iterator[Reading | Problem]:
    """Readings by several processes, in the order of the items; only a few batches wait at a time."""
    # Spawned, not forked: the same on every system, and safe beside the thread that draws the progress.
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_leave_interrupts_to_parent)
    waiting: deque[Future[list[Reading | Problem]]] = deque()
    try:
        while batch := list(islice(items, _BATCH)):
            waiting.append(pool.submit(_read_batch, batch))
            if len(waiting) > 2 * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _read_batch(items: Iterable[Article | Problem]) -> list[Reading | Problem]:
    return [_reading(item) for item in items]


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
