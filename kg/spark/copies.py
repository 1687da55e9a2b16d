"""Which articles are copies of one report, by joins: the groups that `kg.identity.copies.groups` finds."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kg.identity.bands import NEAR
from kg.identity.copies import alike
from kg.identity.fingerprints import opened

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

Keep = Callable[["DataFrame", str], "DataFrame"]
"""Writes a table aside under a name and gives it as it lies there, so that it is worked out once."""


def groups(prints: DataFrame, keep: Keep) -> DataFrame:
    """From `key`, `fingerprint`, `bands` and `days` of all articles: `key` and `first` of each copied one, as `groups` tells them."""
    from pyspark.sql import functions as f

    def of(name: str, column: str) -> DataFrame:
        return prints.select(f.col("key").alias(name), f.col(column).alias(f"{name}_{column}"))

    met = candidates(prints).join(of("one", "days"), "one").join(of("other", "days"), "other")
    # Two articles of other days are no copies: so much is seen without their fingerprints.
    may_be = keep(met.where("size(one_days) = 0 OR size(other_days) = 0 OR arrays_overlap(one_days, other_days)")
                  .select("one", "other"), "candidates")  # fmt: skip
    pairs = may_be.join(of("one", "fingerprint"), "one").join(of("other", "fingerprint"), "other")
    # Not a function of SQL in Python, for which Spark would want pandas.
    found = pairs.rdd.filter(_alike).map(lambda row: (row.one, row.other))
    same = keep(pairs.sparkSession.createDataFrame(found, "one STRING, other STRING"), "pairs")
    return _joined(same.union(same.select("other", "one")).toDF("key", "other"), keep)


def _alike(pair: Any) -> bool:
    return alike(opened(bytes(pair.one_fingerprint)), opened(bytes(pair.other_fingerprint)))


def candidates(prints: DataFrame) -> DataFrame:
    """The pairs that meet in a band, `one` before `other`; where many meet, those that stand near by the next band."""
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    following = f.expr("concat(slice(bands, 2, size(bands)), slice(bands, 1, 1))")
    banded = prints.where(f.size("bands") > 0).select(
        "key", f.posexplode(f.arrays_zip(f.col("bands"), following.alias("following"))).alias("band", "at")
    )  # fmt: skip
    meeting = Window.partitionBy("band", "at.bands").orderBy("at.following", "key")
    near = f.array(*(f.lead("key", step).over(meeting) for step in range(1, NEAR + 1)))
    met = banded.select("key", near.alias("near")).select("key", f.explode("near").alias("met")).where("met IS NOT NULL")
    return met.select(f.least("key", "met").alias("one"), f.greatest("key", "met").alias("other")).distinct()


def _joined(links: DataFrame, keep: Keep) -> DataFrame:
    """The smallest key that each key is linked to over any number of links, which are given both ways.

    Each key takes over the smallest that its neighbours know of, and then what that one knows: the rounds grow with the
    logarithm of the longest chain.
    """
    from pyspark.sql import functions as f

    known = links.groupBy("key").agg(f.least("key", f.min("other")).alias("first"))
    number = 0
    while True:
        number += 1
        heard = links.join(known.select(f.col("key").alias("other"), "first"), "other").groupBy("key").agg(f.min("first").alias("heard"))
        nearer = known.join(heard, "key").select("key", f.col("first").alias("before"), f.least("first", "heard").alias("first"))
        ahead = nearer.select(f.col("key").alias("first"), f.col("first").alias("further"))
        found = keep(nearer.join(ahead, "first").select("key", "before", f.col("further").alias("first")), f"copies-{number}")
        known = found.select("key", "first")
        if found.where("first <> before").isEmpty():
            return known
