"""HTML pages: the main text and what the page says about itself."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from kg.articles.dates import parse_date

if TYPE_CHECKING:
    from trafilatura.settings import Document

# trafilatura complains to standard error on its own; what matters is said by a Problem.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())
logging.getLogger("htmldate").addHandler(logging.NullHandler())

# Dates come from the page's own statements, not checked against today, so that the same page gives the same bytes.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
_WHOLE = re.compile(r"<(?:html|body|head|!doctype)\b", re.IGNORECASE)
_FEWEST_WORDS = 12


def read_page(html: str, address: str = "") -> dict[str, Any] | None:
    """The page as a record with text, title, url, outlet, author, date; None if it has no main text.

    `address` is where it was fetched from, if known; else its own word for that is taken.
    """
    page = _extract(html if _WHOLE.search(html[:5000]) else f"<html><body>{html}</body></html>")
    if page is None or len((page.text or "").split()) < _FEWEST_WORDS:
        return None
    address = address or page.url or ""
    return {
        "text": page.text,
        "title": page.title or "",
        "url": address,
        "outlet": _outlet(page.sitename or "", address),
        "author": page.author or "",
        "date": parse_date(page.date or ""),
    }


def _extract(html: str) -> Document | None:
    # It takes longer to import than a text takes to be read: only pages wait for it.
    import trafilatura
    from trafilatura.settings import Document

    try:
        page = trafilatura.bare_extraction(
            html, with_metadata=True, include_comments=False, date_extraction_params=dict(_DATES)
        )
    # A page can break the parsers below in ways they do not document; the other articles must go on.
    except Exception:
        return None
    return page if isinstance(page, Document) else None


def _outlet(sitename: str, url: str) -> str:
    return sitename or (urlsplit(url).hostname or "").removeprefix("www.")
