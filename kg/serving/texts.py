"""The articles of a build, found by id without holding their texts in memory."""

from __future__ import annotations

import gzip
import json
import os
from dataclasses import dataclass
from pathlib import Path

from kg.articles import slug
from kg.outputs.shards import ARTICLES, article_file, article_lines
from kg.outputs.stored import FILE, article
from kg.records import Article


@dataclass(frozen=True, slots=True)
class Texts:
    """Where each article stands in articles.jsonl, by its key; the file stays open, so a new build does not disturb."""

    descriptor: int
    places: dict[str, tuple[int, int]]

    @property
    def any(self) -> str:
        """The key of one of the articles, "" if there are none."""
        return next(iter(self.places), "")

    def get(self, key: str) -> Article | None:
        """The article of that key or id; None if there is none."""
        if key not in self.places:
            return None
        start, length = self.places[key]
        return article(json.loads(_read(self.descriptor, start, length)))


@dataclass(frozen=True, slots=True)
class Sharded:
    """The same of a build in shards: a key tells the file, which is read when it is asked for."""

    folder: Path

    @property
    def any(self) -> str:
        """The key of one of the articles, "" if there are none."""
        return str(next(map(json.loads, article_lines(self.folder)), {"key": ""})["key"])

    def get(self, key: str) -> Article | None:
        """The article of that key or id; None if there is none."""
        path = article_file(self.folder, slug(key))
        if not path.is_file():
            return None
        with gzip.open(path) as file:
            found = (record for record in map(json.loads, file) if key in (record["key"], record["id"]))
            return next(map(article, found), None)


def texts(place: Path) -> Texts | Sharded | None:
    """The texts of a build's folder; None if there are none, or only an RDF file was given."""
    path = place / FILE
    if not path.is_file() and (place / ARTICLES).is_dir():
        return Sharded(place)
    if not path.is_file():
        return None
    descriptor = os.open(path, os.O_RDONLY)
    places, start = {}, 0
    with os.fdopen(os.dup(descriptor), "rb") as file:
        for line in file:
            record = json.loads(line)
            places[record["key"]] = places[record["id"]] = (start, len(line))
            start += len(line)
    return Texts(descriptor, places)


def _read(descriptor: int, start: int, length: int) -> bytes:
    if hasattr(os, "pread"):  # forked workers share the place in the file
        return os.pread(descriptor, length, start)
    os.lseek(descriptor, start, os.SEEK_SET)
    return os.read(descriptor, length)
