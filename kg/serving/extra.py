"""The one check for starlette and uvicorn, which only serving needs."""

from __future__ import annotations

from importlib.util import find_spec

MISSING = "`kg serve` needs starlette and uvicorn, which are not installed; run: pip install 'bawaslu-kg[serve]'"


class MissingExtra(Exception):
    """The optional packages for serving are not installed."""


def require() -> None:
    """Raises MissingExtra, with the command that mends it, unless both are there."""
    if find_spec("starlette") is None or find_spec("uvicorn") is None:
        raise MissingExtra(MISSING)
