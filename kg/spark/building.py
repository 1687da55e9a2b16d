"""One build on Spark: inputs in; N-Quads partitions and a report out, which take the place of the last build at the end."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from kg.articles import Problem
from kg.outputs.problems import QuestionError
from kg.outputs.report import Summary, report, summary
from kg.outputs.shards import GRAPH, SUCCESS
from kg.outputs.store.part import OWN, SHARED
from kg.spark import copies, graphs
from kg.spark.extracting import SCHEMA, rows
from kg.spark.files import Files
from kg.spark.reading import partition, raws
from kg.spark.session import session
from kg.spark.sources import Input, find

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_TASK = 16 << 20
"""So many bytes of input, about 5,000 articles, are read by a task."""
_TOGETHER = 16 << 20
"""So many bytes of what is kept aside are held in memory until they are written."""
_TOLD = 10_000
"""So many warnings and problems are told; all are counted."""
_ASIDE = "_kg-"
_SHUFFLES = "spark.sql.shuffle.partitions"


def _silent(step: str) -> None:
    """Tells nobody."""


def build(
    paths: Sequence[str], folder: str, master: str | None = None, quiet: bool = True, tell: Callable[[str], None] = _silent
) -> tuple[int, tuple[Problem, ...]]:
    """Reads all articles at these Hadoop paths and writes graph/*.nq.gz and report.json into a folder on another; says how
    many there are, and what could not be read or is worth a note (the first of them).

    `master` is Spark's (None: see `session`). `tell` is called with what is done next. Without any article nothing is
    written. Raises QuestionError in one line for what Spark cannot do.
    """
    with session(master, quiet) as spark:
        return _Build(spark, folder, tell).run(paths)


class _Build:
    def __init__(self, spark: SparkSession, folder: str, tell: Callable[[str], None]) -> None:
        self.spark, self.files, self.tell = spark, Files(spark), tell
        self.folder = folder.rstrip("/") or "/"
        self.aside = f"{self.folder}/{_ASIDE}{uuid.uuid4().hex[:12]}"

    def run(self, paths: Sequence[str]) -> tuple[int, tuple[Problem, ...]]:
        there = {name for name in (GRAPH, "graph.nq", f"{GRAPH}/{SUCCESS}") if self.files.look(f"{self.folder}/{name}")}
        if there and f"{GRAPH}/{SUCCESS}" not in there:
            raise QuestionError(f"{self.folder}: holds a build of the local engine; choose another folder with -o")
        inputs, problems = find(self.files, paths, self.folder)
        if not inputs:
            return 0, tuple(problems)
        try:
            self.files.make(self.aside)
            found = self._write(inputs, problems)
        except BaseException:
            with suppress(Exception):  # what went wrong first is what is told
                self.spark.stop()  # or its tasks would go on writing
                self.files.remove(self.aside)
            raise
        self.files.remove(self.aside)
        return found.counts["articles"], found.problems

    def _write(self, inputs: Sequence[Input], problems: Sequence[Problem]) -> Summary:
        self.tell(f"reading: {len(inputs):,} file{'' if len(inputs) == 1 else 's'}, {sum(each.size for each in inputs) / 1e6:,.1f} MB")
        parts = self.keep(self._parts(inputs), "parts")
        articles = parts.where("key IS NOT NULL")
        names = self.keep(articles.selectExpr("explode(names) AS of").select("of.*").distinct(), "names")
        found = summary(_counts(articles, names), _warnings(articles), [*problems, *_problems(parts)])
        if found.counts["articles"]:
            self.tell(f"looking for copies: {found.counts['articles']:,} articles")
            same = copies.groups(articles.select("key", "fingerprint", "bands", "days"), self.keep)
            self.tell("writing")
            self._lines(articles.selectExpr("quads AS value"), "part")
            self._lines(graphs.derived_lines(self.spark, articles, same), "derived")
            self._lines(graphs.reference_lines(self.spark, names), "reference")
            self.files.write(f"{self.aside}/report.json", report(found))
            self._into_place()
        return found

    def _parts(self, inputs: Sequence[Input]) -> DataFrame:
        """All articles and problems as rows; all that share a key are in one partition, in the order of the inputs."""
        context = self.spark.sparkContext
        tasks = max(2 * context.defaultParallelism, sum(each.size for each in inputs) // _TASK)
        if not context.getConf().contains(_SHUFFLES):
            self.spark.conf.set(_SHUFFLES, tasks)
        placed = raws(self.spark, inputs).repartitionAndSortWithinPartitions(tasks, partition)
        return self.spark.createDataFrame(placed.mapPartitions(rows), SCHEMA, verifySchema=False)

    def keep(self, table: DataFrame, name: str) -> DataFrame:
        """The table, worked out once and kept aside until the end of the build."""
        table.write.option("parquet.block.size", _TOGETHER).parquet(f"{self.aside}/{name}")
        return self.spark.read.schema(table.schema).parquet(f"{self.aside}/{name}")

    def _lines(self, values: DataFrame, name: str) -> None:
        """Writes lines of N-Quads as files of the graph."""
        written = f"{self.aside}/{name}-lines"
        values.write.text(written, compression="gzip")
        self.files.make(f"{self.aside}/{GRAPH}")
        for number, entry in enumerate(self.files.below(written)):
            self.files.move(entry.path, f"{self.aside}/{GRAPH}/{name}-{number:05}.nq.gz")

    def _into_place(self) -> None:
        """The last good graph goes only when the new one lies beside it."""
        self.files.write(f"{self.aside}/{GRAPH}/{SUCCESS}", b"")
        for name in (GRAPH, "report.json"):
            if self.files.look(f"{self.folder}/{name}"):
                self.files.move(f"{self.folder}/{name}", f"{self.aside}/last-{name}")
            self.files.move(f"{self.aside}/{name}", f"{self.folder}/{name}")


def _counts(articles: DataFrame, names: DataFrame) -> dict[str, int]:
    """What is counted over all articles, under the names that a local build uses."""
    sums = articles.selectExpr("explode(counts) AS of").groupBy("of.name").sum("of.number").collect()
    found = dict.fromkeys(("articles", "relevant", "claims", *OWN, "quads", *SHARED), 0)
    found |= {name: number for name, number in sums if number}
    shared = names.groupBy("kind").count().collect()
    found |= {kind: number for kind, number in shared if kind in SHARED}
    found["ties"] = articles.selectExpr("explode(meetings) AS met").select("met.one", "met.other").distinct().count()
    return found


def _warnings(articles: DataFrame) -> list[tuple[str, str]]:
    told = articles.selectExpr("explode(warnings) AS of").select("of.*").distinct().orderBy("article", "warning").limit(_TOLD)
    return [(row.article, row.warning) for row in told.collect()]


def _problems(parts: DataFrame) -> list[Problem]:
    told = parts.where("key IS NULL").select("problem.*").orderBy("source", "line", "message").limit(_TOLD)
    return [Problem(*row) for row in told.collect()]
