"""Metamorphic swaps: an annotated article in, the same article with other people, areas, dates or lists out.

Each swap changes the annotation in just the way it changes the text, or raises `CannotSwap`.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from swaps import areas, dates, lists, people
from swaps.annotated import Annotated, CannotSwap

KINDS: dict[str, Callable[[Annotated, Random], Annotated]] = {
    "people": people.swap,
    "area": areas.swap,
    "dates": dates.swap,
    "lists": lists.swap,
}

__all__ = ["KINDS", "Annotated", "CannotSwap"]
