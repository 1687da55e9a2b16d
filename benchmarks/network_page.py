"""Seconds to the first drawing of the network page beside default pyvis, on the same generated graphs; filters; size.

    python benchmarks/network_page.py [--sizes 500 2000 10000] [--pyvis 500 2000] [--limit 300] [-o FILE]

Both pages are opened from a file in headless Chromium with the network cut. The time runs from the start of navigation
to the first drawing of nodes: for our page what it notes itself, for pyvis the first "afterDrawing" of vis-network that
is not hidden under the loading bar, which its default options end with "stabilizationIterationsDone". pyvis gets nodes
with labels and titles and edges with titles, all else by default, `cdn_resources="in_line"`.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from generated import made
from playwright.sync_api import Browser, sync_playwright
from pyvis.network import Network

from kg.outputs.network import network, page
from kg.records import Reading

_MEETINGS = {500: 1500, 2000: 6000, 10000: 40000}
_MADE = "network = new vis.Network(container, data, options);"
_WATCH = """
  let ready = false;
  network.once('stabilizationIterationsDone', () => { ready = true; });
  network.on('afterDrawing', () => { if (ready && !window.firstDrawing) window.firstDrawing = performance.now(); });
"""
_FILTERS = {"theme": "theme=netralitas", "meetings": "meetings=2", "sector": "sectors=ElectionBody", "all again": "",
            "province": "province=11", "coordination": "coordination=1", "no groups": "groups=0", "focus": "ego=kpu-11.01&steps=2"}
_TIMED = """hash => new Promise((done) => { const start = performance.now();
  addEventListener('hashchange', () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))), { once: true });
  location.hash = hash; })"""
_SEARCH = """word => new Promise((done) => { const box = document.getElementById('search'); const start = performance.now();
  box.value = word; box.dispatchEvent(new Event('input'));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))); })"""


def main() -> None:
    """Measures and prints one JSON object a line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sizes", nargs="*", type=int, default=[500, 2000, 10000])
    parser.add_argument("--pyvis", nargs="*", type=int, default=[500, 2000])
    parser.add_argument("--limit", type=int, default=300, help="seconds after which pyvis is given up")
    parser.add_argument("-o", "--output", type=Path)
    asked = parser.parse_args()
    lines = []
    with TemporaryDirectory() as folder, sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        for line in _measure(browser, Path(folder), asked):
            lines.append(json.dumps(line))
            print(lines[-1], flush=True)
        browser.close()
    if asked.output:
        asked.output.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _measure(browser: Browser, folder: Path, asked: argparse.Namespace) -> Iterator[dict[str, Any]]:
    for size in asked.sizes:
        readings = made(size, _MEETINGS.get(size, 3 * size))
        start = time.perf_counter()
        content = page(readings)
        built = time.perf_counter() - start
        (folder / "ours.html").write_bytes(content)
        yield {"page": "kg", "nodes": size, "meetings": sum(len(one.contacts) for one in readings), "MB": round(len(content) / 1e6, 2),
               "build_s": round(built, 1), **_ours(browser, folder / "ours.html")}
        if size in asked.pyvis:
            (folder / "default.html").write_text(_default(readings), encoding="utf-8")
            yield {"page": "pyvis default", "nodes": size, **_theirs(browser, folder / "default.html", asked.limit)}


def _ours(browser: Browser, file: Path) -> dict[str, Any]:
    first, filters, search = [], {}, []
    for number in range(3):
        context = browser.new_context(offline=True, viewport={"width": 1400, "height": 900})
        tab = context.new_page()
        tab.goto(file.as_uri(), wait_until="commit")
        tab.wait_for_selector("html[data-drawn]", timeout=60_000)
        first.append(int(tab.evaluate("document.documentElement.dataset.drawn")) / 1000)
        if number == 2:
            filters = {name: round(tab.evaluate(_TIMED, hash_) / 1000, 3) for name, hash_ in _FILTERS.items()}
            search = [tab.evaluate(_SEARCH, word) / 1000 for word in ("kejari", "kpu aceh", "bawaslu medan", "dishub")]
        context.close()
    return {"first_drawing_s": round(median(first), 2), "first_drawings_s": [round(one, 2) for one in first],
            "filters_s": filters, "slowest_filter_s": max(filters.values()), "first_search_s": round(search[0], 3),
            "search_s": round(median(search[1:]), 3)}


def _theirs(browser: Browser, file: Path, limit: int) -> dict[str, Any]:
    context = browser.new_context(offline=True, viewport={"width": 1400, "height": 900})
    tab = context.new_page()
    tab.goto(file.as_uri(), wait_until="commit")
    try:
        tab.wait_for_function("window.firstDrawing", timeout=limit * 1000, polling=250)
        found = round(tab.evaluate("window.firstDrawing") / 1000, 1)
    except Exception:
        found = None
    context.close()
    return {"first_drawing_s": found} if found else {"first_drawing_s": None, "given_up_after_s": limit}


def _default(readings: list[Reading]) -> str:
    graph = network(readings)
    net = Network(cdn_resources="in_line")
    for key, node in sorted(graph.nodes(data=True)):
        net.add_node(key, label=node["label"], title=node["label"])
    for one, other, edge in graph.edges(data=True):
        net.add_edge(one, other, title=str(edge["events"]))
    html: str = net.generate_html(notebook=False)
    assert _MADE in html
    return html.replace(_MADE, _MADE + _WATCH)


if __name__ == "__main__":
    sys.exit(main())
