"""The only place where the steps are joined: files → articles → sentences → mentions → facts → reading → outputs."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kg import facts, identity, mentions, sentences
from kg.articles import Problem, Raw, Source, expected, find_sources, keys_clash, make, raws
from kg.articles import read as read_source
from kg.crew import Crew
from kg.graph.vocabulary import BASE
from kg.outputs import bundle, files
from kg.outputs.store import sharded, whole
from kg.outputs.store.database import Store
from kg.outputs.store.part import Part, part
from kg.outputs.store.version import of_rules
from kg.records import Article, Fact, Reading

FEW = 400
"""So many articles one process reads in the time that others take to start."""
LARGE = 10_000
"""Of more articles the dataset is written in shards."""
_BATCH = 16


class Progress(Protocol):
    """Told the step, how many articles are done, and about how many there are (0 if that is not known)."""

    def __call__(self, step: str, done: int, *, total: int = 0) -> None: ...


def _silent(step: str, done: int, *, total: int = 0) -> None:
    """Tells nobody."""



@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did: articles in the outputs, how many of them were `kept` from the last build, what could not be read
    or is worth a note, and the files written (none without an article). `renewed`: all was read again for new rules."""

    articles: int
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]
    kept: int = 0
    renewed: bool = False


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


def articles(paths: Sequence[str]) -> Iterator[Article | Problem]:
    """The articles at these paths; a second one with a key already seen becomes a problem."""
    seen: dict[str, str] = {}
    for source in find_sources(paths):
        for found in read_source(source):
            clash = keys_clash(seen, found.key, found.source) if isinstance(found, Article) else None
            yield clash or found


def readings(paths: Sequence[str]) -> Iterator[Reading | Problem]:
    """The readings of all articles at these paths, in the order of the files."""
    for found in articles(paths):
        try:
            yield found if isinstance(found, Problem) else read(found)
        except Exception as error:
            yield _failed(found.source, error)


def build(
    paths: Sequence[str], folder: Path, jobs: int | None = None, progress: Progress = _silent,
    fresh: bool = False, large: int = LARGE,
) -> Outcome:  # fmt: skip
    """Reads what is new or changed at these paths and writes the outputs of all into a folder, at once at the end.

    `jobs` processes share the work; None means one for little work and one for each processor for much. `progress` is
    called with the step ("reading", "writing") and the number of articles done. `fresh` means: read all again. The
    dataset of more than `large` articles is written in shards. Without any article nothing is written. Raises OSError if
    the folder cannot be written, QuestionError if another build does.
    """
    files.check(folder)
    with Store(folder, of_rules(BASE)) as store, Crew(jobs) as crew:
        if fresh:
            store.clear()
        problems: list[Problem] = []
        done = kept = 0
        sources = find_sources(paths)
        total = expected(sources)
        much = total - store.size > FEW
        for item in _sorted_out(_parts(_found(sources, paths, folder, store), crew, jobs, much)):
            if isinstance(item, Problem):
                problems.append(item)
                continue
            if isinstance(item, _Known):
                store.keep(item.number)
                kept += 1
            else:
                store.add(item.digest, item.part)
            done += 1
            progress("reading", done, total=total)
        if done:
            progress("writing", done)
            store.drop_unwanted()
            work = map if jobs is None and done <= FEW else crew.work
            if done > large:
                sharded.write(store, problems, folder, BASE)
            else:
                whole.write(store, problems, folder, BASE, work)
    names = (sharded.FILES if done > large else bundle.FILES) if done else ()
    written = tuple(folder / name for name in names)
    return Outcome(done, tuple(problems), written, kept, store.renewed)


@dataclass(frozen=True, slots=True)
class _Known:
    """An article that the store holds."""

    number: int
    key: str
    source: str


@dataclass(frozen=True, slots=True)
class _Read:
    """An article that was read now."""

    digest: bytes
    key: str
    source: str
    part: Part


def _found(
    sources: Sequence[Source], paths: Sequence[str], output: Path, store: Store
) -> Iterator[Raw | _Known | Problem]:
    """What there is to read in these sources, and what of it is known already.

    What an earlier build wrote into the output folder is no article, unless its very file is given.
    """
    ours = {os.path.realpath(output / name) for name in bundle.FILES}
    for source in sources:
        if source.path not in paths and os.path.realpath(source.path) in ours:
            continue
        for found in raws(source):
            known = store.known(found.digest) if isinstance(found, Raw) else None
            yield _Known(*known, found.source) if known else found


def _parts(
    items: Iterator[Raw | _Known | Problem], crew: Crew, jobs: int | None, much: bool
) -> Iterator[_Read | _Known | Problem]:
    """The parts of the articles, in their order. Without `jobs`, other processes are called in only for much."""
    read = 0
    while jobs is None and not much and read < FEW:
        item = next(items, None)
        if item is None:
            return
        read += isinstance(item, Raw)
        yield _part(item)
    yield from crew.work(_part, items, _BATCH)


def _part(item: Raw | _Known | Problem) -> _Read | _Known | Problem:
    """A rule that fails on one article must not cost the others."""
    if not isinstance(item, Raw):
        return item
    try:
        article = make(item)
        return article if isinstance(article, Problem) else _Read(item.digest, article.key, article.source, part(read(article)))
    except Exception as error:
        return _failed(item.source, error)


def _failed(source: str, error: Exception) -> Problem:
    message = f"could not be read ({type(error).__name__}: {error})"
    return Problem(source, None, message, "see `kg --debug explain` on it and report it", lost=True)


def _sorted_out(items: Iterator[_Read | _Known | Problem]) -> Iterator[_Read | _Known | Problem]:
    """A second article with a key already seen becomes a problem."""
    seen: dict[str, str] = {}
    for item in items:
        yield item if isinstance(item, Problem) else keys_clash(seen, item.key, item.source) or item
