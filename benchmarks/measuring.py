"""What the bench measures with: processor time of functions and of programs, medians, the machine in words."""

from __future__ import annotations

import os
import platform
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ONE_THREAD = {"OMP_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1"}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what was compared, both figures in words, the ratio, and what is aimed at."""

    what: str
    ours: str
    theirs: str
    ratio: float
    aim: str


def median(measure: Callable[[], float], repeats: int) -> float:
    """The median of so many measurements."""
    return statistics.median(measure() for _ in range(repeats))


def seconds(action: Callable[[], object]) -> float:
    """Processor time of an action in this process: other work on the machine counts little in it."""
    start = time.process_time()
    action()
    return time.process_time() - start


def of_program(command: Sequence[str]) -> float:
    """Processor time of a program and its children. Raises CalledProcessError if it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **ONE_THREAD})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def wall(command: Sequence[str]) -> float:
    """The time that somebody waits for a program."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def machine() -> str:
    """Processor, cores, memory, system, Python, and how busy the machine was."""
    cpu = _after("model name", Path("/proc/cpuinfo")) or platform.processor() or platform.machine()
    memory = int(_after("MemTotal", Path("/proc/meminfo")).split()[0] or 0) / 2**20
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    return (
        f"{cpu}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}; load averages at the start {load}"
    )


def _after(name: str, path: Path) -> str:
    lines = path.read_text().splitlines() if path.is_file() else []
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith(name)), "0")
