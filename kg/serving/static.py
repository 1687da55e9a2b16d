"""The scripts and styles that pages load, by name; nothing else can be asked for."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from kg.serving.replies import Reply

_MEDIA = {"js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8"}
_DARK = ':root[data-mode="dark"]'


@cache
def file(name: str) -> Reply | None:
    """A file as a reply, None if there is none of that name."""
    vendor, page = files("kg.outputs.vendor"), files("kg.serving.page")
    found = {
        "yasgui.min.js": lambda: (vendor / "yasgui.min.js").read_bytes(),
        "yasgui.min.css": lambda: (vendor / "yasgui.min.css").read_bytes(),
        "editor.js": lambda: (page / "editor.js").read_bytes(),
        "editor.css": lambda: _common() + (page / "editor.css").read_bytes(),
        "thing.css": lambda: _common() + (page / "thing.css").read_bytes(),
    }.get(name)
    return Reply(200, _MEDIA[name.rpartition(".")[2]], found()) if found else None


def _common() -> bytes:
    """The styles of the network page; here the system chooses between light and dark, without a script."""
    text = (files("kg.outputs.page") / "common.css").read_text(encoding="utf-8")
    lines = (f"@media (prefers-color-scheme: dark) {{ {one.replace(_DARK, ':root')} }}" if one.startswith(_DARK) else one
             for one in text.splitlines())  # fmt: skip
    return "\n".join(lines).encode() + b"\n"
