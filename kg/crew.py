"""Processes that share work, and give what comes of it in the order of the work."""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

from kg.outputs.problems import QuestionError

_Item = TypeVar("_Item")
_Made = TypeVar("_Made")


YOUNG = 10_000
"""So many new objects before a look for rings of garbage among them: reading makes many small records and hardly a ring."""


class Crew(AbstractContextManager["Crew"]):
    """So many processes, started when there is first work for them; one alone is this process itself."""

    def __init__(self, jobs: int | None = None) -> None:
        self.told = jobs is not None
        self.jobs = jobs or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Crew:
        self._threshold = gc.get_threshold()
        gc.set_threshold(YOUNG)
        return self

    def __exit__(self, *exc: object) -> None:
        gc.set_threshold(*self._threshold)
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def work(self, do: Callable[[_Item], _Made], items: Iterable[_Item], together: int = 1) -> Iterator[_Made]:
        """What is made of each item, in their order. So many go to a process `together`; only a few batches wait.

        QuestionError if one of the processes is ended from outside.
        """
        return map(do, items) if self.jobs == 1 else self._shared(do, iter(items), together)

    def later(self, do: Callable[[_Item], _Made], item: _Item) -> Callable[[], _Made]:
        """Begins a piece of work beside what comes next, and returns what waits for its end and gives what was made.

        One process does it only then. QuestionError as above.
        """
        if self.jobs == 1:
            return lambda: do(item)
        begun = self._processes().submit(do, item)

        def waited() -> _Made:
            with _told():
                return begun.result()

        return waited

    def _shared(self, do: Callable[[_Item], _Made], items: Iterator[_Item], together: int) -> Iterator[_Made]:
        with _told():
            for batch in self._batches(do, items, together):
                yield from batch

    def _batches(self, do: Callable[[_Item], _Made], items: Iterator[_Item], together: int) -> Iterator[list[_Made]]:
        waiting: deque[Future[list[_Made]]] = deque()
        while batch := list(islice(items, together)):
            waiting.append(self._processes().submit(_all, do, batch))
            if len(waiting) > 2 * self.jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def _processes(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # Spawned, not forked: the same on every system, and safe beside the thread that draws the progress.
            self._pool = ProcessPoolExecutor(self.jobs, get_context("spawn"), initializer=_begin)
        return self._pool


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except BrokenProcessPool:
        told = "a process was ended from outside, perhaps for want of memory; run the same command again to go on"
        raise QuestionError(f"{told}, with fewer --jobs if it happens again") from None


def _all(do: Callable[[_Item], _Made], items: list[_Item]) -> list[_Made]:
    return [do(item) for item in items]


def _begin() -> None:
    """Interrupts are left to the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(YOUNG)
