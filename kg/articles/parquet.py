"""Parquet files: one row an article, with the fields that a JSON record has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kg.articles.jsonfiles import Record
from kg.articles.problems import Problem

FIELDS = ("text", "id", "title", "url", "outlet", "publisher", "author", "date")
_TOGETHER = 256
"""Rows that are held in memory at a time."""


def parse_rows(path: str) -> Iterator[Record | Problem]:
    """The rows of a Parquet file in order, each with its number from 1 on; or what is wrong with the file."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        hint = "pip install 'bawaslu-kg[parquet]'"
        yield Problem(path, None, "Parquet files are read with a package that is not installed", hint, lost=True)
        return
    number = 0
    try:
        with ParquetFile(path) as file:
            columns = [name for name in FIELDS if name in file.schema_arrow.names]
            for batch in file.iter_batches(_TOGETHER, columns=columns) if "text" in columns else ():
                for value in _values(batch):
                    number += 1
                    yield Record(value, path, number, str(number))
            if "text" not in columns:
                hint = "name the column with the articles' texts so"
                yield Problem(path, None, "has no column `text`", hint, lost=True)
    except (ArrowException, OSError) as error:
        reason = getattr(error, "strerror", None) or str(error).split("\n")[0].split(". ")[0][:120]
        hint = "check that the file is whole and that you may read it"
        yield Problem(path, number or None, f"cannot be read ({reason})", hint, lost=True)


def _values(batch: Any) -> Iterator[dict[str, Any]]:
    """The rows of a batch by column names; points in time in UTC, as finely as Python knows them."""
    import pyarrow as pa

    columns = []
    for column in batch.columns:
        if pa.types.is_timestamp(column.type):
            column = column.cast(pa.timestamp("us", column.type.tz and "UTC"), safe=False)
        columns.append(column.to_pylist())
    for row in zip(*columns, strict=True):
        yield dict(zip(batch.schema.names, row, strict=True))
