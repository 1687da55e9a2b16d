"""Answers to be looked at: as a table that fits the terminal, and as Markdown."""

from __future__ import annotations

import io
import re

from pyoxigraph import NamedNode
from rich.box import Box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.asking.answers import Rows, Term, plain
from kg.graph.vocabulary import BASE, PREFIXES

_RULED = Box("    \n    \n -  \n    \n    \n    \n    \n    \n", ascii=True)
_CROWDED = 2


def table(answer: Rows, width: int, whole: bool = False) -> str:
    """The rows in columns, `width` signs wide at most, long cells on several lines.

    A column of IRIs beside a column of their labels (?body, ?bodyLabel) is left out, unless `whole`.
    """
    shown = answer if whole else _readable(answer)
    lines = _records(shown, width) if _too_wide(shown, width) else _grid(shown, width)
    count = len(answer.rows)
    hidden = len(answer.columns) - len(shown.columns)
    note = f"; {hidden} column{'s' if hidden > 1 else ''} of IRIs left out, --wide shows all" if hidden else ""
    return "\n".join([*lines, f"({count} {'row' if count == 1 else 'rows'}{note})"]) + "\n"


def _grid(shown: Rows, width: int) -> list[str]:
    grid = Table(box=_RULED, pad_edge=False, show_edge=False, header_style="", padding=(0, 1, 0, 0))
    for column in shown.columns:
        grid.add_column(Text(column), overflow="fold")
    for row in shown.rows:
        grid.add_row(*(Text(_short(value)) for value in row))
    lines = _printed(grid, width)
    # The blank between two columns belongs to the left one, and would be ruled with it.
    return [lines[0], re.sub(r"- (?=-)", "  ", lines[1]), *lines[2:]]


def _records(shown: Rows, width: int) -> list[str]:
    """A line for each value, where columns would be too narrow to read."""
    lines: list[str] = []
    for number, row in enumerate(shown.rows, 1):
        grid = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
        grid.add_column(no_wrap=True)
        grid.add_column(overflow="fold")
        for name, value in zip(shown.columns, row, strict=True):
            grid.add_row(Text(name), Text(_short(value)))
        lines += [f"-- {number} --", *_printed(grid, width)]
    return lines


def _too_wide(shown: Rows, width: int) -> bool:
    longest = [max([len(name), *(len(_short(row[index])) for row in shown.rows)]) for index, name in enumerate(shown.columns)]
    return len(longest) > 1 and sum(longest) > _CROWDED * width and max(longest) > width // 2


def _printed(grid: Table, width: int) -> list[str]:
    out = io.StringIO()
    Console(file=out, width=width, color_system=None, force_terminal=False, legacy_windows=False).print(grid)
    return [line.rstrip() for line in out.getvalue().splitlines()]


def markdown(answer: Rows) -> str:
    """The rows as a table in Markdown, IRIs as links."""
    lines = [answer.columns, tuple("---" for _ in answer.columns), *(map(_cell, row) for row in answer.rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _readable(answer: Rows) -> Rows:
    kept = [index for index, name in enumerate(answer.columns) if f"{name}Label" not in answer.columns]
    return Rows(tuple(answer.columns[index] for index in kept),
                tuple(tuple(row[index] for index in kept) for row in answer.rows))  # fmt: skip


def _cell(value: Term) -> str:
    text = _short(value)
    for sign in "\\|*_`[]<>":
        text = text.replace(sign, f"\\{sign}")
    return f"[{text}](<{value.value}>)" if isinstance(value, NamedNode) else text


def _short(value: Term) -> str:
    """IRIs by their prefix, or by kind and key; text on one line and without signs that would steer a terminal."""
    text = plain(value)
    if isinstance(value, NamedNode):
        text = text.removeprefix(BASE)
        for prefix, start in PREFIXES.items():
            text = text.replace(start, f"{prefix}:", 1) if text.startswith(start) else text
    return "".join(sign if sign.isprintable() else " " for sign in text)
