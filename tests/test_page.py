"""network.html in a real browser with the network cut: what it shows, what it asks for (nothing), what it lets through."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from generated import made
from playwright.sync_api import Browser, Page
from sample import first, second

from kg import explain
from kg.articles import make_article
from kg.cli import main
from kg.outputs.network import page as written
from kg.outputs.view_part import Part
from kg.pipeline import articles, read
from kg.records import Article, Reading

SEEDS = Path(__file__).parent.parent / "seeds"
LONG = "Badan " + "sangat panjang namanya " * 13
HOSTILE = ('<img src=x onerror="window.hacked=1">', "</script><script>window.hacked=1</script>", "javascript:window.hacked=1",
           '<a href="javascript:window.hacked=1">href</a>', "\u202egnalab ulsawaB\u202c \u200f", LONG, "{{7*7}} ${7*7} &lt;b&gt;")


Open = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a page from a file with the network cut; at the end it must have made no request and written no error."""
    complaints: list[str] = []
    contexts = []

    def open_(content: bytes, hash_: str = "", ready: str = "html[data-drawn]", **options: Any) -> Page:
        file = tmp_path / "network.html"
        file.write_bytes(content)
        context = browser.new_context(**{"viewport": {"width": 1400, "height": 900}, "offline": True, "locale": "id-ID", **options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: complaints.append(request.url) if not request.url.startswith(("file:", "blob:")) else None)
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.goto(file.as_uri() + hash_)
        page.wait_for_selector(ready)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not complaints


@pytest.fixture(scope="session")
def seeds() -> bytes:
    return written([read(item) for item in articles([str(SEEDS)]) if isinstance(item, Article)])


@pytest.fixture(scope="session")
def many() -> bytes:
    return written(made(120, 400))


def shown(page: Page) -> list[int]:
    """Bodies, pairs and events that the page says it shows."""
    return [int("".join(sign for sign in part if sign.isdigit())) for part in page.inner_text("#shown").split(",")]


def place(page: Page, key: str) -> tuple[float, float]:
    """Where a body is drawn, in the window."""
    frame = page.locator("#network").bounding_box()
    spot = page.evaluate("key => document.getElementById('network').whereIs(key)", key)
    assert frame
    return frame["x"] + spot["x"], frame["y"] + spot["y"]


def click_line(page: Page, one: str, other: str) -> None:
    """Clicks the middle of the line between two bodies."""
    (x1, y1), (x2, y2) = place(page, one), place(page, other)
    page.mouse.click((x1 + x2) / 2, (y1 + y2) / 2)


def find(page: Page, text: str) -> None:
    """Types into the search and takes the first hit, by keys alone."""
    page.keyboard.press("/")
    page.keyboard.type(text)
    page.wait_for_selector("#hits li[aria-selected='true']")
    page.keyboard.press("Enter")


def exported(page: Page, kind: str) -> str:
    """What the page saves as a file of that kind."""
    page.click(".menu summary")
    with page.expect_download() as saving:
        page.click(f"[data-export={kind}]")
    return saving.value.path().read_bytes().decode(errors="replace")


def test_a_line_opens_every_meeting_with_its_sentence(opened: Open) -> None:
    page = opened(written([first(), second()]))
    click_line(page, "bawaslu-33.25", "kpu-33.25")
    cards = page.locator("#panel article")
    assert cards.count() == 2
    text = cards.nth(0).inner_text()
    for told in ("rapat koordinasi", "25 Juni 2024", "Hotel Dewi Ratih", "Kabupaten Batang", "Rakor Stakeholder Pilkada", "Radar",
                 "terbit 26 Juni 2024", "sample rule", "1.00", "weekday does not fit", "Sinergi"):
        assert told in text
    marks = cards.nth(0).locator("mark.about").all_inner_texts()
    assert "Bawaslu Batang" in marks and "KPU Kabupaten Batang" in marks
    link = cards.nth(0).locator("a")
    assert link.get_attribute("href") == "https://example.org/1" and "noopener" in (link.get_attribute("rel") or "")
    assert "Disebut bekerja sama" in cards.nth(1).inner_text()


def test_a_dot_opens_officials_partners_and_articles(opened: Open) -> None:
    page = opened(written([first(), second()]))
    page.mouse.click(*place(page, "bawaslu-33.25"))
    assert page.inner_text("#details h2") == "Bawaslu Kabupaten Batang"
    assert page.locator(".officials").inner_text().startswith("Mahbrur")
    page.click(".officials summary")
    assert "Ketua Bawaslu Batang, Mahbrur" in page.inner_text(".officials blockquote")
    assert page.locator("ul.ties li").count() == 2
    assert "Kabupaten Batang, Provinsi Jawa Tengah" in page.inner_text("#details")


def test_a_body_or_area_that_was_inferred_bears_a_mark(opened: Open, seeds: bytes) -> None:
    page = opened(seeds, "#pick=e:bawaslu-16.02~stakeholder-16.02")
    assert "disimpulkan dari konteks" in page.inner_text("#details .inferred")


def test_officials_stand_beside_their_bodies_on_demand(opened: Open) -> None:
    page = opened(written([first(), second()]), "#people=1")
    x, y = place(page, "bawaslu-33.25")
    found = any(_clicked_person(page, x + dx, y + dy) for dx in range(-60, 61, 6) for dy in range(-60, 1, 6))
    assert found


def _clicked_person(page: Page, x: float, y: float) -> bool:
    page.mouse.click(x, y)
    return page.evaluate("location.hash").find("pick=p") > 0


@pytest.mark.parametrize(("words", "name"), [
    ("kejari gresik", "Kejaksaan Negeri Gresik"), ("kejaksaan negeri gresik", "Kejaksaan Negeri Gresik"),
    ("kejaksaan gresik", "Kejaksaan Negeri Gresik"), ("bawaslu 50 kota", "Bawaslu Kabupaten Lima Puluh Kota"),
    ("bawaslu lima puluh kota", "Bawaslu Kabupaten Lima Puluh Kota"), ("panwaskab lima puluh", "Bawaslu Kabupaten Lima Puluh Kota"),
    ("bawaslu batang", "Bawaslu Kabupaten Batang"),
])
def test_search_knows_old_and_other_names(opened: Open, seeds: bytes, words: str, name: str) -> None:
    page = opened(seeds)
    find(page, words)
    assert page.inner_text("#details h2") == name


def test_search_by_keys_alone(opened: Open, seeds: bytes) -> None:
    page = opened(seeds)
    page.keyboard.press("/")
    page.keyboard.type("bawaslu")
    first_hit = page.inner_text("[aria-selected=true]")
    page.keyboard.press("ArrowDown")
    assert page.inner_text("[aria-selected=true]") != first_hit
    page.keyboard.press("ArrowUp")
    assert page.inner_text("[aria-selected=true]") == first_hit
    page.keyboard.press("Escape")
    assert page.locator("#hits").is_hidden() and page.input_value("#search") == ""
    find(page, "alek akbar")
    assert page.inner_text("#details h2") == "Alek Akbar"
    page.keyboard.press("Escape")
    page.locator("#panel").click()
    page.keyboard.press("Escape")
    assert page.inner_text("#details h2") == "Siapa bertemu siapa"


@pytest.mark.parametrize(("control", "value"), [
    ("theme", "netralitas"), ("type", "rakor"), ("province", "11"), ("basis", "spoke"), ("from", "2024-06-01"),
    ("to", "2024-06-01"), ("meetings", "2"), ("articles", "2"), ("sure", "0.9"),
])
def test_each_filter_leaves_less_and_reset_brings_all_back(opened: Open, many: bytes, control: str, value: str) -> None:
    page = opened(many)
    everything = shown(page)
    page.click("#show-filters")
    field = page.locator(f"#{control}")
    if field.evaluate("one => one.tagName") == "SELECT":
        field.select_option(value)
    else:
        field.fill(value)
        field.dispatch_event("change")
    assert shown(page)[1] < everything[1]
    page.click("#reset")
    assert shown(page) == everything and page.evaluate("location.hash") == ""


@pytest.mark.parametrize("switch", ["groups", "coordination", "isolated", "internal"])
def test_switches(opened: Open, seeds: bytes, switch: str) -> None:
    page = opened(seeds)
    before = shown(page)
    page.click("#show-filters")
    page.locator(f"#{switch}").click()
    assert shown(page) != before
    page.locator(f"#{switch}").click()
    assert shown(page) == before


def test_regencies_follow_the_province_and_sectors_filter_either_side(opened: Open, seeds: bytes) -> None:
    page = opened(seeds)
    page.click("#show-filters")
    page.select_option("#province", "35")
    page.select_option("#regency", "35.25")
    assert "Gresik" in page.inner_text("#details") and "Batang" not in page.inner_text("#details")
    page.click("#reset")
    page.check("[data-sector=JusticeBody]")
    assert page.locator("ul.ties li").count() == shown(page)[1] == 2


def test_dragging_over_the_months_chooses_dates(opened: Open, many: bytes) -> None:
    page = opened(many)
    everything = shown(page)
    page.click("#show-filters")
    box = page.locator("#histogram").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + 10, steps=4)
    page.mouse.up()
    assert page.input_value("#from") and page.input_value("#to") > page.input_value("#from")
    assert 0 < shown(page)[2] < everything[2]


def test_focus_with_one_and_two_steps(opened: Open, many: bytes) -> None:
    page = opened(many)
    everything = shown(page)[0]
    page.evaluate("location.hash = 'pick=n:kpu-11.09'")
    page.click("text=Fokus 1 langkah")
    one = shown(page)[0]
    page.click("text=Fokus 2 langkah")
    assert 1 < one < shown(page)[0] <= everything
    page.click("#ego-off")
    assert shown(page)[0] == everything


def test_tables_follow_the_filters_sort_and_open(opened: Open, many: bytes) -> None:
    page = opened(many)
    page.click("#show-table")
    for tab, place_ in (("Lembaga", 0), ("Pasangan", 1), ("Acara", 2)):
        page.click(f"#table-view button:text-is('{tab}')")
        assert f"({shown(page)[place_]})" in page.inner_text("caption")
    page.evaluate("location.hash = 'table=edges&theme=netralitas'")
    assert f"({shown(page)[1]})" in page.inner_text("caption")
    page.click("th button:has-text('Pihak pertama')")
    names = page.locator("tbody tr td:first-child").all_inner_texts()
    assert names == sorted(names, key=str.casefold) and page.locator("th[aria-sort=ascending]").count() == 1
    page.locator("tbody button").first.focus()
    page.keyboard.press("Enter")
    assert names[0] in page.inner_text("#details h2")


def test_language_and_its_hash(opened: Open, seeds: bytes) -> None:
    page = opened(seeds)
    assert page.evaluate("document.documentElement.lang") == "id" and page.inner_text("h1") == "Jejaring Bawaslu dalam berita"
    page.click("#language")
    assert page.evaluate("document.documentElement.lang") == "en" and page.inner_text("h1") == "Bawaslu's network in the news"
    assert page.inner_text("#details h2") == "Who meets whom" and "lang=en" in page.evaluate("location.hash")


def test_a_view_can_be_sent_on(opened: Open, many: bytes) -> None:
    page = opened(many)
    page.click("#show-filters")
    page.select_option("#theme", "netralitas")
    page.check("[data-sector=ElectionBody]")
    page.click("#show-table")
    page.click("#language")
    page.locator("ul.ties button").first.click()
    page.click("#show-map")
    hash_ = page.evaluate("location.hash")
    before = shown(page), page.inner_text("#details"), page.inner_text("caption")
    again = opened(many, hash_)
    assert (shown(again), again.inner_text("#details"), again.inner_text("caption")) == before
    assert again.evaluate("location.hash") == hash_


def test_nonsense_in_the_address_does_no_harm(opened: Open, seeds: bytes) -> None:
    page = opened(seeds, "#steps=x&view=%3Cimg%3E&pick=n:nobody&table=zz&sure=-&sectors=a b&ego=__proto__&lang=fr")
    assert page.evaluate("document.documentElement.lang") == "id"


def test_exports_hold_what_is_shown(opened: Open, many: bytes) -> None:
    page = opened(many, "#theme=netralitas")
    bodies, pairs, _ = shown(page)
    assert exported(page, "png").startswith("\ufffdPNG")
    graph = json.loads(exported(page, "json"))
    assert (len(graph["nodes"]), len(graph["edges"])) == (bodies, pairs)
    assert graph["edges"][0]["contacts"][0]["sentences"][0]
    assert len(exported(page, "csv").splitlines()) - 1 == sum(len(edge["contacts"]) for edge in graph["edges"])
    for kind, node in (("gexf", "{http://gexf.net/1.3}node"), ("graphml", "{http://graphml.graphdrawing.org/xmlns}node")):
        assert len(list(ET.fromstring(exported(page, kind)).iter(node))) == bodies
    assert len(list(ET.fromstring(exported(page, "svg")).iter("{http://www.w3.org/2000/svg}line"))) == pairs


def test_spreadsheets_get_no_formulas(opened: Open) -> None:
    reading = first()
    formula = replace(reading, article=replace(reading.article, title='=HYPERLINK("http://x")', outlet="@SUM(1)"))
    text = exported(opened(written([formula])), "csv")
    assert "\"'=HYPERLINK" in text and ",'@SUM(1)" in text


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_stay_inert(opened: Open, name: str) -> None:
    page = opened(written([_hostile(name)]), "#people=1")
    for hash_ in ("pick=n:kpu-33.25", "pick=e:bawaslu-33.25~kpu-33.25", "pick=m:0", "pick=p:mahbrur-bawaslu-33.25", "table=nodes",
                  "table=edges", "table=meetings", "colour=community", "view=map"):
        page.evaluate("hash => { location.hash = hash; }", hash_)
        page.wait_for_timeout(30)
    page.click("#show-about")
    page.click("#close-about")
    page.fill("#search", "batang")
    page.mouse.move(*place(page, "kpu-33.25"))
    for kind in ("svg", "csv", "json", "gexf", "graphml"):
        exported(page, kind)
    assert page.evaluate("window.hacked") is None
    assert page.locator("main img, main script, main a:not([href^='http'])").count() == 0
    assert page.evaluate("document.scripts.length") == 4


def _hostile(name: str) -> Reading:
    reading = first()
    return replace(reading, article=replace(reading.article, title=name, outlet=name, url=name if ":" in name else "https://x.id/"),
                   organizations=tuple(replace(one, name=name if one.key == "kpu-33.25" else one.name) for one in reading.organizations),
                   people=tuple(replace(one, name=name) for one in reading.people),
                   memberships=tuple(replace(one, title=name) for one in reading.memberships),
                   venues=tuple(replace(one, name=name) for one in reading.venues),
                   events=tuple(replace(one, name=name, date_note=name) for one in reading.events))


@pytest.mark.parametrize("state", [
    "", "#mode=dark", "#table=meetings&lang=en", "#table=edges&mode=dark", "#pick=e:bawaslu-16.02~kejari-16.02",
])
def test_axe_finds_no_serious_fault(opened: Open, seeds: bytes, state: str) -> None:
    page = opened(seeds, state, bypass_csp=True)
    if not state:
        page.click("#show-filters")
        page.click("#legend summary")
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")] == []


def test_narrow_screens_do_not_scroll_sideways(opened: Open, seeds: bytes) -> None:
    page = opened(seeds, "#pick=e:bawaslu-16.02~kejari-16.02", viewport={"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.click("#show-filters")
    page.click("#close-filters")


def test_dark_by_the_readers_wish(opened: Open, seeds: bytes) -> None:
    page = opened(seeds, color_scheme="dark")
    assert page.evaluate("document.documentElement.dataset.mode") == "dark"
    page.click("#mode")
    assert page.evaluate("document.documentElement.dataset.mode") == "light"


def test_old_browsers_inflate_without_their_own_means(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "network.html"
    file.write_bytes(written(made(300, 900)))
    page = browser.new_page()
    page.add_init_script("delete window.DecompressionStream")
    page.goto(file.as_uri())
    page.wait_for_function("document.documentElement.dataset.drawn !== undefined")
    assert page.locator("[data-packed]").count() == 1 and shown(page)[0] == 300
    page.close()


def test_large_networks_open_on_the_strongest_and_draw_what_is_sought(opened: Open) -> None:
    content = written(made(2300, 6900))
    page = opened(content)
    assert page.locator("#limited").is_visible() and "300" in page.inner_text("#limited-text")
    assert page.evaluate("document.getElementById('network').whereIs('opd-12.07')") is None
    find(page, "perangkat daerah deli serdang")
    assert page.evaluate("document.getElementById('network').whereIs('opd-12.07')") is not None
    page.click("#draw-more")
    assert "601" in page.inner_text("#limited-text")


def test_themes_open_on_the_sentences_behind_them(opened: Open, seeds: bytes) -> None:
    page = opened(seeds, "#pick=n:kejari-35.25")
    page.click("summary:has-text('Sinergi')")
    assert "bersama" in page.locator("details[open] blockquote").first.inner_text()


def test_a_part_says_that_it_is_one(opened: Open) -> None:
    page = opened(written([first(), second()], Part(province="33", people=True)))
    assert "sebagian" in page.inner_text("#part-note")
    page.click("#show-filters")
    assert page.locator("#people").is_checked()


def test_what_the_page_rests_on(opened: Open, seeds: bytes) -> None:
    page = opened(seeds)
    assert "5 berita" in page.inner_text("#basis-line") and "bukan bukti" in page.inner_text("footer")
    page.click("#show-about")
    told = page.inner_text("#about-parts")
    for words in ("Jawa Tengah: 1", "Ada yang salah?", "Ketepatan pembacaan", "persekongkolan"):
        assert words in told


def view(*arguments: str) -> bytes:
    """What `kg view` writes to standard output."""
    found = CliRunner().invoke(main, ["view", "-o", "-", *arguments])
    assert found.exit_code == 0, found.output
    return found.stdout_bytes


def test_kg_view_of_everything_is_the_page_of_the_build(built: Path) -> None:
    assert view("-d", str(built)) == (built / "network.html").read_bytes()


def test_kg_view_of_a_part(built: Path, opened: Open) -> None:
    page = opened(view("-d", str(built), "--province", "jateng", "--since", "2024-06", "--min-meetings", "1", "--people"))
    assert "Batang" in page.inner_text("#details") and "Gresik" not in page.inner_text("#details")
    assert "1 berita" in page.inner_text("#counts")


@pytest.mark.parametrize(("wrong", "code", "told"), [
    (["--province", "Jawa Teng"], 2, "no province is called"), (["--article", "zzz"], 1, "no article has the id"),
    (["--article", "000", "--people"], 2, "stands alone"), (["--since", "yesterday"], 2, "does not match"),
    (["-d", "nowhere"], 1, "kg build"),
])
def test_kg_view_tells_what_is_wrong(built: Path, wrong: list[str], code: int, told: str) -> None:
    found = CliRunner().invoke(main, ["view", "-o", "-", "-d", str(built), *wrong])
    assert found.exit_code == code and told in " ".join(found.output.split())


def test_a_page_of_one_article_shows_what_was_read_and_why(built: Path, opened: Open) -> None:
    page = opened(view("-d", str(built), "--article", "001"), ready=".sentence")
    page.locator(".sentence").nth(2).click()
    told = page.inner_text("#told")
    for words in ("Kalimat 3", "hadir: siapa = Dishub OKI", "attended_by", "bw:attendee", "Dinas Perhubungan"):
        assert words in told
    page.locator(".m.kind-person").first.hover()
    assert "aturan" in page.inner_text("#tip")
    marked = page.locator(".m.kind-org").count()
    page.locator("#kinds label", has_text="lembaga").locator("input").click()
    assert page.locator(".m.kind-org").count() == 0 < marked
    page.click("#language")
    assert "Statements in the graph" in page.inner_text("#told")
    serious = [one["id"] for one in _axe(opened, view("-d", str(built), "--article", "001"), ".sentence")]
    assert serious == []


def _axe(opened: Open, content: bytes, ready: str) -> list[Any]:
    found = Axe().run(opened(content, ready=ready, bypass_csp=True)).response["violations"]
    return [one for one in found if one["impact"] in ("serious", "critical")]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_articles_stay_inert(opened: Open, name: str) -> None:
    reading = first()
    text = f"{name}\nBawaslu Batang menggelar rapat koordinasi dengan KPU Batang {name}, Selasa (25/6/2024)."
    article = replace(reading.article, text=text, blocks=(), title=name, outlet=name, url=name if ":" in name else "https://x.id")
    page = opened(explain.as_html(explain.explain(article)), ready="#text p")
    for one in page.locator(".sentence").all():
        one.click()
    assert page.evaluate("window.hacked") is None and page.evaluate("document.scripts.length") == 3
    assert page.locator("main img, main a, header a:not([href^='http'])").count() == 0


class Clicks:
    """A newcomer's hand: counts clicks; choosing in a list, dragging and typing a word count as one each."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def click(self, target: str) -> None:
        self.count += 1
        self.page.locator(target).first.click()

    def choose(self, target: str, value: str) -> None:
        self.count += 1
        self.page.select_option(target, value)

    def search(self, text: str) -> None:
        self.count += 1
        find(self.page, text)


@pytest.fixture(scope="session")
def gold() -> bytes:
    folder = Path(__file__).parent / "gold" / "dev"
    return written([read(item) for item in articles([str(path) for path in sorted(folder.glob("*.txt"))]) if isinstance(item, Article)])


def test_question_who_met_bawaslu_gresik(opened: Open, seeds: bytes) -> None:
    hand = Clicks(opened(seeds))
    hand.search("bawaslu gresik")
    partners = hand.page.locator("ul.ties .name").all_inner_texts()
    assert {"Kejaksaan Negeri Gresik", "Polres Gresik", "Dinas Perhubungan Kabupaten Gresik"} <= set(partners) and hand.count == 1


def test_question_which_prosecutors_spoke_at_meetings(opened: Open, seeds: bytes) -> None:
    hand = Clicks(opened(seeds))
    hand.click("#show-filters")
    hand.click("[data-sector=JusticeBody]")
    hand.choose("#basis", "spoke")
    assert "Kejaksaan Negeri Ogan Komering Ilir" in hand.page.inner_text("ul.ties") and shown(hand.page) == [2, 1, 1]
    hand.click("ul.ties button")
    assert "Kasi Intel Kejari OKI Alek Akbar" in hand.page.inner_text("#panel article") and hand.count == 4


def test_question_what_happened_in_a_month_on_neutrality(opened: Open, gold: bytes) -> None:
    hand = Clicks(opened(gold))
    hand.click("#show-filters")
    hand.choose("#theme", "netralitas")
    box = hand.page.locator("#histogram").bounding_box()
    months = hand.page.locator("#histogram .bar title").all_text_contents()
    place_ = next(number for number, month in enumerate(months) if month.startswith("Sep 2024"))
    assert box
    hand.count += 1
    hand.page.mouse.click(box["x"] + box["width"] * (place_ + 0.5) / len(months), box["y"] + 20)
    hand.click("#show-table")
    days = hand.page.locator("tbody td.date").all_inner_texts()
    assert days and all(day.startswith("2024-09") or day < "2024-09" for day in days) and hand.count == 4


def test_question_since_when_and_by_which_sentence(opened: Open, seeds: bytes) -> None:
    hand = Clicks(opened(seeds))
    hand.count += 1
    click_line(hand.page, "bawaslu-33.25", "kpu-33.25")
    told = hand.page.inner_text("#panel article")
    assert "25 Juni 2024" in told and "Rakor ini dihadiri oleh" in told and hand.count == 1


def test_question_who_heads_bawaslu_and_where_it_says_so(opened: Open, seeds: bytes) -> None:
    hand = Clicks(opened(seeds))
    hand.search("bawaslu oki")
    hand.click(".officials summary")
    told = hand.page.inner_text(".officials")
    assert "Romi Maradona" in told and "Ketua Bawaslu OKI Romi Maradona" in told and hand.count == 2


def syndicated() -> list[Reading]:
    """Two meetings of one pair: one told by three outlets in the same words, one told once."""
    release = "Rakor di Batang\nBawaslu Kabupaten Batang menggelar rapat koordinasi dengan KPU Kabupaten Batang di Hotel Dewi " \
              "Ratih, Selasa (25/6/2024). Ketua Bawaslu Batang Mahbrur mengatakan KPU Batang dan Polres Batang siap bekerja sama " \
              "dalam Pemilihan Bupati dan Wakil Bupati Batang Tahun 2024."
    once = "Audiensi di Batang\nBawaslu Kabupaten Batang menerima audiensi KPU Kabupaten Batang di Kantor Bawaslu Batang, Kamis " \
           "(11/7/2024). Anggota KPU Batang Laras memaparkan data pemilih di 15 kecamatan se-Kabupaten Batang."
    told = {"a": ("Kabar Contoh", release), "b": ("Warta Uji", release), "c": ("Suara Rekaan", release), "d": ("Contoh Pos", once)}
    return [read(make_article(text, key, f"{key}.txt", {"outlet": outlet})) for key, (outlet, text) in told.items()]


def test_copies_of_a_press_release_count_once_until_the_reader_counts_all(opened: Open) -> None:
    page = opened(written(syndicated()))
    click_line(page, "bawaslu-33.25", "kpu-33.25")
    assert "4 berita, 2 laporan asal" in page.inner_text("#details")
    assert "2 acara" in page.locator("#details .meta").first.inner_text()
    card = page.locator("#panel article", has_text="Kabar Contoh").first.inner_text()
    assert "Laporan yang sama juga dimuat" in card and "Warta Uji" in card and "Suara Rekaan" in card
    page.click("#show-filters")
    assert page.locator("#copies").is_checked() and page.inner_text("#active") == ""
    page.locator("#articles").fill("3")
    page.locator("#articles").dispatch_event("change")
    assert shown(page)[1] == 0
    page.locator("#copies").click()
    assert shown(page)[1] > 0 and "copies=0" in page.evaluate("location.hash")
    assert "4 acara" in page.locator("#details .meta").first.inner_text()
    assert "4 berita, 2 laporan asal" in page.inner_text("#details")
    edge = next(one for one in json.loads(exported(page, "json"))["edges"] if "kpu" in one["source"] + one["target"])
    assert (edge["articles"], edge["reports"]) == (4, 2)
