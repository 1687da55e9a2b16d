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
_TRIES = 3
SLOW = "The query took longer than {:g} seconds and was ended; ask for less, or start `kg serve` with a longer --timeout."
ENDED = "The query ended its worker: it is nested too deeply, or needs more memory than --memory allows."


class Worker:
    """A process with the dataset; where the system can fork, all of them share the memory of one that loaded it."""

    def __init__(self, place: Path, limits: Limits) -> None:
        self._place, self._limits = place, limits
        self._context = multiprocessing.get_context(_METHOD)
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection | None = None

    @property
    def running(self) -> bool:
        """Whether there is a process, as far as is known."""
        return self._pipe is not None

    def start(self) -> None:
        """Starts the process and waits until it has the dataset.

        Raises QuestionError if that cannot be read, OSError or EOFError if the process was ended meanwhile.
        """
        if _METHOD == "forkserver":
            os.environ[work.SERVED] = str(self._place)
            self._context.set_forkserver_preload([_PRELOADED])
        self._pipe, theirs = self._context.Pipe()
        self._process = self._context.Process(target=work.work, args=(theirs, self._place, self._limits), daemon=True)  # type: ignore[attr-defined]
        self._process.start()
        theirs.close()
        try:
            if not self._pipe.poll(_LOADING):
                raise TimeoutError(f"not loaded after {_LOADING:.0f} seconds")
            problem = json.loads(self._pipe.recv_bytes())["problem"]
        except (EOFError, OSError):
            self.stop()
            raise
        if problem:
            self.stop()
            raise QuestionError(problem)

    def answer(self, order: Order) -> Reply:
        """The reply to an order. Where the process is ended from outside, another is asked; none may be left."""
        began = time.monotonic()
        for _ in range(_TRIES):
            try:
                if not self.running:
                    self.start()
                return self._asked(order)
            except (EOFError, OSError):
                self.stop()
            if time.monotonic() - began > self._limits.timeout / 2:
                break
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
        assert self._pipe is not None
        self._pipe.send_bytes(json.dumps(order).encode())
        if not self._pipe.poll(self._limits.timeout):
            self.stop()
            return plain(504, SLOW.format(self._limits.timeout))
        return unpacked(self._pipe.recv_bytes(), self._pipe.recv_bytes())
