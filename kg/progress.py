"""How far a build or a load has come, on standard error: a bar on a terminal, elsewhere a plain line at times."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich import progress

_EVERY = 100
_MOVING = ("reading", "loading")


class Progress(AbstractContextManager["Progress"]):
    """Called with the step and the number of articles (or other things) done so far, and of how many if that is known."""

    def __init__(self, first: str = "reading") -> None:
        self._first = first
        self._bar: progress.Progress | None = None
        self._tasks: dict[str, progress.TaskID] = {}

    def __enter__(self) -> Progress:
        if sys.stderr.isatty():
            self._bar = _bar()
            self._bar.start()
            self._shown(self._first, "", 0, 0)
        return self

    def __exit__(self, *exc: object) -> None:
        if self._bar:
            self._bar.stop()

    def __call__(self, step: str, done: int, thing: str = "article", total: int = 0) -> None:
        said = f"{done} {thing}{'' if done == 1 else 's'}"
        if self._bar:
            self._shown(step, said, done, total)
        elif step.startswith(_MOVING) and done % _EVERY == 0:
            print(f"{step}: {said}", file=sys.stderr, flush=True)

    def _shown(self, step: str, said: str, done: int, total: int) -> None:
        assert self._bar
        if step not in self._tasks:
            self._tasks[step] = self._bar.add_task(step, total=None)
        # What is only roughly known beforehand may turn out to be more.
        whole = max(total, done) if total else None
        self._bar.update(self._tasks[step], completed=done, total=whole, description=f"{step}: {said}" if said else step)


def _bar() -> progress.Progress:
    """A bar with the rate and the time that remains; without a total it only moves."""
    from rich import progress
    from rich.console import Console
    from rich.text import Text

    class Rate(progress.ProgressColumn):
        def render(self, task: progress.Task) -> Text:
            return Text(f"{task.speed:,.0f}/s" if task.speed else "")

    columns = (progress.TextColumn("{task.description}"), progress.BarColumn(), Rate(), progress.TimeRemainingColumn())
    return progress.Progress(*columns, console=Console(stderr=True), transient=True)
