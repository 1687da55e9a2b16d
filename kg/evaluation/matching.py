"""One-to-one matching of what was found with what should have been."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

Parts = tuple[list[Any], list[Any], list[Any]]
Same = Callable[[Any, Any], bool]


def match(gold: Iterable[Any], found: Iterable[Any], neutral: Iterable[Any], same: Same) -> Parts:
    """Right (as pairs), wrong and missed. What is neutral, or names again what is right, is neither right nor wrong."""
    wanted, passing = list(gold), list(neutral)
    left = list(wanted)
    right: list[Any] = []
    wrong: list[Any] = []
    for item in found:
        hit = next((one for one in left if same(one, item)), None)
        if hit is not None:
            left.remove(hit)
            right.append((hit, item))
        elif not any(same(one, item) for one in (*wanted, *passing)):
            wrong.append(item)
    return right, wrong, left


def listed(value: Any) -> list[Any]:
    """A value that may be one or several, as a list."""
    return value if isinstance(value, list) else [value]
