"""Which of the formats on offer a client likes best, by its Accept header (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence


def best(accept: str, offered: Sequence[str]) -> str | None:
    """The media type on offer that the header ranks highest, the first one of equals; None if it accepts none.

    An empty header accepts everything. Ranges with a bad weight count as not given.
    """
    ranges = [one for one in map(_range, accept.split(",")) if one] or [("*", "*", 1.0)]
    weights = [(_weight(media, ranges), -place, media) for place, media in enumerate(offered)]
    weight, _, media = max(weights)
    return media if weight > 0 else None


def _range(text: str) -> tuple[str, str, float] | None:
    media, *parameters = (part.strip().lower() for part in text.split(";"))
    kind, slash, sub = media.partition("/")
    if not slash or not kind or not sub:
        return None
    given = next((one.removeprefix("q=") for one in parameters if one.startswith("q=")), "1")
    try:
        weight = float(given)
    except ValueError:
        return None
    return (kind, sub, weight) if 0 <= weight <= 1 else None


def _weight(media: str, ranges: Sequence[tuple[str, str, float]]) -> float:
    """The weight of the most specific range that fits."""
    kind, _, sub = media.partition("/")
    fitting = [(a != "*", b != "*", q) for a, b, q in ranges if a in (kind, "*") and b in (sub, "*")]
    return max(fitting)[2] if fitting else 0.0
