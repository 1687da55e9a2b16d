"""The graphs that no single article says, by joins and groups: the same lines as a local build writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import reduce
from itertools import groupby
from typing import TYPE_CHECKING, Any

from kg.graph import derived, hierarchy, reference
from kg.graph.derived import Met
from kg.outputs.store.part import body_of
from kg.records import Organization, Ref

if TYPE_CHECKING:
    from pyspark import RDD
    from pyspark.sql import DataFrame, SparkSession

_LINES = "value STRING"
Rank = tuple[bool, str]
"""Of two bodies with one key, one that articles name goes before one that only stands above others; then its own fields."""


def derived_lines(spark: SparkSession, parts: DataFrame, copies: DataFrame) -> DataFrame:
    """The derived graph, from the rows of all articles and the groups of copies; a value holds some lines."""
    found = [_ties(parts, copies), _stages(parts), copies.where("key <> first").rdd.map(_same)]
    return spark.createDataFrame(reduce(lambda one, other: one.union(other), found), _LINES)


def _ties(parts: DataFrame, copies: DataFrame) -> RDD[tuple[str]]:
    met = parts.selectExpr("key", "explode(meetings) AS met").select("key", "met.*").join(copies, "key", "left")
    of_pairs = met.repartition("one", "other").sortWithinPartitions("one", "other", "contact", "key")
    columns = ("one", "other", "contact", "event", "key", "days", "coordination", "first")
    return of_pairs.select(*columns).rdd.mapPartitions(_tied)


def _tied(rows: Iterable[Any]) -> Iterator[tuple[str]]:
    for (one, other), found in groupby(rows, key=lambda row: (row.one, row.other)):
        met: list[Met] = []
        copies: dict[str, str] = {}
        for row in found:
            met.append(Met(row.contact, row.event, row.key, tuple(map(date.fromisoformat, row.days)), row.coordination))
            if row.first:
                copies[row.key] = row.first
        yield _value(derived.tie((one, other), met, copies))


def _stages(parts: DataFrame) -> RDD[tuple[str]]:
    found = parts.selectExpr("explode(stages) AS at").select("at.*").distinct()
    return found.rdd.map(lambda row: _value(derived.stages(Ref("event", row.event), [Ref("stage", row.stage)])))


def _same(row: Any) -> tuple[str]:
    return _value(derived.same_reports({row.key: row.first}))


def reference_lines(spark: SparkSession, names: DataFrame) -> DataFrame:
    """The reference graph, from the `kind` and `name` of all that articles name; a value is a line."""
    listed = names.where("kind = 'listed'").rdd.flatMap(lambda row: _lines([Ref(*row.name.split("/", 1))], ()))
    named = names.where("kind = 'body'").rdd.map(lambda row: _ranked(True, row.name)).reduceByKey(max)
    above = named.flatMap(lambda found: _above(body_of(found[1][1])))
    bodies = named.mapValues(lambda rank: (rank[0], body_of(rank[1]))).union(above).reduceByKey(_first_named)
    lines = listed.union(bodies.flatMap(lambda found: _lines((), [found[1][1]])))
    return spark.createDataFrame(lines, _LINES).distinct().sortWithinPartitions("value")


def _ranked(is_named: bool, packed: str) -> tuple[str, Rank]:
    return body_of(packed).key, (is_named, packed)


def _above(body: Organization) -> list[tuple[str, tuple[bool, Organization]]]:
    return [(each.key, (False, each)) for each in hierarchy.above(body)]


def _first_named(one: tuple[bool, Organization], other: tuple[bool, Organization]) -> tuple[bool, Organization]:
    return one if one[0] else other


def _lines(listed: Iterable[Ref], bodies: Iterable[Organization]) -> list[tuple[str]]:
    return [_value([line]) for line in reference.alone(listed, bodies).lines()]


def _value(lines: Iterable[bytes]) -> tuple[str]:
    """Text files end each row with a line break of their own."""
    return (b"".join(lines).decode().removesuffix("\n"),)
