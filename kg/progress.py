"""How far a build has come, on standard error: a moving line on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.status import Status

_EVERY = 100


class Progress(AbstractContextManager["Progress"]):
    """Called by the pipeline with the step and the number of articles read so far."""

    def __init__(self) -> None:
        self._line: Status | None = None

    def __enter__(self) -> Progress:
        if sys.stderr.isatty():
            from rich.console import Console

            self._line = Console(stderr=True).status("reading")
            self._line.start()
        return self

    def __exit__(self, *exc: object) -> None:
        if self._line:
            self._line.stop()

    def __call__(self, step: str, done: int) -> None:
        said = f"{step}: {done} {'article' if done == 1 else 'articles'}"
        if self._line:
            self._line.update(said)
        elif step == "reading" and done % _EVERY == 0:
            print(said, file=sys.stderr, flush=True)
