"""Copies of one report: what is grouped and what is not, and that ties and the graph count it once."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from pyoxigraph import Quad
from reprints import HANDS, other_version
from swaps import KINDS, CannotSwap
from swaps.annotated import load

from kg.articles import make_article
from kg.graph import derived
from kg.graph.vocabulary import BASE
from kg.identity.copies import groups, independent, of_readings
from kg.identity.fingerprints import bands_of, body, fingerprint, opened
from kg.pipeline import build, read
from kg.records import Reading

ROOT = Path(__file__).parent.parent
RELEASE = """Bawaslu Temanggung Ajak Media Awasi Tahapan Kampanye
Temanggung - Bawaslu Kabupaten Temanggung menggelar rapat koordinasi bersama KPU Kabupaten Temanggung dan Polres Temanggung \
di Hotel Anugerah Sejati, Rabu (9/10/2024). Rapat itu membahas pengawasan tahapan kampanye Pemilihan Bupati dan Wakil Bupati \
Temanggung Tahun 2024.
Ketua Bawaslu Temanggung, Sukarno Widodo, mengatakan pengawasan kampanye membutuhkan dukungan seluruh pihak di 20 kecamatan.
"Kami mengajak insan pers ikut mengawasi kampanye di media sosial," ujarnya.
Anggota KPU Temanggung, Laras Prameswari, menyampaikan bahwa jadwal kampanye berlangsung sampai 23 November 2024.
Kapolres Temanggung AKBP Bima Santosa menegaskan jajarannya siap mengamankan seluruh tahapan sampai hari pemungutan suara."""


def print_of(text: str) -> bytes:
    return fingerprint(body(make_article(text, "x", "x")))


@pytest.fixture(scope="module")
def gold() -> dict[str, str]:
    return {one.id: one.text for name in ("dev", "own") for one in load(ROOT / "tests" / "gold" / name)}


@pytest.mark.parametrize(("hand", "least"), [("reprint", 1.0), ("cut", 0.97), ("reworded", 0.85), ("half", 0.9)])
def test_what_other_outlets_make_of_a_report_is_a_copy_of_it(gold: dict[str, str], hand: str, least: float) -> None:
    found = [groups({"a": print_of(text), "b": print_of(other_version(text, HANDS[hand], Random(key)))})
             for key, text in gold.items()]
    assert sum(one == {"a": "a", "b": "a"} for one in found) >= least * len(gold)


def test_different_articles_are_no_copies(gold: dict[str, str]) -> None:
    assert groups({key: print_of(text) for key, text in gold.items()}) == {}


def test_the_same_words_about_other_people_on_other_days_elsewhere_are_no_copies() -> None:
    together = tried = 0
    for one in load(ROOT / "tests" / "gold" / "dev"):
        other = one
        try:
            for name in ("people", "area", "dates"):
                other = KINDS[name](other, Random(one.id))
        except CannotSwap:
            continue
        tried += 1
        together += bool(groups({"a": print_of(one.text), "b": print_of(other.text)}))
    assert tried > 20 and together == 0


def test_another_day_makes_another_report() -> None:
    later = RELEASE.replace("Rabu (9/10/2024)", "Kamis (17/10/2024)").replace("23 November", "24 November")
    assert groups({"a": print_of(RELEASE), "b": print_of(later)}) == {}
    assert groups({"a": print_of(RELEASE), "b": print_of(RELEASE.replace("9/10/2024", "9 Oktober 2024"))})


def test_groups_do_not_hang_on_the_order_and_are_named_by_their_smallest_key(gold: dict[str, str]) -> None:
    prints = {}
    for number, (key, text) in enumerate(sorted(gold.items())[:30]):
        for copy in range(number % 4 + 1):
            made = text if copy == 0 else other_version(text, HANDS["reprint"], Random(f"{key}{copy}"))
            prints[f"{'zyxw'[copy]}-{key}"] = print_of(made)
    found = groups(prints)
    assert found == groups(dict(sorted(prints.items(), reverse=True)))
    assert all(group == min(key for key in found if found[key] == group) for group in found.values())
    assert {key.partition("-")[2] for key in found} == {found[key].partition("-")[2] for key in found}
    assert Counter(Counter(found.values()).values()) == {2: 8, 3: 7, 4: 7}


def test_a_text_without_names_is_nobodys_copy() -> None:
    empty = {key: print_of("hanya kata biasa tanpa nama orang maupun tempat yang bisa dikenali") for key in "abc"}
    assert groups(empty) == {} and groups({}) == {} and groups({"a": print_of(RELEASE)}) == {}


def test_fingerprints_are_the_same_on_every_machine() -> None:
    """Kept fingerprints are compared with new ones, so a library that changes its hashes must be noticed."""
    known = hashlib.sha256(fingerprint(RELEASE)).hexdigest()
    assert known == "e483a34d3ac21e32a6c70ca3bffac86371698b86e1f4cd98d3d68705446803b3"
    code = f"import hashlib; from kg.identity.fingerprints import fingerprint as f; print(hashlib.sha256(f({RELEASE!r})).hexdigest())"
    for seed in ("1", "2"):
        told = subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, cwd=ROOT,
                              capture_output=True, text=True, check=True).stdout.strip()
        assert told == known


def test_a_fingerprint_opens_as_it_was_made() -> None:
    found = opened(fingerprint(RELEASE))
    assert found.bands == bands_of(fingerprint(RELEASE)) and len(found.days) == 2
    assert {10 * 32 + 9, 11 * 32 + 23} == found.days


def texts() -> dict[str, str]:
    """A release in three outlets, and another report of the same pair."""
    return {"media-b": RELEASE, "media-a": other_version(RELEASE, HANDS["reprint"], Random(1), "Temanggung"),
            "media-c": other_version(RELEASE, HANDS["reprint"], Random(2), "Temanggung"),
            "lain": "KPU dan Bawaslu Teken Kesepakatan\nBawaslu Kabupaten Temanggung dan KPU Kabupaten Temanggung menandatangani "
                     "nota kesepahaman di Aula Kantor Bupati, Senin (2/12/2024)."}


def syndicated() -> list[Reading]:
    return [read(make_article(text, key, f"{key}.txt")) for key, text in texts().items()]


def said(quads: list[Quad], predicate: str) -> dict[str, str]:
    return {str(q.subject.value).removeprefix(BASE): str(q.object.value).removeprefix(BASE)
            for q in quads if q.predicate.value.endswith(f"#{predicate}")}


def test_ties_count_independent_reports_beside_articles() -> None:
    quads = derived.quads(syndicated())
    tie = "tie/bawaslu-33.23--kpu-33.23"
    assert said(quads, "articleCount")[tie] == "4" and said(quads, "reportCount")[tie] == "2"
    pairs = {(str(q.subject.value).removeprefix(BASE), str(q.object.value).removeprefix(BASE))
             for q in quads if q.predicate.value.endswith("#sameReportAs")}
    assert pairs == {("article/media-a", "article/media-b"), ("article/media-b", "article/media-a"),
                     ("article/media-a", "article/media-c"), ("article/media-c", "article/media-a")}


def test_a_build_and_the_readings_at_hand_count_alike(tmp_path: Path) -> None:
    for key, text in texts().items():
        (tmp_path / f"{key}.txt").write_text(text, encoding="utf-8")
    build([str(tmp_path)], tmp_path / "out")
    lines = (tmp_path / "out" / "graph.nq").read_text(encoding="utf-8").splitlines()
    written = {line for line in lines if "#reportCount" in line or "#sameReportAs" in line}
    made = {f"{quad} ." for quad in derived.quads(syndicated()) if quad.predicate.value.endswith(("#reportCount", "#sameReportAs"))}
    assert written == made and len(written) > 4


def test_a_copy_that_comes_later_joins_its_group(tmp_path: Path) -> None:
    news, found = tmp_path / "news", []
    news.mkdir()
    for keys in (["media-b", "lain"], ["media-b", "lain", "media-a"], ["lain", "media-a"]):
        for path in news.glob("*.txt"):
            path.unlink()
        for key in keys:
            (news / f"{key}.txt").write_text(texts()[key], encoding="utf-8")
        build([str(news)], tmp_path / "out")
        again = build([str(news)], tmp_path / f"fresh{len(found)}")
        assert again.articles == len(keys)
        written = (tmp_path / "out" / "graph.nq").read_bytes()
        assert written == (tmp_path / f"fresh{len(found)}" / "graph.nq").read_bytes()
        found.append(written.count(b"#sameReportAs"))
    assert found == [0, 2, 0]


def test_readings_made_by_hand_get_their_fingerprints_late() -> None:
    bare = [replace(one, fingerprint=b"") for one in syndicated()]
    assert of_readings(bare) == of_readings(syndicated()) != {}
    assert independent(["a", "b", "c"], {"a": "a", "b": "a"}) == 2
