"""`kg build --engine spark` on one machine and on a cluster: the same statements as the local engine writes."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import socket
import struct
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result
from conftest import ROOT, SEEDS
from pyspark.find_spark_home import _find_spark_home
from pyspark.sql import DataFrame, SparkSession
from reprints import HANDS, other_version

import kg.cli
from kg.articles import Problem, Raw, Source, raws
from kg.cli import main
from kg.identity.copies import groups
from kg.identity.fingerprints import BANDS, bands_of, opened
from kg.outputs.problems import QuestionError
from kg.pipeline import build as build_locally
from kg.spark import copies, reading
from kg.spark.building import build
from kg.spark.files import Files
from kg.spark.session import session
from kg.spark.sources import Input, find

DEV = ROOT / "tests" / "gold" / "dev"
_IRRELEVANT = "Resep Sayur Asem\nRebus air, masukkan kacang panjang dan labu siam, lalu bumbui dengan garam dan gula jawa."


@pytest.fixture(scope="module", autouse=True)
def java() -> Iterator[None]:
    if not (shutil.which("java") or os.environ.get("JAVA_HOME") or os.environ.get("CI")):
        pytest.skip("no Java; in CI .ci/run installs it")
    with pytest.MonkeyPatch.context() as patch:
        # Whatever the machine's name resolves to: nothing here listens to others.
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        # Java is to start fast rather than to run fast for hours.
        patch.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
        yield


def record(**fields: object) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode()


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Texts, a page, JSON lines and Parquet, with copies, two articles of one name, and much that is no article."""
    folder = tmp_path_factory.mktemp("corpus") / "in, [1]"
    (folder / "dev").mkdir(parents=True)
    seeds = {path.stem: path.read_text() for path in sorted(SEEDS.glob("*.txt"))}
    for name, text in seeds.items():
        (folder / f"{name}.txt").write_text(text)
    for path in sorted(DEV.glob("*.txt"))[:3]:
        (folder / "dev" / path.name).write_bytes(path.read_bytes())
    first, *_, last = seeds.values()
    reprints = [other_version(text, HANDS[hand], Random(7)) for text in (first, last) for hand in ("reprint", "cut")]
    (folder / "sayur%20asem é.md").write_text(_IRRELEVANT)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "page.html").write_text(f"<html><body><article><p>{'</p><p>'.join(first.splitlines())}</p></article></body></html>")
    (folder / "more.jsonl").write_bytes(b"\n".join([
        record(id="one", text=reprints[0], date="2024-09-30"), b"", record(text=reprints[1]), b'{"text": "broken',
        record(id="ONE", text=last), record(title="no text"), record(text=f"Bawaslu Kota Misal\n{reprints[2]}"),
        record(id=next(iter(seeds)), text=_IRRELEVANT), record(text="Rapat", date="besok"),
    ]))  # fmt: skip
    rows = [{"text": reprints[3], "id": None, "date": None}, {"text": reprints[2], "id": "three", "date": "2024-10-01"}]
    pq.write_table(pa.Table.from_pylist([*rows, {"text": " ", "id": "blank", "date": None}]), folder / "rows.parquet")
    return folder


@pytest.fixture(scope="module")
def locally(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the local engine makes of the corpus."""
    folder = tmp_path_factory.mktemp("locally")
    build_locally([str(corpus)], folder)
    return folder


def lines(folder: Path) -> list[str]:
    """The statements that a build on Spark wrote, each as often as it stands there."""
    paths = sorted((folder / "graph").glob("*.nq.gz"))
    return sorted(line for path in paths for line in gzip.decompress(path.read_bytes()).decode().splitlines())


def told(folder: Path) -> dict[str, object]:
    """The report, but for the sums that the two engines give under different names."""
    found = json.loads((folder / "report.json").read_text())
    counts = {name: number for name, number in found["counts"].items() if name not in ("quads", "triples")}
    return {**found, "counts": counts}


def same(spark: Path, local: Path) -> None:
    assert lines(spark) == sorted((local / "graph.nq").read_text().splitlines())
    assert told(spark) == told(local)
    assert not list(spark.glob("_kg-*"))


def test_spark_on_this_machine_says_what_the_local_engine_says(corpus: Path, locally: Path, tmp_path: Path) -> None:
    done, problems = build([str(corpus)], str(tmp_path / "out"), "local[2]")
    same(tmp_path / "out", locally)
    assert done == json.loads((locally / "report.json").read_text())["counts"]["articles"]
    assert any("same identifier" in problem.message for problem in problems)
    assert any("sameReportAs" in line for line in lines(tmp_path / "out"))
    asked = [run("query", "coordination", "-d", folder, "--format", "csv").stdout for folder in (tmp_path / "out", locally)]
    assert asked[0] == asked[1] and len(asked[0].splitlines()) > 1

    # A build that fails leaves the last good one as it was, and no other engine writes into it.
    before = lines(tmp_path / "out")
    (tmp_path / "bad.parquet").write_bytes(b"PAR1 but not Parquet")
    with pytest.raises(QuestionError, match=r"bad\.parquet") as failed:
        build([str(corpus), str(tmp_path / "bad.parquet")], str(tmp_path / "out"), "local[2]")
    assert "\n" not in str(failed.value)
    assert lines(tmp_path / "out") == before and not list((tmp_path / "out").glob("_kg-*"))
    refused = run("build", SEEDS, "-o", tmp_path / "out")
    assert refused.exit_code == 1 and "Spark" in refused.stderr and len(refused.stderr.splitlines()) == 1
    with pytest.raises(QuestionError, match="local engine"):
        build([str(corpus)], str(locally), "local[2]")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[str]:
    """A master with two workers on this machine."""
    port, page = free_port(), free_port()
    master = f"spark://127.0.0.1:{port}"
    start = [str(Path(_find_spark_home()) / "bin" / "spark-class")]
    common = ["--host", "127.0.0.1", "--webui-port"]
    work = ["--cores", "1", "--memory", "700m", "--work-dir", str(tmp_path / "work"), master]
    orders = [["org.apache.spark.deploy.master.Master", *common, str(page), "--port", str(port)],
              *[["org.apache.spark.deploy.worker.Worker", *common, "0", *work]] * 2]  # fmt: skip
    environment = os.environ | {"SPARK_DAEMON_MEMORY": "256m", "SPARK_HOME": _find_spark_home()}
    with ExitStack() as stack, (tmp_path / "cluster.log").open("wb") as log:
        for order in orders:
            process = subprocess.Popen([*start, *order], env=environment, stdout=log, stderr=log)
            stack.callback(process.wait)
            stack.callback(process.terminate)
        for _ in range(600):
            if alive(page) == 2:
                break
            time.sleep(0.2)
        assert alive(page) == 2, (tmp_path / "cluster.log").read_text()
        yield master


def alive(page: int) -> int:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{page}/json/", timeout=10) as answer:
            found: int = json.load(answer)["aliveworkers"]
            return found
    except OSError:
        return 0


def test_a_cluster_says_what_the_local_engine_says(corpus: Path, locally: Path, cluster: str, tmp_path: Path) -> None:
    """Started by spark-submit, which also says where the master is."""
    submit = [str(Path(_find_spark_home()) / "bin" / "spark-submit"), "--master", cluster, "--conf", "spark.executor.memory=512m"]
    order = ["build", corpus, "-o", (tmp_path / "out").as_uri(), "--engine", "spark"]
    environment = os.environ | {"PYSPARK_DRIVER_PYTHON": sys.executable, "SPARK_HOME": _find_spark_home()}
    done = subprocess.run([*submit, kg.cli.__file__, *map(str, order)],
                          env=environment, capture_output=True, text=True, check=False)  # fmt: skip
    assert done.returncode == 3, done.stderr  # some inputs are no articles
    same(tmp_path / "out", locally)


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    with session("local[2]") as found:
        found.conf.set("spark.sql.shuffle.partitions", 2)
        yield found


def fingerprint(rng: Random) -> bytes:
    """One that meets many others in its bands, and is much like some of them."""
    bands = [rng.randrange(2 if band < 2 else 9 if band < 4 else 1 << 32) for band in range(BANDS)]
    shingles, days = sorted(rng.sample(range(12), 6)), sorted(rng.sample(range(33, 37), rng.randrange(3)))
    numbers = [*bands, *shingles, *days]
    return struct.pack("<BBHHH", 1, BANDS, len(shingles), len(days), 0) + struct.pack(f"<{len(numbers)}I", *numbers)


@pytest.mark.parametrize("seed", [1, 2])
def test_copies_are_those_that_one_machine_finds(spark: SparkSession, tmp_path: Path, seed: int) -> None:
    rng = Random(seed)
    prints = {f"a-{number}": fingerprint(rng) for number in range(60)}
    prints["without-names"] = struct.pack("<BBHHH", 1, 0, 0, 0, 0)
    table = spark.createDataFrame([(key, one, bands_of(one), sorted(opened(one).days)) for key, one in prints.items()],
                                  "key STRING, fingerprint BINARY, bands ARRAY<BIGINT>, days ARRAY<INT>")  # fmt: skip

    def keep(found: DataFrame, name: str) -> DataFrame:
        return found.localCheckpoint()

    found = {row.key: row.first for row in copies.groups(table, keep).collect()}
    assert found == groups(prints)
    assert len(set(found.values())) > 1 or len(found) > 5


def test_lines_have_the_same_numbers_wherever_a_file_is_cut(spark: SparkSession, tmp_path: Path) -> None:
    texts = [record(text=f"Bawaslu Kota Misal {number}") if number % 7 else b"" for number in range(400)]
    texts[50] = b'{"text": "Bawaslu \xe9"}\r'
    plain, squeezed = tmp_path / "lines, {a}.jsonl", tmp_path / "zip.jsonl.gz"
    plain.write_bytes(b"\n".join(texts))
    squeezed.write_bytes(gzip.compress(plain.read_bytes()))
    spark.conf.set("spark.sql.files.maxPartitionBytes", 900)
    inputs, _ = find(Files(spark), [str(plain), str(squeezed)], str(tmp_path / "out"))
    placed = reading.raws(spark, [as_lines(each) for each in inputs])
    assert placed.getNumPartitions() > 5
    found = [item for _, item in sorted(placed.collect(), key=lambda one: one[0][1:])]
    expected = [each for line, text in enumerate(texts, start=1) for each in of_line(text, line, plain)]
    assert [without_digest(item) for item in found[: len(expected)]] == [without_digest(item) for item in expected]
    assert len(found) == 2 * len(expected) and all(not isinstance(item, Problem) for item in found)


def without_digest(item: Raw | Problem) -> Raw | Problem:
    """How a line was read before it was parsed does not matter."""
    return replace(item, line=b"") if isinstance(item, Raw) else item


def as_lines(each: Input) -> Input:
    return Input(each.name, each.path, each.uri, each.place, each.form, "lines", each.size)


def of_line(text: bytes, line: int, path: Path) -> Iterator[Raw | Problem]:
    """What the local reader makes of a line, asked through a file in which all before it are blank."""
    if text.strip():
        alone = path.with_name(path.name)
        before = alone.read_bytes()
        alone.write_bytes(b"\n" * (line - 1) + text)
        yield from raws(Source(str(alone), alone.stem, "jsonl"))
        alone.write_bytes(before)


def test_what_spark_cannot_read_is_said_in_one_line(spark: SparkSession, tmp_path: Path) -> None:
    for name in ("crawl.warc.gz", "_hidden.txt", "_SUCCESS"):
        (tmp_path / name).write_bytes(b"x")
    files = Files(spark)
    found, problems = find(files, [str(tmp_path), str(tmp_path / "_hidden.txt"), str(tmp_path / "none")], str(tmp_path / "out"))
    assert not found
    assert [problem.message for problem in problems] == [
        "crawls (WARC) are not read on Spark", "Hadoop takes a name that starts with _ or . as hidden", "no such file or folder",
    ]  # fmt: skip
    with pytest.raises(QuestionError, match="standard input"):
        find(files, ["-"], str(tmp_path / "out"))


@pytest.mark.parametrize(("options", "named"), [
    (["--engine", "spark", "--jobs", "2"], "--jobs"), (["--engine", "spark", "--fresh"], "--fresh"), (["--master", "local"], "--master"),
])  # fmt: skip
def test_options_that_do_not_fit_together_are_wrong_usage(options: list[str], named: str, tmp_path: Path) -> None:
    done = run("build", SEEDS, "-o", tmp_path, *options)
    assert done.exit_code == 2 and named in done.stderr


def test_without_java_one_line_says_what_is_needed(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in ("JAVA_HOME", "PATH")}
    done = subprocess.run([sys.executable, "-m", "kg.cli", "build", SEEDS, "-o", tmp_path, "--engine", "spark"],
                          env={**environment, "PATH": str(tmp_path)}, capture_output=True, text=True, check=False)  # fmt: skip
    assert done.returncode == 1 and "Java 17" in done.stderr and len(done.stderr.splitlines()) == 1


def test_without_pyspark_one_line_says_how_to_get_it(tmp_path: Path) -> None:
    without = "import sys; sys.modules['pyspark'] = None; from kg.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", without, "build", SEEDS, "-o", tmp_path, "--engine", "spark"],
                          capture_output=True, text=True, check=False)  # fmt: skip
    assert done.returncode == 1 and "pip install 'bawaslu-kg[spark]'" in done.stderr and len(done.stderr.splitlines()) == 1
