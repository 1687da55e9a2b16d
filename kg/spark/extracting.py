"""Raw articles to rows: what each adds to the graphs and counts, made by whichever worker has it."""

from __future__ import annotations

import gc
import gzip
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from itertools import groupby
from typing import Any

from kg.articles import Problem, keys_clash
from kg.crew import YOUNG
from kg.gathering import Read
from kg.identity.fingerprints import bands_of, opened
from kg.outputs.store.part import Part
from kg.pipeline import read_part
from kg.spark.reading import Placed

SCHEMA = """key STRING, problem STRUCT<source STRING, line INT, message STRING, hint STRING, lost BOOLEAN>,
 quads STRING, fingerprint BINARY, bands ARRAY<BIGINT>, days ARRAY<INT>,
 meetings ARRAY<STRUCT<one STRING, other STRING, contact STRING, event STRING, days ARRAY<STRING>, coordination BOOLEAN>>,
 stages ARRAY<STRUCT<event STRING, stage STRING>>, names ARRAY<STRUCT<kind STRING, name STRING>>,
 counts ARRAY<STRUCT<name STRING, number BIGINT>>, warnings ARRAY<STRUCT<article STRING, warning STRING>>"""
"""Of a row, which is an article or a problem."""


def rows(items: Iterable[Placed]) -> Iterator[tuple[Any, ...]]:
    """Rows from items that are sorted by their places: of two articles with one key, the second is a problem."""
    gc.set_threshold(YOUNG)
    for key, group in groupby(items, key=lambda item: item[0][0]):
        seen: dict[str, str] = {}
        for _, raw in group:
            found = raw if isinstance(raw, Problem) else read_part(raw)
            if isinstance(found, Read):
                found = keys_clash(seen, found.key, found.source) or found
            yield _problem(found) if isinstance(found, Problem) else _article(key, found.part)


def _problem(problem: Problem) -> tuple[Any, ...]:
    return (None, astuple(problem), *[None] * 9)


def _article(key: str, part: Part) -> tuple[Any, ...]:
    return (
        key,
        None,
        # Text files end each row with a line break of their own.
        gzip.decompress(part.nquads).decode().removesuffix("\n"),
        part.fingerprint,
        bands_of(part.fingerprint),
        sorted(opened(part.fingerprint).days),
        [(*one.parties, one.contact, one.event, one.days, one.coordination) for one in part.meetings],
        part.stages,
        part.names,
        part.counts,
        part.warnings,
    )
