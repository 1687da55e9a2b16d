"""All workers: orders wait in line for the first that is free."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from kg.outputs.problems import QuestionError
from kg.serving.kept import Kept
from kg.serving.replies import Order, Reply, plain
from kg.serving.settings import Settings
from kg.serving.workers import Worker

BUSY = "Too many questions are waiting; try again in a few seconds."


class Pool:
    """The workers of a server. `start` and `close` block; `answer` is for the event loop."""

    def __init__(self, settings: Settings) -> None:
        self._workers = [Worker(settings.place, settings.limits) for _ in range(settings.workers)]
        self._threads = ThreadPoolExecutor(settings.workers, "worker")
        self._most_waiting = settings.most_waiting
        self._patience = 2 * settings.limits.timeout + 30
        self._kept = Kept()
        self._waiting = 0
        self._idle: asyncio.Queue[Worker] = asyncio.Queue()
        for worker in self._workers:
            self._idle.put_nowait(worker)

    def start(self) -> None:
        """Starts all workers. Raises QuestionError if the dataset cannot be read."""
        try:
            self._workers[0].start()
            list(self._threads.map(Worker.start, self._workers[1:]))
        except (EOFError, OSError) as error:
            raise QuestionError(f"a process that loads the dataset ended ({error}); is there enough memory?") from error

    def close(self) -> None:
        """Ends all workers, whatever they do."""
        for worker in self._workers:
            worker.stop()
        self._threads.shutdown(wait=True, cancel_futures=True)

    async def answer(self, order: Order) -> Reply:
        """The reply to an order: one given before, or a worker's; 503 when too many wait or the wait is too long."""
        known = self._kept.get(order)
        if known is not None:
            return known
        worker = await self._free()
        if worker is None:
            return plain(503, BUSY, ("retry-after", "5"))
        known = self._kept.get(order)
        if known is not None:  # somebody who waited before asked the same
            self._idle.put_nowait(worker)
            return known
        asked = asyncio.get_running_loop().run_in_executor(self._threads, worker.answer, order)
        # Also when the client is gone and this task cancelled, the worker is free only when it has answered.
        asked.add_done_callback(lambda _: self._back(worker))
        try:
            reply = await asyncio.shield(asked)
        except QuestionError as error:
            return plain(500, str(error))
        self._kept.put(order, reply)
        return reply

    def _back(self, worker: Worker) -> None:
        """In line again; one that had to be ended gets a new process first."""
        if worker.running:
            self._idle.put_nowait(worker)
            return
        started = asyncio.get_running_loop().run_in_executor(self._threads, _started, worker)
        started.add_done_callback(lambda _: self._idle.put_nowait(worker))

    async def _free(self) -> Worker | None:
        if not self._idle.empty():
            return self._idle.get_nowait()
        if self._waiting >= self._most_waiting:
            return None
        self._waiting += 1
        try:
            with suppress(TimeoutError):
                return await asyncio.wait_for(self._idle.get(), self._patience)
            return None
        finally:
            self._waiting -= 1


def _started(worker: Worker) -> None:
    """If it does not start now, it is tried again with the next order."""
    with suppress(QuestionError, EOFError, OSError):
        worker.start()
