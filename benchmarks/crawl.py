"""What the gate before crawled pages costs and spares: python benchmarks/crawl.py [--pages N]

The crawl is made up: one page in ten an annotated article, the others invented text in Indonesian, English and Malay,
each in 60 kB of menus, styles and scripts. All times are of one process.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from swaps.annotated import load  # noqa: E402
from test_crawls import COOKING, ENGLISH, MALAY, page, record  # noqa: E402

from kg.articles import Raw, find_sources, make, raws  # noqa: E402
from kg.pipeline import read  # noqa: E402
from kg.records import Article  # noqa: E402

_FRAME = (b"<style>.menu{display:flex;color:#333}</style><script>window.data={a:[1,2,3],b:'x'};</script>"
          b"<ul class='menu'><li><a href='/ekonomi'>Ekonomi</a></li><li><a href='/bola'>Bola</a></li></ul>")  # fmt: skip


def main() -> None:
    """One line for each step."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=2_000)
    pages = parser.parse_args().pages
    with tempfile.TemporaryDirectory() as name:
        crawl = Path(name) / "crawl.warc.gz"
        crawl.write_bytes(b"".join(_crawl(pages)))
        kept: list[Raw] = []
        told = _timed("gate: unpacked, looked at", pages, lambda: kept.extend(one for one in raws(*find_sources([str(crawl)]))
                                                                               if isinstance(one, Raw)))
        print(f"kept {len(kept):,} of {pages:,}")
        articles = [make(one) for one in kept]
        _timed("text taken out of a kept page", len(kept), lambda: [make(one) for one in kept])
        _timed("the article read", len(kept), lambda: [read(one) for one in articles if isinstance(one, Article)])
        whole = len(kept) and told
        assert whole, "nothing was kept"


def _timed(what: str, count: int, do: Callable[[], object]) -> float:
    started = time.process_time()
    do()
    spent = time.process_time() - started
    print(f"{what}: {1000 * spent / count:.2f} ms each, {count / spent:,.0f} a second")
    return spent


def _crawl(pages: int) -> Iterator[bytes]:
    rng = Random(3)
    gold = [one.text.split("\n") for one in load(ROOT / "tests" / "gold" / "dev")]
    for number in range(pages):
        kind = number % 10
        lines = rng.choice(gold) if not kind else rng.sample(8 * (COOKING if kind < 4 else MALAY if kind == 4 else ENGLISH), 12)
        plain = page(lines, f"Judul {number}")
        yield record(f"https://a.example/{number}", plain.replace(b"<nav>", _FRAME * 250 + b"<nav>"))


if __name__ == "__main__":
    main()
