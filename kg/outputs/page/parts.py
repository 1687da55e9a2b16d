"""Scripts and styles as text for a template, and the hashes by which the page's policy knows them."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files

from markupsafe import Markup

from kg.outputs.vendor import script

_PAGE = files("kg.outputs.page")
MODULES = ("words", "data", "reports", "state", "selection", "drawing", "labels", "parts", "panel", "details", "search",
           "controls", "histogram", "table", "exports", "about", "main")
"""The modules of the network page's script, in the order in which they are joined."""


def network() -> dict[str, object]:
    """What the network page's template needs."""
    inner = "\n".join(_read(f"{name}.js") for name in MODULES)
    return _hashed(vis=script("vis-network.min.js"), inflate=script("fflate.min.js"),
                   script=f'(() => {{\n"use strict";\n{inner}\n}})();\n', style=_read("common.css") + _read("network.css"))


def article() -> dict[str, object]:
    """What the article page's template needs."""
    return _hashed(inflate=script("fflate.min.js"), script=f'(() => {{\n"use strict";\n{_read("article.js")}}})();\n',
                   style=_read("common.css") + _read("article.css"))


def _read(name: str) -> str:
    return (_PAGE / name).read_text(encoding="utf-8")


def _hashed(**texts: str) -> dict[str, object]:
    found: dict[str, object] = {name: Markup(text) for name, text in texts.items()}
    return found | {f"{name}_hash": _hash(text) for name, text in texts.items()}


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
