"""How far a build or a load has come, on standard error: a moving line on a terminal, elsewhere a plain one at times."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.status import Status

_EVERY = 100
_MOVING = ("reading", "loading")


class Progress(AbstractContextManager["Progress"]):
    """Called with the step and the number of articles (or other things) done so far."""

    def __init__(self, first: str = "reading") -> None:
        self._first = first
        self._line: Status | None = None

    def __enter__(self) -> Progress:
        if sys.stderr.isatty():
            from rich.console import Console

            self._line = Console(stderr=True).status(self._first)
            self._line.start()
        return self

    def __exit__(self, *exc: object) -> None:
        if self._line:
            self._line.stop()

    def __call__(self, step: str, done: int, thing: str = "article") -> None:
        said = f"{step}: {done} {thing}{'' if done == 1 else 's'}"
        if self._line:
            self._line.update(said)
        elif step.startswith(_MOVING) and done % _EVERY == 0:
            print(said, file=sys.stderr, flush=True)
