"""Makes the pictures in docs/ from seeds/, tests/gold/dev (renamed articles) and 2,000 generated nodes.

    python benchmarks/screenshots.py

Needs Pillow besides the test extra (`pip install pillow`). Look at each picture before committing it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from generated import made
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from kg import explain
from kg.outputs.network import page as network_page
from kg.pipeline import articles, build, read
from kg.records import Article, Reading

_ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(_ROOT / "tests"))

from server import serving  # noqa: E402


class Shot(NamedTuple):
    """A picture: which page, the state in its address, what is done first, the window, light or dark."""

    page: str
    hash: str = ""
    first: Callable[[Page], None] = lambda page: None
    size: tuple[int, int] = (1280, 800)
    dark: bool = False


def _sentence(page: Page) -> None:
    page.locator(".sentence").nth(2).click()
    page.locator(".m.kind-person").first.hover()


def _edge(page: Page) -> None:
    page.locator("ul.ties button").first.click()


def _filters(page: Page) -> None:
    page.click("#show-filters")
    page.click("#fit")


def _question(page: Page) -> None:
    page.wait_for_selector("html[data-ready]")
    page.select_option("#questions", "partners-by-kind")
    page.wait_for_selector(".tabPanel.active .yasr tbody td")


def _evidence(page: Page) -> None:
    page.locator("details").nth(3).locator("summary").click()


_EDGE = "#pick=e:bawaslu-16.02~kejari-16.02"
SHOTS = {
    "network": Shot("seeds", _EDGE),
    "gelap": Shot("seeds", _EDGE + "&mode=dark", dark=True),
    "ponsel": Shot("seeds", "", size=(390, 844)),
    "ponsel-garis": Shot("seeds", "", _edge, size=(390, 844)),
    "tabel": Shot("seeds", "#table=meetings"),
    "saringan": Shot("gold", "#sectors=JusticeBody", _filters),
    "berita": Shot("article", "", _sentence),
    "peta": Shot("gold", "#view=map"),
    "gold": Shot("gold", ""),
    "keterangan": Shot("gold", "#colour=community", lambda page: page.click("#legend summary")),
    "dua-ribu": Shot("generated", ""),
}


SERVED = {"penyunting": Shot("query", "", _question), "hal": Shot("page/org/bawaslu-33.25", "", _evidence)}


def main() -> None:
    """Writes every picture of SHOTS and of SERVED."""
    pages = _pages()
    with TemporaryDirectory() as folder, sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        for name, shot in SHOTS.items():
            file = Path(folder) / f"{shot.page}.html"
            file.write_bytes(pages[shot.page])
            width, height = shot.size
            tab = browser.new_page(viewport={"width": width, "height": height}, color_scheme="dark" if shot.dark else "light",
                                   locale="id-ID")
            tab.goto(file.as_uri() + shot.hash)
            tab.wait_for_selector(".sentence" if shot.page == "article" else "html[data-drawn]")
            shot.first(tab)
            tab.wait_for_timeout(400)
            _save(tab.screenshot(), _ROOT / "docs" / f"{name}.png")
            tab.close()
        _served(browser, Path(folder) / "built")
        browser.close()


def _served(browser: Browser, folder: Path) -> None:
    """Pictures of what `kg serve` shows over a build of the seeds."""
    build([str(_ROOT / "seeds")], folder)
    with serving(folder, "--workers", "1") as server:
        for name, shot in SERVED.items():
            width, height = shot.size
            tab = browser.new_page(viewport={"width": width, "height": height}, locale="id-ID")
            tab.goto(f"{server.url}/{shot.page}")
            shot.first(tab)
            tab.wait_for_timeout(400)
            _save(tab.screenshot(), _ROOT / "docs" / f"{name}.png")
            tab.close()


def _save(picture: bytes, path: Path) -> None:
    """With 256 colours: half the size. Other methods of choosing them lose the colours of small dots."""
    few = Image.open(BytesIO(picture)).convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


def _pages() -> dict[str, bytes]:
    seeds = [item for item in articles([str(_ROOT / "seeds")]) if isinstance(item, Article)]
    gold = sorted(str(path) for path in (_ROOT / "tests/gold/dev").glob("*.txt"))
    return {
        "seeds": network_page([read(article) for article in seeds]),
        "article": explain.as_html(explain.explain(next(one for one in seeds if one.id.startswith("001")))),
        "gold": network_page(_readings(gold)),
        "generated": network_page(made(2000, 6000)),
    }


def _readings(paths: list[str]) -> list[Reading]:
    return [read(item) for item in articles(paths) if isinstance(item, Article)]


if __name__ == "__main__":
    main()
