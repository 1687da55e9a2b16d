"""Data inside a page: JSON that no text can break out of, deflated where it is large."""

from __future__ import annotations

import base64
import json
import zlib

from markupsafe import Markup

_LARGE = 250_000
_UNSAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def packed(data: object) -> Markup:
    """A script element with the data: JSON as it is, or as the JSON string of its deflated bytes in base64."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    if len(text) < _LARGE:
        return _element(text.translate(_UNSAFE), "")
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    squeezed = squeezer.compress(text.encode()) + squeezer.flush()
    return _element(json.dumps(base64.b64encode(squeezed).decode()), ' data-packed="deflate-raw"')


def _element(text: str, attribute: str) -> Markup:
    return Markup('<script type="application/json" id="data"{}>{}</script>').format(Markup(attribute), Markup(text))
