"""A sequence in parts of a size, which Python itself has from 3.12 on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def parts(items: Sequence[T], most: int) -> Iterator[Sequence[T]]:
    """Slices of at most `most` items, in order."""
    return (items[start : start + most] for start in range(0, len(items), most))
