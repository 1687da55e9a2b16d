"""One worker seen from the server: a process that is given an order, and ended when it takes too long."""

from __future__ import annotations

import json
import multiprocessing
import os
import time
from multiprocessing.connection import Connection
from pathlib import Path

from kg.outputs.problems import QuestionError
from kg.serving import work
from kg.serving.replies import Order, Reply, plain, unpacked
from kg.serving.settings import Limits

_METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
_PRELOADED = "kg.serving.preloaded"
_LOADING = 600.0  # seconds; a dataset of a hundred million statements takes that long
SLOW = "The query took longer than {:g} seconds and was ended; ask for less, or start `kg serve` with a longer --timeout."
ENDED = "The query ended its worker: it is nested too deeply, or needs more memory than --memory allows."


class Worker:
    """A process with the dataset; where the system can fork, all of them share the memory of one that loaded it."""

    def __init__(self, place: Path, limits: Limits) -> None:
        self._place, self._limits = place, limits
        self._context = multiprocessing.get_context(_METHOD)
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection | None = None

    def start(self) -> None:
        """Starts the process and waits until it has the dataset. Raises QuestionError if that cannot be read."""
        if _METHOD == "forkserver":
            os.environ[work.SERVED] = str(self._place)
            self._context.set_forkserver_preload([_PRELOADED])
        self._pipe, theirs = self._context.Pipe()
        process = self._context.Process(target=work.work, args=(theirs, self._place, self._limits), daemon=True)  # type: ignore[attr-defined]
        process.start()
        self._process = process
        theirs.close()
        if not self._pipe.poll(_LOADING):
            self.stop()
            raise QuestionError(f"{self._place}: not loaded after {_LOADING:.0f} seconds; is the machine out of memory?")
        try:
            problem = json.loads(self._pipe.recv_bytes())["problem"]
        except (EOFError, OSError) as error:
            self.stop()
            raise QuestionError(f"{self._place}: the process that loads it ended; is the machine out of memory?") from error
        if problem:
            self.stop()
            raise QuestionError(problem)

    def answer(self, order: Order) -> Reply:
        """The reply to an order. A worker that was ended from outside is replaced and asked again, once."""
        began = time.monotonic()
        try:
            return self._asked(order)
        except (EOFError, OSError):
            self._replace()
        if time.monotonic() - began < self._limits.timeout / 2:
            try:
                return self._asked(order)
            except (EOFError, OSError):
                self._replace()
        return plain(500, ENDED)

    def stop(self) -> None:
        """Ends the process at once."""
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None

    def _asked(self, order: Order) -> Reply:
        if self._pipe is None:
            self.start()
        assert self._pipe is not None
        self._pipe.send_bytes(json.dumps(order).encode())
        if not self._pipe.poll(self._limits.timeout):
            self._replace()
            return plain(504, SLOW.format(self._limits.timeout))
        return unpacked(self._pipe.recv_bytes(), self._pipe.recv_bytes())

    def _replace(self) -> None:
        self.stop()
        self.start()
