"""What there is to read on any Hadoop path, with the names and in the order that a local build gives."""

from __future__ import annotations

import itertools
import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.articles import Problem
from kg.articles.raw import STREAMED
from kg.articles.sources import STDIN, SUFFIXES
from kg.outputs.problems import QuestionError
from kg.spark.files import Entry, Files

_SUFFIXES = {**SUFFIXES, ".jsonl.gz": "jsonl"}
_PATTERN = re.compile(r"[*?\[{]")
_HEAD = 4096
_GIVE = "give a file, a folder or a pattern on any path that Hadoop reads"


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read: its address, its path as the user would write it, the name of an article that brings none.

    `way` is how it is read: whole (one file at a time), lines (of JSON) or rows (of Parquet). `size` is in bytes.
    """

    name: str
    path: str
    uri: str
    place: str
    form: str
    way: str
    size: int


def find(files: Files, paths: Sequence[str], without: str) -> tuple[list[Input], list[Problem]]:
    """The files at these paths, sorted and each once, and what is wrong with the paths.

    What lies in the folder `without`, which an earlier build wrote, is left out unless it is given itself.
    """
    found: dict[str, Input] = {}
    problems: list[Problem] = []
    hidden = files.qualified(without) + "/"
    for path in sorted(set(paths)):
        for each in _expand(files, path):
            if isinstance(each, Problem):
                problems.append(each)
            elif each.path == path or not each.place.startswith(hidden):
                found[each.place] = min(found.get(each.place, each), each, key=_preference)
    return sorted(found.values(), key=lambda each: (each.name, each.path)), problems


def _preference(each: Input) -> tuple[int, str, str]:
    # As local builds do: a file given both alone and with its folder keeps the longer name.
    return -len(each.name), each.name, each.path


def _expand(files: Files, path: str) -> Iterator[Input | Problem]:
    if path == STDIN:
        raise QuestionError("standard input is read by one process: leave out --engine spark, or put it into a file")
    entry = files.look(path) if path else None
    if entry and entry.is_folder:
        found = list(_folder(files, path, entry.path))
        hint = f"put files in it that end in {', '.join(sorted(_SUFFIXES))}"
        yield from found or [_missing(path, "no articles in this folder", hint)]
    elif entry:
        yield _input(files, entry, path, posixpath.basename(entry.path))
    elif _PATTERN.search(path):
        yield from list(_matches(files, path)) or [_missing(path, "no file fits this pattern", _GIVE)]
    else:
        yield _missing(path or "''", "no such file or folder", _GIVE)


def _folder(files: Files, shown: str, folder: str) -> Iterator[Input | Problem]:
    for entry in files.below(folder):
        inside = posixpath.relpath(entry.path, folder)
        if _suffix(inside):
            yield _input(files, entry, _joined(shown, inside), inside)


def _matches(files: Files, pattern: str) -> Iterator[Input | Problem]:
    if "**" in pattern:
        raise QuestionError(f"{pattern}: ** is no pattern of Hadoop; give the folder, which is read with all folders in it")
    plain = itertools.takewhile(lambda part: not _PATTERN.search(part), pattern.split("/"))
    root = "/".join(plain) or ("/" if pattern.startswith("/") else ".")
    start = files.qualified(root)
    for entry in files.matching(pattern):
        shown = _joined(root, posixpath.relpath(entry.path, start))
        if entry.is_folder:
            yield from _folder(files, shown, entry.path)
        else:
            yield _input(files, entry, shown, posixpath.relpath(entry.path, start))


def _joined(folder: str, inside: str) -> str:
    # posixpath.normpath would make one slash of the two behind a scheme.
    return posixpath.join(folder, inside) if ":" in folder else posixpath.normpath(posixpath.join(folder, inside))


def _input(files: Files, entry: Entry, shown: str, inside: str) -> Input | Problem:
    suffix = _suffix(inside)
    form = _SUFFIXES.get(suffix, "")
    if form == "warc":
        hint = "read it without --engine spark, one build a file, and load the graphs into one store"
        return _missing(shown, "crawls (WARC) are not read on Spark", hint)
    if posixpath.basename(inside).startswith(("_", ".")):
        return _missing(shown, "Hadoop takes a name that starts with _ or . as hidden", "give it another name")
    if not entry.size:  # which Spark would leave out without a word
        return _missing(shown, "empty", "put the article's text in it or remove it")
    name = inside[: len(inside) - len(suffix or posixpath.splitext(inside)[1])] or inside
    return Input(name, shown, entry.uri, entry.path, form, _way(files, entry, form), entry.size)


def _way(files: Files, entry: Entry, form: str) -> str:
    """A small file of JSON lines is read whole, as locally, since one decoding holds for all of it; also UTF-16, whose
    lines cannot be told before it is decoded."""
    if form == "parquet":
        return "rows"
    if form != "jsonl" or (entry.size < STREAMED and not entry.path.endswith(".gz")):
        return "whole"
    return "lines" if entry.path.endswith(".gz") or 0 not in files.start(entry.path, _HEAD) else "whole"


def _suffix(name: str) -> str:
    return max((suffix for suffix in _SUFFIXES if name.lower().endswith(suffix)), key=len, default="")


def _missing(path: str, message: str, hint: str) -> Problem:
    return Problem(path, None, message, hint, lost=True)
