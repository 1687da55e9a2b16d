"""What the pages take from others, each with its licence and version; `python -m kg.outputs.vendor.update` renews it."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

_HERE = files("kg.outputs.vendor")


def script(name: str) -> str:
    """A vendored script as text that may stand inside a script element."""
    return (_HERE / name).read_text(encoding="utf-8").replace("</script", "<\\/script")


def outline() -> list[list[list[float]]]:
    """The coasts of Indonesia: rings of [longitude, latitude]."""
    rings: list[list[list[float]]] = json.loads((_HERE / "indonesia.json").read_text(encoding="utf-8"))
    return rings


def versions() -> dict[str, Any]:
    """Version and licence of each vendored package, by its name in the npm registry."""
    found: dict[str, Any] = json.loads((_HERE / "versions.json").read_text(encoding="utf-8"))
    return found
