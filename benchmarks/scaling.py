"""How a build's cost grows: two processes against one, many articles against few, ten more against all."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import psutil
from corpus import corpus as articles
from measuring import ONE_THREAD, Row

_KG = (sys.executable, "-m", "kg.cli")
_EVERY = 0.2
_ADDED = 10


@dataclass(frozen=True, slots=True)
class Cost:
    """What one `kg build` took: seconds that one waits, seconds of processor time, and MiB that all its processes held
    together at the worst moment (looked at five times a second)."""

    wall: float
    cpu: float
    peak: float


def built(path: Path, folder: Path, *options: str) -> Cost:
    """Builds from a path into a folder. Raises CalledProcessError if that fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start, peak = time.perf_counter(), 0.0
    command = [*_KG, "build", str(path), "-o", str(folder), *options]
    with psutil.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={**os.environ, **ONE_THREAD}) as run:
        while run.poll() is None:
            peak = max(peak, _held(run))
            time.sleep(_EVERY)
        told = run.stderr.read() if run.stderr else b""
    wall = time.perf_counter() - start
    if run.returncode:
        raise subprocess.CalledProcessError(run.returncode, command, stderr=told)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, peak)


def _held(run: psutil.Popen) -> float:
    held = 0
    for process in (run, *run.children(recursive=True)):
        try:
            held += process.memory_info().rss
        except psutil.Error:
            continue  # it has just ended
    return held / 2**20


def sized(corpus: Path, most: int, path: Path) -> Path:
    """The first articles of a corpus, as a file of their own."""
    with corpus.open(encoding="utf-8") as lines, path.open("w", encoding="utf-8") as file:
        file.writelines(line for _, line in zip(range(most), lines, strict=False))
    return path


def rows(corpora: dict[int, Path], folder: Path) -> tuple[list[Row], dict[str, float]]:
    """Rows (c) and (d) of the table and the cost of an update, from corpora by their sizes; and the raw figures."""
    small, middle, large = sorted(corpora)
    one = built(corpora[middle], folder / "one", "--jobs", "1")
    costs = {size: built(path, folder / str(size), "--jobs", "2") for size, path in corpora.items()}
    per = {size: cost.cpu / size for size, cost in costs.items()}
    disk = {f"disk_{name}": _size(folder / str(large) / name) for name in ("graph", "articles", "store")}
    quads = json.loads((folder / str(large) / "report.json").read_text(encoding="utf-8"))["counts"]["quads"]
    lines = (folder / str(middle) / "graph.nq").stat().st_size
    more = updated(corpora[large], folder / str(large))
    found = [
        Row(f"(c) `--jobs 2` against `--jobs 1`, {middle:,} articles", f"{costs[middle].wall:,.0f} s", f"{one.wall:,.0f} s",
            one.wall / costs[middle].wall, "≥ 1.8"),
        Row(f"(d) processor time of one article of {large:,} against one of {small:,}", f"{1000 * per[large]:.1f} ms",
            f"{1000 * per[small]:.1f} ms", per[large] / per[small], "≤ 1.1"),
        Row(f"(d) the same against one of {middle:,}", f"{1000 * per[large]:.1f} ms", f"{1000 * per[middle]:.1f} ms",
            per[large] / per[middle], "≤ 1.1"),
        Row(f"(d) peak memory of all processes, {large:,} articles against {middle:,}", f"{costs[large].peak:,.0f} MiB",
            f"{costs[middle].peak:,.0f} MiB", costs[large].peak / costs[middle].peak, "≤ 1.3, < 2 GiB"),
        Row(f"an update: {_ADDED} articles more to {large:,} against building all, processor time", f"{more.cpu:.1f} s",
            f"{costs[large].cpu:,.0f} s", more.cpu / costs[large].cpu, "≤ 0.01"),
        Row("the same, time that one waits", f"{more.wall:.1f} s", f"{costs[large].wall:,.0f} s",
            more.wall / costs[large].wall, "≤ 0.01"),
    ]  # fmt: skip
    raw = {"articles": large, "cpu": costs[large].cpu, "wall": costs[large].wall, "peak": costs[large].peak,
           "update_cpu": more.cpu, "update_wall": more.wall, "text": corpora[large].stat().st_size, "quads": quads,
           "nquads_of_middle": lines, "middle": middle, **disk}  # fmt: skip
    shutil.rmtree(folder / str(large))
    return found, raw


def updated(corpus: Path, folder: Path) -> Cost:
    """What it costs to build again after ten articles are appended to a corpus that was built into the folder."""
    added = [json.dumps(record, ensure_ascii=False) + "\n" for record in articles(_ADDED, seed=2)]
    before = corpus.stat().st_size
    with corpus.open("a", encoding="utf-8") as file:
        file.writelines(added)
    try:
        return built(corpus, folder, "--jobs", "2")
    finally:
        os.truncate(corpus, before)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
