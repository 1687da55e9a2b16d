"""The only place where the steps are joined: files → articles → sentences → mentions → facts → reading → outputs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kg import facts, identity, mentions, sentences
from kg.articles import Problem, Raw, expected, find_sources, keys_clash, make
from kg.articles import read as read_source
from kg.crew import Crew
from kg.gathering import FEW, Known, Read, each_once, parts, told_apart
from kg.graph.vocabulary import BASE
from kg.outputs import bundle, files
from kg.outputs.store import sharded, whole
from kg.outputs.store.database import Store
from kg.outputs.store.part import part
from kg.outputs.store.version import of_rules
from kg.records import Article, Fact, Reading

LARGE = 10_000
"""Of more articles the dataset is written in shards."""


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
    """One article's reading; of one that can name no election body nothing is read but that (`steps` reads it all the same)."""
    if not mentions.may_concern_elections(article.text):
        return identity.irrelevant(article)
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
        done, kept, problems = _read_all(paths, folder, store, crew, progress)
        if done:
            progress("writing", done)
            store.drop_unwanted()
            if done > large:
                sharded.write(store, problems, folder, BASE)
            else:
                whole.write(store, problems, folder, BASE, Crew(1) if jobs is None and done <= FEW else crew)
    names = (sharded.FILES if done > large else bundle.FILES) if done else ()
    return Outcome(done, tuple(problems), tuple(folder / name for name in names), kept, store.renewed)


def _read_all(
    paths: Sequence[str], folder: Path, store: Store, crew: Crew, progress: Progress
) -> tuple[int, int, list[Problem]]:
    """Brings the store up to date; the number of articles, how many of them it held already, and what is wrong."""
    problems: list[Problem] = []
    done = kept = 0
    sources = find_sources(paths)
    total = expected(sources)
    ours = {folder / name for name in bundle.FILES}
    for item in each_once(parts(told_apart(sources, paths, ours, store), _part, crew, total - store.size)):
        if isinstance(item, Problem):
            problems.append(item)
            continue
        if isinstance(item, Known):
            store.keep(item.number, item.line)
            kept += 1
        else:
            store.add(item.digest, item.part, item.line)
        done += 1
        progress("reading", done, total=total)
    return done, kept, problems


def _part(item: Raw | Known | Problem) -> Read | Known | Problem:
    return read_part(item) if isinstance(item, Raw) else item


def read_part(item: Raw) -> Read | Problem:
    """What a raw article adds to the outputs. A rule that fails on one article must not cost the others."""
    try:
        article = make(item)
        if isinstance(article, Problem):
            return article
        return Read(item.digest, item.line, article.key, article.source, part(read(article)))
    except Exception as error:
        return _failed(item.source, error)


def _failed(source: str, error: Exception) -> Problem:
    message = f"could not be read ({type(error).__name__}: {error})"
    return Problem(source, None, message, "see `kg --debug explain` on it and report it", lost=True)
