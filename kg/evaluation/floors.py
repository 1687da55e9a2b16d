"""Floors: the F1 of each set and kind that no run may fall below, and that only rise by themselves."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

MARGIN = 0.02
Floors = dict[str, dict[str, float]]
_HEAD = """\
# What no run may fall below: F1 by gold set and kind. `kg eval SET --floors FILE --write-floors` raises them to 0.02
# below what is measured; lowering one needs --allow-lower, which prints it. [gaps]: see tests/test_swaps.py.
"""


@dataclass(frozen=True, slots=True)
class Change:
    """A floor that was set anew: for which set and kind, from what (None if it is new), to what."""

    group: str
    kind: str
    before: float | None
    after: float

    def __str__(self) -> str:
        before = "none" if self.before is None else f"{self.before:.3f}"
        return f"{self.group} {self.kind}: {before} -> {self.after:.3f}"

    @property
    def lowers(self) -> bool:
        """Whether the new floor is the lower one."""
        return self.before is not None and self.after < self.before


def read(path: Path) -> Floors:
    """The floors in a TOML file, by set and kind; none if there is no file."""
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def broken(floors: Floors, group: str, f1: Mapping[str, float]) -> list[str]:
    """The kinds of a set that fall below their floors, each told in a line."""
    below = floors.get(group, {})
    return [f"{group} {kind}: {f1[kind]:.3f} is below {floor:.3f}" for kind, floor in below.items() if f1[kind] < floor]


def changed(floors: Floors, group: str, f1: Mapping[str, float], lower: bool = False) -> list[Change]:
    """How the floors of a set would change: up to MARGIN below what was measured, and down only if `lower` says so."""
    before = floors.get(group, {})
    wanted = {kind: max(0.0, math.floor(round((value - MARGIN) * 1000, 6)) / 1000) for kind, value in f1.items()}
    changes = [Change(group, kind, before.get(kind), value) for kind, value in wanted.items()]
    return [one for one in changes if one.before is None or one.after > one.before or (one.lowers and lower)]


def applied(floors: Floors, changes: list[Change]) -> Floors:
    """The floors after these changes."""
    after = {group: dict(kinds) for group, kinds in floors.items()}
    for one in changes:
        after.setdefault(one.group, {})[one.kind] = one.after
    return after


def write(path: Path, floors: Floors) -> None:
    """Writes floors as TOML, sets in order of name."""
    tables = [f"[{group}]\n" + "".join(f'"{kind}" = {value:.3f}\n' for kind, value in floors[group].items())
              for group in sorted(floors)]
    path.write_text("\n".join([_HEAD, *tables]), encoding="utf-8")
