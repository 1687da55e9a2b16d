"""What many articles cost, worked out from benchmarks/results.json: renews the tables in docs/scale.md.

    python benchmarks/scale.py
"""

from __future__ import annotations

import json
from pathlib import Path

RESULTS = Path(__file__).with_name("results.json")
PAGE = Path(__file__).resolve().parents[1] / "docs" / "scale.md"
MILLIONS = (1, 10, 1000)
BEGIN, END = "<!-- {} -->\n", "<!-- /{} -->\n"
_WIKI = "https://github.com/ad-freiburg/qlever/wiki/QLever-performance-evaluation-and-comparison-to-other-SPARQL-engines"
STORES = (
    ("QLever", 1e9 / 3600, 0, "1 hour a thousand million on a Ryzen 9 5900X: "
     "[quickstart](https://github.com/ad-freiburg/QLever/blob/master/docs/quickstart.md)"),
    ("Oxigraph", 390e6 / 640, 67e9 / 390e6, f"390 million in 640 s, 67 GB, on a Ryzen 9 7950X: [comparison of January 2025]({_WIKI})"),
    ("GraphDB", 390e6 / 1066, 28e9 / 390e6, f"390 million in 1,066 s, 28 GB, same machine: [same page]({_WIKI})"),
    ("Virtuoso", 1.33e9 / (79 * 60), 0, "1.33 thousand million in 79 minutes on two Xeon 5520 of 2009: "
     "[OpenLink](http://www.openlinksw.com/dataspace/dav/weblog/Comunity%20blog/1617)"),
    ("Amazon Neptune", 100e6 / 1169, 0, "100 million in 1,169 s on db.r5.4xlarge: "
     "[a user's measurement](https://zatoima.github.io/en/aws-neptune-bulkload-from-s3-gzip.html)"),
)  # fmt: skip
"""Statements a second, bytes a statement (0 if not told), and who says so. Seen in the stored pages on 22 November 2026."""


def costs(found: dict[str, float]) -> str:
    """A line for each cost of so many million articles, with the sum for the first."""
    articles = found["articles"]
    cpu, quads = found["cpu"] / articles, found["quads"] / articles
    per_line = found["nquads_of_middle"] / (quads * found["middle"])
    sizes = [("graph/, in shards (gzip)", found["disk_graph"]), ("articles/ (gzip)", found["disk_articles"]),
             ("store/, for updates", found["disk_store"])]  # fmt: skip
    rows = [
        _row("core-hours", f"1,000,000 x {1000 * cpu:.1f} ms / 3,600", [million * 1e6 * cpu / 3600 for million in MILLIONS]),
        _row("statements, millions", f"1,000,000 x {quads:.0f}", [million * quads for million in MILLIONS]),
        *(_row(f"{name}, GB", f"1,000,000 x {size / articles / 1000:.2f} kB", [million * size / articles / 1000 for million in MILLIONS])
          for name, size in sizes),
        _row("the same graph as plain N-Quads, GB", f"1,000,000 x {quads:.0f} x {per_line:.0f} bytes",
             [million * quads * per_line / 1000 for million in MILLIONS]),
    ]  # fmt: skip
    return "| | sum for 1 million | 1 million | 10 million | 1,000 million |\n|---|---|---:|---:|---:|\n" + "".join(rows)


def stores(found: dict[str, float]) -> str:
    """Hours that stores take for so many million articles, by the rates that are published for them."""
    quads = found["quads"] / found["articles"]
    rows = []
    for name, rate, size, source in STORES:
        hours = " | ".join(_figure(million * 1e6 * quads / rate / 3600) for million in MILLIONS)
        disk = f"{_figure(1e6 * quads * size / 1e9)} GB" if size else "not told"
        rows.append(f"| {name} | {rate / 1000:,.0f} | {hours} | {disk} | {source} |\n")
    head = "| store | thousand a second | hours: 1 million | 10 million | 1,000 million | index of 1 million | published |\n"
    return head + "|---|---:|---:|---:|---:|---:|---|\n" + "".join(rows)


def _row(what: str, how: str, values: list[float]) -> str:
    return f"| {what} | {how} | {' | '.join(map(_figure, values))} |\n"


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 20 else f"{value:.1f}"


def renewed(page: str, found: dict[str, float]) -> str:
    """The page with its tables made anew."""
    for name, text in (("costs", costs(found)), ("stores", stores(found))):
        begin, end = BEGIN.format(name), END.format(name)
        before, rest = page.split(begin)
        page = before + begin + text + end + rest.split(end)[1]
    return page


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8"), json.loads(RESULTS.read_text(encoding="utf-8"))), encoding="utf-8")
