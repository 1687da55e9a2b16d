"""Reads Indonesian news about the supervision of elections into an evidence-backed knowledge graph.

`kg.open("output")` is what was built as an rdflib dataset, `kg.ask("output", "partners", of="Bawaslu Gresik")` the answer
to a named question or to SPARQL, `kg.network("output")` who is in contact with whom as a networkx graph.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.asking.opening import ask, network, open

__all__ = ["__version__", "ask", "network", "open"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """The functions for Python users, imported when they are first used: the commands start faster without them."""
    if name in ("ask", "network", "open"):
        return getattr(import_module("kg.asking.opening"), name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
