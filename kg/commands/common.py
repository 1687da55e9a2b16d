"""What the commands share: how problems are told, and the exit codes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kg.articles import Problem

FAILURE, PARTIAL, INVALID, INTERRUPTED = 1, 3, 4, 130
EPILOG = """\b
Exit codes: 0 all read, 1 failure, 2 wrong usage, 3 some articles could not be read,
4 validation failed, 130 interrupted."""


def tell(problems: Iterable[Problem]) -> None:
    """Each problem on a line of standard error; exit code 3 if an article was lost."""
    lost = False
    for problem in problems:
        click.echo(f"{'error' if problem.lost else 'note'}: {problem}", err=True)
        lost = lost or problem.lost
    if lost:
        raise click.exceptions.Exit(PARTIAL)


def counted(number: int, thing: str) -> str:
    """ "1 article", "2 articles"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
