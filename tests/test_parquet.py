"""Parquet in: a row is an article, with the fields of a JSON record."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import SEEDS

from kg.articles import Problem, Raw, Source, raws
from kg.pipeline import build

_TEXT = "JEPARA - Bawaslu Kabupaten Jepara menggelar rapat bersama KPU Kabupaten Jepara, Senin (2/9/2024)."


def read(table: pa.Table, path: Path) -> list[Raw | Problem]:
    pq.write_table(table, path)
    return list(raws(Source(str(path), path.stem, "parquet")))


def test_a_parquet_file_gives_what_the_same_json_lines_give(tmp_path: Path) -> None:
    records = [{"id": path.stem if number else None, "text": path.read_text(), "outlet": "Kabar Misal", "date": "2024-09-30"}
               for number, path in enumerate(sorted(SEEDS.glob("*.txt")))]  # fmt: skip
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, records)))
    (tmp_path / "parquet").mkdir()
    pq.write_table(pa.Table.from_pylist(records), tmp_path / "parquet" / "a.parquet", row_group_size=2)
    for name in ("a.jsonl", "parquet"):
        assert not build([str(tmp_path / name)], tmp_path / f"out-{name}").problems
    assert (tmp_path / "out-parquet" / "graph.nq").read_bytes() == (tmp_path / "out-a.jsonl" / "graph.nq").read_bytes()


@pytest.mark.parametrize("day", [
    pa.array([date(2024, 9, 30)]), pa.array(["2024-09-30"]), pa.array([1727654400]),
    pa.array([datetime(2024, 9, 30, 23, 5)], pa.timestamp("ns")),
    pa.array([datetime(2024, 9, 30, 20, tzinfo=UTC)], pa.timestamp("us", "Asia/Jakarta")),
])  # fmt: skip
def test_a_day_may_be_of_any_type(day: pa.Array, tmp_path: Path) -> None:
    (found,) = read(pa.table({"text": [_TEXT], "date": day}), tmp_path / "a.parquet")
    assert isinstance(found, Raw) and dict(found.about)["date"] == "2024-09-30"


def test_rows_without_text_and_files_that_are_none_are_told(tmp_path: Path) -> None:
    first, second = read(pa.table({"text": [None, _TEXT], "id": [1, 2]}), tmp_path / "a.parquet")
    assert isinstance(first, Problem) and first.line == 1 and isinstance(second, Raw) and second.identifier == "2"
    (found,) = read(pa.table({"isi": [_TEXT]}), tmp_path / "b.parquet")
    assert isinstance(found, Problem) and "`text`" in found.message
    (tmp_path / "c.parquet").write_bytes(b"PAR1 but not Parquet")
    (found,) = raws(Source(str(tmp_path / "c.parquet"), "c", "parquet"))
    assert isinstance(found, Problem) and found.lost and len(str(found).splitlines()) == 1


def test_without_pyarrow_one_line_says_how_to_get_it(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    without = "import sys; sys.modules['pyarrow'] = None; from kg.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", without, "build", tmp_path / "a.parquet", "-o", tmp_path / "out"],
                          capture_output=True, text=True, check=False)  # fmt: skip
    assert done.returncode == 3 and "pip install 'bawaslu-kg[parquet]'" in done.stderr
