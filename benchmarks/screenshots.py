"""Makes the pictures in docs/ from seeds/, tests/gold/dev (renamed articles) and 2,000 generated nodes.

    python benchmarks/screenshots.py

Needs Pillow besides the test extra (`pip install pillow`). Look at each picture before committing it.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from generated import made
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from kg import explain
from kg.outputs.network import page as network_page
from kg.pipeline import articles, read
from kg.records import Article, Reading

_ROOT = Path(__file__).parent.parent


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


def main() -> None:
    """Writes every picture of SHOTS."""
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
        browser.close()


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
