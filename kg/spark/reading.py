"""Files to raw articles, spread over the workers: what `kg.articles.raws` gives, in pieces that can be put in order."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from kg.articles import Problem, Raw, Source
from kg.articles.jsonfiles import Line, Record
from kg.articles.parquet import FIELDS
from kg.articles.raw import in_record, inside, records
from kg.spark.sources import Input

if TYPE_CHECKING:
    from pyspark import RDD
    from pyspark.sql import DataFrame, SparkSession

Place = tuple[str, int, int, int]
"""The article's key ("" for a problem), the number of its file, its line or row there, and which it is of that line."""
Placed = tuple[Place, Raw | Problem]
Origin = tuple[int, Source]
_NANOSECONDS = 10**17
_PATTERN = re.compile(r"[\\{}\[\]*?]")


def raws(spark: SparkSession, inputs: Sequence[Input]) -> RDD[Placed]:
    """The raw articles of all inputs and what is wrong with them, each with its place."""
    ways: dict[str, Callable[[SparkSession, dict[str, Input], Any], RDD[Placed]]]
    ways = {"whole": _whole, "lines": _lines, "rows": _rows}
    found = []
    for way, read in ways.items():
        ours = [(number, each) for number, each in enumerate(inputs) if each.way == way]
        if ours:
            # Two spellings: some columns of Spark give the address, others the path.
            origins = {name: (number, Source(each.path, each.name, each.form))
                       for number, each in ours for name in (each.uri, each.place)}  # fmt: skip
            by_path = {each.place: each for _, each in ours}
            found.append(read(spark, by_path, spark.sparkContext.broadcast(origins)))
    return spark.sparkContext.union(found)


def partition(place: Place) -> int:
    """A number that all articles with one key share, whatever the process."""
    key, file, line, _ = place
    return zlib.crc32(key.encode()) if key else file + line


def _loaded(spark: SparkSession, form: str, inputs: Iterable[str], **options: str) -> DataFrame:
    # A name may hold signs that would else be read as a pattern.
    return spark.read.format(form).options(**options).load([_PATTERN.sub(r"\\\g<0>", path) for path in inputs])


def _whole(spark: SparkSession, inputs: dict[str, Input], origins: Any) -> RDD[Placed]:
    def read(row: Any) -> Iterator[Placed]:
        number, source = origins.value[row.path]
        for line, item in enumerate(inside(bytes(row.content), source)):
            found = records(item, source) if isinstance(item, Line) else (item,)
            yield from _placed(found, number, line)

    return _loaded(spark, "binaryFile", inputs).select("path", "content").rdd.flatMap(read)


def _lines(spark: SparkSession, inputs: dict[str, Input], origins: Any) -> RDD[Placed]:
    lines = _loaded(spark, "text", inputs, lineSep="\n")
    columns = ("_metadata.file_path", "_metadata.file_block_start")
    before = _lines_before(lines, columns) if any(not path.endswith(".gz") for path in inputs) else {}

    def read(rows: Iterable[Any]) -> Iterator[Placed]:
        counts: Counter[tuple[str, int]] = Counter()
        for line, path, start in rows:
            counts[path, start] += 1
            line_number = before.get((path, start), 0) + counts[path, start]
            number, source = origins.value[path]
            if line.strip():
                yield from _placed(records(Line(bytes(line), source.path, line_number), source), number, line_number)

    return lines.selectExpr("CAST(value AS BINARY)", *columns).rdd.mapPartitions(read)


def _lines_before(lines: DataFrame, columns: tuple[str, str]) -> dict[tuple[str, int], int]:
    """How many lines of its file stand before each block, by the file's address and the block's place in it."""
    before: dict[tuple[str, int], int] = {}
    last, total = "", 0
    for path, start, count in sorted(lines.groupBy(*columns).count().collect()):
        total = total if path == last else 0
        before[path, start] = total
        last, total = path, total + count
    return before


def _rows(spark: SparkSession, inputs: dict[str, Input], origins: Any) -> RDD[Placed]:
    table = _loaded(spark, "parquet", inputs, mergeSchema="true")
    fields = [name for name in FIELDS if name in table.columns]
    day = dict(table.dtypes).get("date", "")
    told = [f"CAST(`{name}` AS STRING) AS `{name}`" if name == "date" and day.startswith(("timestamp", "date")) else f"`{name}`"
            for name in fields]  # fmt: skip

    def read(row: Any) -> Iterator[Placed]:
        *values, path, at = row
        number, source = origins.value[path]
        value = dict(zip(fields, map(_plain, values), strict=True))
        found = Record(value, source.path, at + 1, str(at + 1))
        yield from _placed(in_record(found, source.name), number, at + 1)

    return table.selectExpr(*told, "_metadata.file_path", "_metadata.row_index").rdd.flatMap(read)


def _plain(value: Any) -> Any:
    # Spark gives a point in time that was written in nanoseconds as their number.
    return value // 10**9 if isinstance(value, int) and value > _NANOSECONDS else value


def _placed(found: Iterable[Raw | Problem], number: int, line: int) -> Iterator[Placed]:
    for at, item in enumerate(found):
        yield (item.key if isinstance(item, Raw) else "", number, line, at), item
