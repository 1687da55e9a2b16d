"""`kg explain`: what was read in an article, and why."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from kg.commands.common import EPILOG, counted, tell

if TYPE_CHECKING:
    from rich.text import Text

    from kg.articles import Problem


@click.command(short_help="Show what was read, and why.", epilog=EPILOG)
@click.argument("path", metavar="FILE|-")
@click.option("--sentence", type=click.IntRange(min=1), metavar="N", help="Only this sentence, counted from 1.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line for each article.")
def explain(path: str, sentence: int | None, as_json: bool) -> None:
    """Show sentence by sentence what was read, by which rule, and what was considered and rejected.

    \b
    Examples:
      kg explain article.txt
      kg explain article.txt --sentence 2
      cat article.txt | kg explain - --json
    """
    from kg import explain as explained
    from kg.pipeline import articles
    from kg.records import Article

    problems: list[Problem] = []
    for item in articles([path]):
        if not isinstance(item, Article):
            problems.append(item)
            continue
        told = explained.explain(item)
        if sentence and not told.picked(sentence):
            raise click.UsageError(f"{path} has no sentence {sentence}, but {counted(len(told.sentences), 'sentence')}")
        _show([explained.as_json(told, sentence)] if as_json else explained.as_lines(told, sentence))
    tell(problems)


def _show(lines: Iterable[Text | str]) -> None:
    """Styled on a terminal, plain elsewhere."""
    if not sys.stdout.isatty():
        for line in lines:
            click.echo(line if isinstance(line, str) else line.plain)
        return
    from rich.console import Console

    console = Console(highlight=False)
    for line in lines:
        console.print(line, markup=False, soft_wrap=True)
