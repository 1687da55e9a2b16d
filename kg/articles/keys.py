"""Identifiers of articles and the slugs that their IRIs end in."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from kg.articles.problems import Problem


def slug(identifier: str) -> str:
    """The identifier folded to lower-case ASCII letters, digits and single hyphens; never empty."""
    folded = unicodedata.normalize("NFKD", identifier).encode("ascii", "ignore").decode("ascii").lower()
    # An identifier in another script folds to nothing, and an IRI must end in something of its own.
    return re.sub(r"[^a-z0-9]+", "-", folded).strip("-") or _digest(identifier)


def _digest(identifier: str) -> str:
    return hashlib.sha256(identifier.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def keys_clash(seen: dict[str, str], key: str, source: str) -> Problem | None:
    """Notes an article's key in `seen` (key to source); a problem that names both sources if the key is taken."""
    first = seen.setdefault(key, source)
    if first == source:
        return None
    message = f"has the same identifier ({key}) as {first}"
    return Problem(source, None, message, "rename one of them or give it another id", lost=True)
