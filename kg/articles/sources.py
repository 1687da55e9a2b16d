"""Which files there are to read: files, folders, patterns and standard input."""

from __future__ import annotations

import glob
import itertools
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.articles.problems import Problem

SUFFIXES = {
    ".txt": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".json": "json",
    ".parquet": "parquet",
    ".warc": "warc",
    ".warc.gz": "warc",
}
STDIN = "-"
_GIVE = "give a file, a folder, a pattern or - for standard input"


@dataclass(frozen=True, slots=True)
class Source:
    """A place to read from. `form` is text, html, json, jsonl, parquet, warc, or "" where the content itself has to tell.

    `name` is the identifier of an article that brings none. `problem` is set if there is nothing to read.
    """

    path: str
    name: str
    form: str
    problem: Problem | None = None


def find_sources(paths: Sequence[str]) -> list[Source]:
    """All sources below the given files, folders and patterns, sorted and each once, in whatever order they are given.

    What is not there, or holds no article, is a source with a `problem`, which `read` hands on.
    """
    found: dict[str, Source] = {}
    for path in sorted(set(paths)):
        for source in _expand(path):
            same = _identity(source)
            found[same] = min(found.get(same, source), source, key=_preference)
    return sorted(found.values(), key=lambda source: (source.name, source.path))


def expected(sources: Sequence[Source]) -> int:
    """About how many articles there are: one a file, one a line in a file of JSON lines."""
    return sum(_lines(Path(source.path)) if source.form == "jsonl" else 1 for source in sources)


def _lines(path: Path) -> int:
    try:
        if not path.is_file():
            return 1
        with path.open("rb") as file:
            return sum(part.count(b"\n") for part in iter(lambda: file.read(1 << 20), b""))
    except OSError:
        return 1


def _identity(source: Source) -> str:
    return source.path if source.problem or source.path == STDIN else os.path.realpath(source.path)


def _preference(source: Source) -> tuple[int, str, str]:
    # A file given both alone and with its folder keeps the longer name: it tells it from its namesakes.
    return -len(source.name), source.name, source.path


def _expand(path: str) -> Iterator[Source]:
    if path == STDIN:
        yield Source(STDIN, "stdin", "")
    elif os.path.isdir(path):  # noqa: PTH112 (Path.is_dir raises where one may not look)
        yield from _folder(path) or [_missing(path, "no articles in this folder", _SUFFIX_HINT)]
    elif path and os.path.lexists(path):
        yield _file(path, Path(path).parent)
    elif glob.has_magic(path):
        yield from _pattern(path) or [_missing(path, "no file fits this pattern", _GIVE)]
    else:
        yield _missing(path or "''", "no such file or folder", _GIVE)


_SUFFIX_HINT = f"put files in it that end in {', '.join(sorted(SUFFIXES))}"


def _missing(path: str, message: str, hint: str) -> Source:
    return Source(path, path, "", Problem(path, None, message, hint, lost=True))


def _file(path: str, root: Path) -> Source:
    name, form = Path(path).relative_to(root).as_posix(), form_of(path)
    known = max((suffix for suffix in SUFFIXES if name.lower().endswith(suffix)), key=len, default=Path(path).suffix)
    return Source(path, name[: len(name) - len(known)] or name, form)


def form_of(path: str) -> str:
    """What a file holds by its name, "" if the name does not tell."""
    return next((form for suffix, form in SUFFIXES.items() if path.lower().endswith(suffix)), "")


def _folder(folder: str) -> list[Source]:
    unread: list[Source] = []
    hint = "give yourself the right to read it"

    def unreadable(error: OSError) -> None:
        place = str(error.filename)
        unread.append(_missing(place, f"folder cannot be read ({error.strerror})", hint))

    files = [path for path in _walk(folder, unreadable) if form_of(path.name)]
    return [_file(str(path), Path(folder)) for path in files] + unread


def _walk(folder: str, onerror: Callable[[OSError], None]) -> Iterator[Path]:
    for here, folders, names in os.walk(folder, onerror=onerror):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(here) / name for name in sorted(names) if not name.startswith("."))


def _pattern(pattern: str) -> list[Source]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 (patterns may be absolute)
    files = [path for path in matches if Path(path).is_file()]
    inside = [source for path in matches if Path(path).is_dir() and "**" not in pattern for source in _folder(path)]
    return [_file(path, _root(pattern)) for path in files] + inside


def _root(pattern: str) -> Path:
    return Path(*itertools.takewhile(lambda part: not glob.has_magic(part), Path(pattern).parts))
