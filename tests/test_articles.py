"""What a user sees of reading: which files, which lines, what is known about an article, what goes wrong."""

from __future__ import annotations

import io
import json
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles import Problem, Source, clean, dateline, find_sources, keys_clash, make_article, read, slug
from kg.articles.blocks import blocks_of
from kg.articles.dates import parse_date
from kg.records import Article

SEEDS = Path(__file__).parent.parent / "seeds"
BODY = "Bawaslu Kota Lama menggelar rapat koordinasi bersama para camat di Aula Kantor Wali Kota, Senin (2/9/2024)."
MORE = (
    "Ketua Bawaslu Kota Lama, Ani Budiman, mengatakan pengawasan dimulai dari tingkat kelurahan sejak awal bulan ini."
)


def articles(*paths: str | Path) -> list[Article]:
    """The articles at the paths; a problem fails the test."""
    found = [each for source in find_sources([str(path) for path in paths]) for each in read(source)]
    assert not [each for each in found if isinstance(each, Problem)]
    return [each for each in found if isinstance(each, Article)]


def everything(*paths: str | Path) -> list[Article | Problem]:
    return [each for source in find_sources([str(path) for path in paths]) for each in read(source)]


def only_problem(*paths: str | Path) -> Problem:
    (found,) = everything(*paths)
    assert isinstance(found, Problem)
    assert "\n" not in str(found)
    return found


def of(text: str) -> Article:
    return make_article(text, "a", "a.txt")


def lines(article: Article, *kinds: str) -> list[str]:
    return [article.text[b.span.start : b.span.end] for b in article.blocks if b.kind in kinds]


def kinds(text: str) -> list[tuple[str, str]]:
    article = of(text)
    return [(article.text[b.span.start : b.span.end], b.kind) for b in article.blocks]


# ---- the seeds


@pytest.fixture(scope="module")
def seeds() -> list[Article]:
    return articles(SEEDS)


def test_seeds_have_their_titles(seeds: list[Article]) -> None:
    assert [seed.title.split(",")[0] for seed in seeds] == [
        "Rakor Stakeholder Pilkada 2024",
        "Bawaslu OKI Selenggarakan Rakor Bersama Stakeholder",
        "Bawaslu Limapuluh Kota Adakan Rakor Bersama Stakeholder",
        "Bersinergi Kawal Pilkada Tahun 2024",
        "Jelang Pilkada 2024",
    ]
    assert all(lines(seed, "title") == [seed.title] for seed in seeds)


def test_seeds_have_their_outlets_and_authors(seeds: list[Article]) -> None:
    assert [seed.outlet for seed in seeds] == ["", "BERITAANDA", "Sumbarheadline", "", "SahabatBawaslu"]
    assert [seed.author for seed in seeds] == ["NOVIA ROCHMAWATI", "Iwan", "", "", ""]
    assert [seed.self_reported for seed in seeds] == [False, False, False, False, True]


def test_seeds_have_their_furniture_told(seeds: list[Article]) -> None:
    assert [lines(seed, "chrome", "related") for seed in seeds] == [
        ["Tag", "Share"],
        ["29", "Bagaimana Menurut Anda"],
        [
            "Bacaan Lainnya",
            "Pos terkait",
            "Tinggalkan Balasan",
            "Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *",
        ],
        ["|"],
        ["|"],
    ]
    assert [lines(seed, "byline") for seed in seeds] == [["-NOVIA ROCHMAWATI-", "(nov)"], ["(Iwan)"], ["(*)"], [], []]


def test_seeds_have_their_captions(seeds: list[Article]) -> None:
    captions = [lines(seed, "caption") for seed in seeds]
    assert captions[0] == ["RAKOR - Bawaslu Batang saat menggelar Rakor dengan stake holder untuk Pilkada 2024."]
    assert captions[1] == ["ivisi Pencegahan, Partisipasi Masyarakat dan Humas (P2H), RA. Muhammad Oki Mabruri"]
    assert captions[2] == ["Rakor bawaslu 50 kota bersama stakeholder"] * 2
    assert captions[3] == []
    assert captions[4][0].startswith("Bawaslu NTB menggelar kegiatan")


def test_seed_004_has_its_quotes_mended(seeds: list[Article]) -> None:
    text = seeds[4].text
    assert "closing_quote_with_its_space" in seeds[4].mended
    assert "dengan baik,” ungkapnya." in text
    assert "†" not in text
    assert text.count("“") == text.count("”")


def test_seed_000_has_its_broken_sentence_joined(seeds: list[Article]) -> None:
    assert "penyusunan anggaran, penyusunan daftar inventaris" in seeds[0].text
    assert "broken_sentence" in seeds[0].mended


def test_straight_and_curly_quotes_stay_as_written(seeds: list[Article]) -> None:
    assert '"Kami harap tidak ada laporan' in seeds[3].text
    assert "“Terima kasih bagi bapak ibu" in seeds[3].text


def test_the_same_input_gives_the_same_articles(seeds: list[Article]) -> None:
    assert articles(SEEDS) == seeds


# ---- cleaning


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("â€œKami siap,â€\x9d ujar Ani", "“Kami siap,” ujar Ani"),
        ("“Kami siap,†ujarnya", "“Kami siap,” ujarnya"),
        ("‚Äúkami siap,‚Äù kata", "“kami siap,” kata"),
        ("tiap TPSÂ jangan", "tiap TPS jangan"),
        ("Bawaslu &amp; KPU", "Bawaslu & KPU"),
        ("conﬁdential", "confidential"),
        ("Ba\u200bwaslu\u00a0RI  hadir\t!", "Bawaslu RI hadir !"),
        (r"selesai.\nKetua", "selesai.\nKetua"),
        ("satu.\r\nDua.", "satu.\nDua."),
        ("ＡＢＣ “kutip” 'lurus' \"lurus\"", "ＡＢＣ “kutip” 'lurus' \"lurus\""),
        ("![]() |\nKetua", "|\nKetua"),
        ("## Rakor **Akbar**", "Rakor Akbar"),
        ("\ufeffBawaslu\0", "Bawaslu"),
    ],
)
def test_clean(raw: str, cleaned: str) -> None:
    assert clean(raw)[0] == cleaned


def test_clean_names_what_it_did_and_nothing_else() -> None:
    assert clean("Bawaslu menggelar rapat.") == ("Bawaslu menggelar rapat.", ())
    assert clean("a  b\u00a0c")[1] == ("wide_spaces", "runs_of_spaces")


def test_lines_that_break_in_mid_sentence_are_joined() -> None:
    broken = "Dalam uraian yang disampaikan kepada para peserta rapat\nmaterinya membahas tugas pengawas."
    assert clean(broken)[0] == broken.replace("\n", " ")
    assert clean(broken)[1] == ("broken_sentence",)


def test_a_hard_wrapped_text_is_joined_and_its_headline_kept_apart() -> None:
    words = (BODY + " " + MORE).replace(".", "") * 6
    wrapped = [words[at : at + 70].strip() for at in range(0, len(words), 70)]
    text, rules = clean("Panwaslu Ajak Pelajar Awasi Pemilu di Kota Lama Sejak Dini\n" + "\n".join(wrapped))
    assert text.count("\n") == 1
    assert "hard_wrapped_lines" in rules


@pytest.mark.parametrize(
    "text",
    [
        f"Bawaslu Kota Lama Gelar Rakor Bersama Para Camat\n{BODY}",
        f"Bawaslu Kota Lama Gelar Rakor Bersama Para Camat\noleh Ani Budiman\n\n{BODY}",
        "Unsur yang hadir pada rapat koordinasi itu adalah\n- camat\n- lurah",
        "“Kami siap mengawasi semua tahapan pemilihan,” ujarnya\n“Mari kita awasi bersama,” katanya",
        "Konsultasi\nHukum Pemilu",
    ],
)
def test_lines_that_are_whole_stay_apart(text: str) -> None:
    assert clean(text)[0] == text


def test_a_dateline_on_a_line_of_its_own_goes_with_its_paragraph() -> None:
    assert clean(f"Kota Lama (ANTARA) -\n\n{BODY}")[0] == f"Kota Lama (ANTARA) - {BODY}"


# ---- what a line is


def test_every_block_slices_its_words(seeds: list[Article]) -> None:
    for seed in seeds:
        ends = 0
        for block in seed.blocks:
            words = seed.text[block.span.start : block.span.end]
            assert words == words.strip() != ""
            assert not seed.text[ends : block.span.start].strip()
            assert block.kind in {"title", "caption", "byline", "related", "chrome", "body"}
            assert block.rule
            ends = block.span.end
        assert not seed.text[ends:].strip()


def test_a_link_inside_a_paragraph_is_cut_out() -> None:
    assert kinds(f"{BODY} Baca juga: KPU Kota Baru Gelar Pleno\n{MORE}") == [
        (BODY, "body"),
        ("Baca juga: KPU Kota Baru Gelar Pleno", "related"),
        (MORE, "body"),
    ]
    assert kinds(f"{BODY} (Baca juga: KPU Kota Baru Gelar Pleno) {MORE}") == [
        (BODY, "body"),
        ("(Baca juga: KPU Kota Baru Gelar Pleno)", "related"),
        (MORE, "body"),
    ]


def test_headlines_above_and_below_baca_juga_are_related() -> None:
    above = f"{BODY}\n- Wali Kota Baru Resmikan Pasar\n- Anak Muda Kuasai Panggung\nBaca Juga\n{MORE}"
    assert [kind for _, kind in kinds(above)] == ["body", "related", "related", "related", "body"]
    below = f"{BODY}\n\nBaca Juga:\nWali Kota Baru Resmikan Pasar\n\n{MORE}"
    assert [kind for _, kind in kinds(below)] == ["body", "related", "related", "body"]


def test_furniture_below_a_footer_mark_is_told_only_at_the_end() -> None:
    end = "\nkotalama bawaslu\nBudi\nBerita terkait\nPasar Kota Baru Ramai\nIkuti Kami\ntanya"
    assert [kind for _, kind in kinds(f"{BODY}\n{MORE}{end}")] == [
        *["body", "body", "chrome", "chrome", "related", "related", "chrome", "chrome"]
    ]
    assert [kind for _, kind in kinds(f"Share\nTag\n{BODY}\n{MORE}")] == ["chrome", "chrome", "body", "body"]


def test_comments_below_the_reply_form_are_furniture_however_long() -> None:
    assert [kind for _, kind in kinds(f"{BODY}\nTinggalkan Balasan\n{MORE}")] == ["body", "chrome", "chrome"]


def test_the_end_of_a_list_is_text() -> None:
    text = f"{BODY}\nAda dua hal:\n1. Data pemilih\n2. Politik uang\nTag\nShare"
    assert [kind for _, kind in kinds(text)] == ["body", "body", "body", "body", "chrome", "chrome"]


def test_a_headline_that_is_repeated_is_a_title_again() -> None:
    title = "Bawaslu Kota Lama Gelar Rakor Bersama Para Camat"
    text = f"Berita Kota\n\n{title}\n\nAdvertisement\n\n{title}\n\nJumat, 18 Oktober 2024\n\nKOTA LAMA - {BODY}"
    assert [kind for _, kind in kinds(text)] == ["chrome", "title", "chrome", "title", "byline", "body"]
    assert of(text).title == title


@pytest.mark.parametrize(
    "text",
    [
        f"KOTA LAMA, KABARKITA – {BODY}",
        f"Kabarkita.com - {BODY}",
        f"KOTALAMA-{BODY}",
        BODY,
        "Bawaslu Kota Lama",
    ],
)
def test_an_article_without_a_headline_has_no_title(text: str) -> None:
    article = of(f"{text}\n{MORE}" if len(text) > 30 else text)
    assert article.title == ""
    assert {block.kind for block in article.blocks} == {"body"}


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Ketua Bawaslu menyerahkan piagam kepada para camat. (istimewa)", "(istimewa)"),
        ("Ketua Bawaslu (dua dari kiri) menyerahkan piagam. ANTARA/Budi Ani", "ANTARA/Budi Ani"),
        ("PIAGAM: Suasana penyerahan piagam kepada para camat. (Sumber: Humas)", "(Sumber: Humas)"),
        ("PIAGAM - Ketua Bawaslu menyerahkan piagam kepada camat. -BUDI ANI-", "-BUDI ANI-"),
    ],
)
def test_a_caption_is_parted_from_its_credit(line: str, credit: str) -> None:
    head = kinds(f"Bawaslu Kota Lama Gelar Rakor\n\n{line}\n\nKOTA LAMA - {BODY}")[1:3]
    assert head == [(line.removesuffix(credit).strip(), "caption"), (credit, "byline")]


def test_brackets_that_are_no_credit_stay_in_the_text() -> None:
    for end in ("Badan Pengawas Pemilu (Bawaslu)", "digelar Rabu (21/8/2024).", "oleh unsur TNI/POLRI."):
        assert kinds(f"Rapat koordinasi itu dihadiri para camat dan dipimpin {end}")[-1][1] == "body"
        assert len(kinds(f"Rapat koordinasi itu dihadiri para camat dan dipimpin {end}")) == 1


@given(st.text(max_size=400))
def test_clean_never_crashes(raw: str) -> None:
    text, names = clean(raw)
    assert text == text.strip()
    assert all(names)


_PIECES = st.sampled_from(
    [
        "\n",
        "\n\n",
        " ",
        BODY,
        MORE,
        "Baca juga: ",
        "Baca Juga",
        "Tag",
        "|",
        "(nov)",
        "- A B",
        "KOTA, X – ",
        '"',
        "“",
        "Bawaslu Gelar",
    ]
)


@given(st.lists(st.one_of(_PIECES, st.text(max_size=12)), max_size=25))
def test_blocks_never_overlap_and_leave_nothing_out(pieces: list[str]) -> None:
    article = of("".join(pieces))
    spans = [block.span for block in article.blocks]
    assert all(span.start < span.end for span in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    kept = "".join(article.text[span.start : span.end] for span in spans)
    assert "".join(kept.split()) == "".join(article.text.split())
    assert blocks_of(article.text)[0] == article.blocks


# ---- what is known about an article


@pytest.mark.parametrize(
    ("line", "place", "outlet"),
    [
        ("KOTA LAMA,KABARKITA – ", "KOTA LAMA", "KABARKITA"),
        ("Kabarkita.com - ", "", "Kabarkita.com"),
        ("KABARKITA.ID, KOTA LAMA -- ", "KOTA LAMA", "KABARKITA.ID"),
        ("Kota Lama (ANTARA) - ", "Kota Lama", "ANTARA"),
        ("MATARAM, SahabatBawaslu-", "MATARAM", "SahabatBawaslu"),
        ("KOTA LAMA - ", "KOTA LAMA", ""),
        ("KOTALAMA-", "KOTALAMA", ""),
        ("KOTALAMA.Kabarkita.co.id || ", "KOTALAMA", "Kabarkita.co.id"),
        ("Kota Lama, Jawa Timur - ", "Kota Lama", ""),
    ],
)
def test_dateline(line: str, place: str, outlet: str) -> None:
    assert dateline(line + BODY) == (place, outlet, len(line))


@pytest.mark.parametrize(
    "line", [BODY, "Anti-Korupsi " + BODY, "Pemilu 2024 - " + BODY, "Rabu, 2 Mei - " + BODY, "KOTA - apa"]
)
def test_no_dateline(line: str) -> None:
    assert dateline(line) is None


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-09-25", date(2024, 9, 25)),
        ("2024-09-25T23:59:00+07:00", date(2024, 9, 25)),
        ("Wed, 25 Sep 2024 10:00:00 +0700", date(2024, 9, 25)),
        ("Selasa, 24 Desember 2019 10:40 WIB", date(2019, 12, 24)),
        ("5/10/2022", date(2022, 10, 5)),
        (1727222400, date(2024, 9, 25)),
        ("kemarin", None),
        ("32 Mei 2024", None),
        (None, None),
        (float("nan"), None),
    ],
)
def test_parse_date(value: object, day: date | None) -> None:
    assert parse_date(value) == day


def test_publication_author_and_outlet_from_the_page_itself() -> None:
    article = of(f"Bawaslu Kota Lama Gelar Rakor\nSelasa, 24 Desember 2019 10:40 WIB\nPenulis: Ani Budi\n{BODY}")
    assert (article.published, article.author) == (date(2019, 12, 24), "Ani Budi")
    assert of(f"{BODY}\nAni / TVKita").outlet == "TVKita"


@pytest.mark.parametrize("end", ["(nov)", "(Humas Bawaslu Gresik)", "(Red)", "(*)", "(bp/gk)", "(adv/"])
def test_initials_and_offices_are_bylines_but_no_authors(end: str) -> None:
    article = of(f"{MORE}\n{BODY} {end}")
    assert (lines(article, "byline"), article.author) == ([end], "")


@pytest.mark.parametrize(
    ("url", "outlet", "own"),
    [
        ("https://gresik.bawaslu.go.id/berita/1", "", True),
        ("https://bawaslu.go.id/", "", True),
        ("https://bawaslu.go.id.contoh.com/", "", False),
        ("https://kabar.com/bawaslu-go-id", "Kabar", False),
        ("", "Humas Bawaslu Gresik", True),
        ("http://[", "", False),
    ],
)
def test_self_reported(url: str, outlet: str, own: bool) -> None:
    assert make_article(BODY, "a", "a", {"url": url, "outlet": outlet}).self_reported is own


# ---- which files


def test_find_sources_in_folders_patterns_and_files(tmp_path: Path) -> None:
    for name in ("b.txt", "sub/a.md", "sub/c.HTML", ".hidden.txt", ".git/d.txt", "picture.png", "e.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(BODY)
    folder = [source.name for source in find_sources([str(tmp_path)])]
    assert folder == ["b", "e", "sub/a", "sub/c"]
    assert [source.name for source in find_sources([f"{tmp_path}/*.txt"])] == ["b"]
    assert [source.name for source in find_sources([f"{tmp_path}/**/*.md"])] == ["sub/a"]
    assert [source.name for source in find_sources([f"{tmp_path}/sub/a.md"])] == ["a"]


def test_sources_are_unique_and_do_not_depend_on_the_order(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/a.txt").write_text(BODY)
    (tmp_path / "b.txt").write_text(BODY)
    paths = [str(tmp_path), f"{tmp_path}/sub/a.txt", f"{tmp_path}/sub/../b.txt", "-"]
    assert [source.name for source in find_sources(paths)] == ["b", "stdin", "sub/a"]
    assert find_sources(paths) == find_sources(paths[::-1])


def test_a_folder_without_articles_and_a_missing_path_are_problems(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"")
    assert "no articles in this folder" in str(only_problem(tmp_path))
    missing = only_problem(tmp_path / "none.txt")
    assert missing.lost
    assert str(tmp_path / "none.txt") in str(missing)
    assert only_problem(tmp_path / "*.txt").lost
    assert only_problem("").lost
    assert only_problem("a\0b").lost


def test_ids_and_keys(tmp_path: Path) -> None:
    (tmp_path / "Jawa Timur").mkdir()
    (tmp_path / "Jawa Timur/Séni 01.txt").write_text(BODY)
    (article,) = articles(tmp_path)
    assert (article.id, article.key) == ("Jawa Timur/Séni 01", "jawa-timur-seni-01")
    assert slug("ك") == slug("ك") != slug("ل")


def test_two_inputs_with_one_key_are_a_problem_that_names_both(tmp_path: Path) -> None:
    (tmp_path / "a b.txt").write_text(BODY)
    (tmp_path / "a-b.txt").write_text(BODY)
    one, two = articles(tmp_path)
    seen: dict[str, str] = {}
    assert keys_clash(seen, one.key, one.source) is None
    problem = keys_clash(seen, two.key, two.source)
    assert problem is not None
    assert problem.lost
    assert "a b.txt" in str(problem)
    assert "a-b.txt" in str(problem)


# ---- JSON, HTML, standard input


def test_json_fields(tmp_path: Path) -> None:
    record = {
        "id": 7,
        "url": "https://gresik.bawaslu.go.id/1",
        "title": "Rakor  Camat",
        "text": BODY,
        "date": "2024-09-02",
    }
    (tmp_path / "a.json").write_text(json.dumps({**record, "publisher": "Humas", "author": "Ani"}))
    (article,) = articles(tmp_path)
    assert (article.id, article.title, article.url) == ("7", "Rakor Camat", record["url"])
    assert (article.outlet, article.author, article.published) == ("Humas", "Ani", date(2024, 9, 2))
    assert article.text == f"Rakor Camat\n{BODY}"
    assert lines(article, "title") == ["Rakor Camat"]
    assert article.self_reported


def test_a_title_that_the_text_begins_with_is_not_put_twice() -> None:
    assert make_article(f"RAKOR CAMAT\n{BODY}", "a", "a", {"title": "Rakor Camat"}).text == f"RAKOR CAMAT\n{BODY}"
    assert make_article(BODY, "a", "a", {"title": "Bawaslu Kota Lama"}).text == f"Bawaslu Kota Lama\n{BODY}"


def test_json_without_text_is_skipped_with_a_note(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"id": "a", "bodies": []}')
    note = only_problem(tmp_path)
    assert not note.lost
    assert "no article text: skipped" in str(note)


def test_json_list_and_lines_get_ids(tmp_path: Path) -> None:
    (tmp_path / "list.json").write_text(json.dumps([{"text": BODY}, {"text": BODY, "id": "x"}]))
    (tmp_path / "lines.jsonl").write_text("\n".join(json.dumps({"text": f"{BODY}\u2028{MORE}"}) for _ in range(2)))
    assert [article.id for article in articles(tmp_path)] == ["lines-1", "lines-2", "list-1", "x"]


def test_line_7_of_10_is_named_and_the_other_nine_are_read(tmp_path: Path) -> None:
    rows = [json.dumps({"text": BODY}) for _ in range(10)]
    rows[6] = '{"text": "Bawas'
    (tmp_path / "a.jsonl").write_text("\n".join(rows))
    found = everything(tmp_path)
    (problem,) = [each for each in found if isinstance(each, Problem)]
    assert len(found) == 10
    assert problem.line == 7
    assert problem.lost
    assert f"{tmp_path}/a.jsonl:7: " in str(problem)


@pytest.mark.parametrize("content", ["{", '{"text": ""}', '{"text": 5}', "[" * 100000, '{"text": ' + "9" * 5000 + "}"])
def test_json_that_holds_no_readable_article_is_lost(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.json").write_text(content)
    assert only_problem(tmp_path).lost


def test_half_a_character_pair_does_not_spoil_the_output(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"text": "Bawaslu \\ud83d hadir", "title": "\\udc80 Rakor", "id": "\\ud800"}')
    (article,) = articles(tmp_path)
    for value in (article.id, article.key, article.title, article.text):
        assert value.encode()


def test_a_date_that_is_not_understood_is_noted_and_the_article_read(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"text": BODY, "date": "kapan saja"}))
    article, note = everything(tmp_path)
    assert isinstance(article, Article)
    assert isinstance(note, Problem)
    assert not note.lost


HTML = f"""<!DOCTYPE html><html lang="id"><head><title>Rakor Camat di Kota Lama - Kabar Kita</title>
<meta property="og:title" content="Rakor Camat di Kota Lama"><meta property="og:site_name" content="Kabar Kita">
<meta name="author" content="Ani Budiman"><meta property="article:published_time" content="2024-09-02T10:00:00+07:00">
<link rel="canonical" href="https://kabarkita.com/rakor-camat"></head><body><nav><a href="/">Beranda</a></nav>
<article><h1>Rakor Camat di Kota Lama</h1><p>{BODY}</p><p>Baca juga: <a href="/b">Pasar Ramai</a></p><p>{MORE}</p>
</article><footer>Hak cipta</footer></body></html>"""


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.txt", "a"])
def test_html(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(HTML)
    (article,) = articles(tmp_path / name)
    assert (article.title, article.outlet, article.author) == ("Rakor Camat di Kota Lama", "Kabar Kita", "Ani Budiman")
    assert (article.url, article.published) == ("https://kabarkita.com/rakor-camat", date(2024, 9, 2))
    assert lines(article, "title", "body") == ["Rakor Camat di Kota Lama", BODY, MORE]
    assert lines(article, "related") == ["Baca juga: Pasar Ramai"]


def test_a_bare_piece_of_html_and_a_date_to_come(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<p>{BODY}</p>")
    (tmp_path / "b.html").write_text(HTML.replace("2024-09-02T", "2061-09-02T"))
    one, two = articles(tmp_path)
    assert one.text == BODY
    assert two.published == date(2061, 9, 2)


@pytest.mark.parametrize(
    "page", ["<html><body></body></html>", "<html><body><nav>Home</nav></body></html>", "<p", "<" * 50000]
)
def test_html_without_main_text_is_lost(tmp_path: Path, page: str) -> None:
    (tmp_path / "a.html").write_text(page)
    problem = only_problem(tmp_path)
    assert problem.lost
    assert "no main text" in str(problem)


@pytest.mark.parametrize(
    ("content", "ids"),
    [
        (BODY, ["stdin"]),
        (f"[FOTO] {BODY}", ["stdin"]),
        (HTML, ["stdin"]),
        (json.dumps({"text": BODY}), ["stdin"]),
        (json.dumps({"text": BODY}, indent=1), ["stdin"]),
        (json.dumps([{"text": BODY}]), ["stdin-1"]),
        ('{"text": "a"}\n{"id": "x", "text": "b"}\n', ["stdin-1", "x"]),
    ],
)
def test_standard_input_is_told_by_its_look(monkeypatch: pytest.MonkeyPatch, content: str, ids: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    assert [article.id for article in articles("-")] == ids


# ---- bad input


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \n\xef\xbb\xbf", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not a text file"),
        (b"%PDF-1.4\n\0\1", "not a text file"),
        (b"\x01\x02\x03\x04" * 100, "not a text file"),
    ],
)
def test_files_that_hold_no_text(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    (tmp_path / "b.txt").write_text(BODY)
    problem, article = everything(tmp_path)
    assert isinstance(problem, Problem)
    assert problem.lost
    assert words in str(problem)
    assert str(tmp_path / "a.txt") in str(problem)
    assert isinstance(article, Article)


@pytest.mark.parametrize(
    ("encoding", "rule"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", "decoded_utf_16"),
        ("utf-16-le", "decoded_utf_16"),
        ("utf-32", "decoded_utf_32"),
        ("cp1252", "decoded_cp1252"),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, rule: str) -> None:
    (tmp_path / "a.txt").write_bytes(f"“Kami siap,” kata Séno. {BODY}".encode(encoding))
    (article,) = articles(tmp_path)
    assert article.text.startswith("“Kami siap,” kata Séno.")
    assert article.mended == ((rule,) if rule else ())


def test_bytes_that_are_in_no_code_page_and_a_text_cut_in_mid_letter(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"S\xe9no \x81 hadir")
    (tmp_path / "b.txt").write_bytes("“Kami siap,” kata Séno".encode()[:-1] + b"\xe2\x80")
    one, two = articles(tmp_path)
    assert "decoded_latin_1" in one.mended
    assert one.text.startswith("Séno")
    assert "decoded_utf_8_with_stray_bytes" in two.mended
    assert two.text.startswith("“Kami siap,” kata Sén")


@given(st.binary(max_size=300))
def test_no_bytes_crash_the_reading(data: bytes) -> None:
    for form in ("text", "html", "json", "jsonl", ""):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Path, "read_bytes", lambda _: data)
            assert all(isinstance(each, Article | Problem) for each in read(Source("a", "a", form)))


def test_no_right_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(BODY)

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    problem = only_problem(tmp_path)
    assert problem.lost
    assert "Permission denied" in str(problem)


def test_ten_megabytes_on_one_line_are_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{BODY} {MORE} " * (10_000_000 // len(BODY + MORE)))
    assert "too long for one article" in str(only_problem(tmp_path))


@pytest.mark.parametrize(
    "unit", ["[", "(", "A-", "A b, ", "Baca juga: ", "a\n", "- A\n", "Baca Juga\n", "x" * 60 + "\n", "“", "A "]
)
def test_odd_texts_are_told_apart_to_the_last_letter(unit: str) -> None:
    article = of(unit * (400_000 // len(unit)))
    told = "".join(article.text[block.span.start : block.span.end] for block in article.blocks)
    assert "".join(told.split()) == "".join(article.text.split()) != ""
