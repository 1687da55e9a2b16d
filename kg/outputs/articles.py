"""articles.jsonl: the cleaned texts that all offsets point into, with what stands about them in their files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from kg.records import Article


def jsonl(articles: Iterable[Article]) -> Iterator[bytes]:
    """One JSON object a line, sorted by key. Where the file lay is left out, so that bytes do not hang on it."""
    for article in sorted(articles, key=lambda article: article.key):
        yield json.dumps(_record(article), ensure_ascii=False).encode() + b"\n"


def _record(article: Article) -> dict[str, object]:
    return {
        "id": article.id,
        "key": article.key,
        "title": article.title,
        "url": article.url,
        "outlet": article.outlet,
        "author": article.author,
        "date": article.published.isoformat() if article.published else None,
        "self_reported": article.self_reported,
        "mended": list(article.mended),
        "text": article.text,
        "blocks": [
            {"start": b.span.start, "end": b.span.end, "kind": b.kind, "rule": b.rule} for b in article.blocks
        ],
    }
