"""What a worker takes from itself: memory without end, writing to files and, while the engine runs, new descriptors.

Queries that would call out are refused when they are parsed; should one slip through, the engine can open no socket.
Systems without the module `resource` (Windows) do without.
"""

from __future__ import annotations

import math
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import resource
except ModuleNotFoundError:  # Windows
    resource = None  # type: ignore[assignment]

_SIZES = Path("/proc/self/statm")


def unbounded() -> None:
    """As many connections as the system lets this process have: often far more than it has at first."""
    if resource is not None:
        hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def confine(memory: int) -> None:
    """Lets the process write nothing to disk, and take no more than so many bytes beyond what it has."""
    if resource is None:
        return
    if _SIZES.exists():
        pages = int(_SIZES.read_text(encoding="ascii").split()[0])
        _lower(resource.RLIMIT_AS, pages * resource.getpagesize() + memory)
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_FSIZE, 0)


@contextmanager
def offline() -> Iterator[None]:
    """In this block no file and no socket can be opened."""
    if resource is None:
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (_first_free(), before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)


def _lower(which: int, wanted: int) -> None:
    soft, hard = resource.getrlimit(which)
    least = min(limit for limit in (wanted, soft, hard) if limit != resource.RLIM_INFINITY)
    resource.setrlimit(which, (least, least))


def _first_free() -> int:
    """A number above all open descriptors. Gaps below are filled, since they could still be given out."""
    top = max(int(name) for name in os.listdir("/dev/fd"))  # noqa: PTH208
    spare = os.open(os.devnull, os.O_RDONLY)
    while spare <= top:
        spare = os.open(os.devnull, os.O_RDONLY)
    os.close(spare)
    return spare


def end_after(seconds: float) -> None:
    """Ends this process after so many seconds, whatever it does; 0 lifts that."""
    if hasattr(signal, "alarm"):
        signal.alarm(math.ceil(seconds))
