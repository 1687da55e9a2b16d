"""Words as one types them: without case, accents and signs between them."""

from __future__ import annotations

import re
import unicodedata

_BETWEEN = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """ "Kab. Batang" and "KAB BATANG" are the same when folded."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return _BETWEEN.sub(" ", bare.casefold()).strip()
