"""The facts follow the text: the generator keeps text and annotation in step, and reading holds under every swap."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from random import Random

import pytest
from swaps import KINDS, Annotated, CannotSwap, areas, dates, lists, people
from swaps.annotated import load
from swaps.daywords import dates as dates_in
from swaps.gazetteer import places
from swaps.mentions import find, people_of
from swaps.scoring import compare

from kg.evaluation.floors import read

GOLD = Path(__file__).parent / "gold"
ARTICLES = [*load(GOLD / "dev"), *load(GOLD / "seeds")]
GAPS = read(GOLD / "floors.toml")["gaps"]
SEEDS = {"people": 2, "area": 2, "dates": 1, "lists": 6}
TEXT = (
    "Rapat Koordinasi di Batang\n\n"
    "BATANG - Bawaslu Batang menggelar rapat koordinasi di Hotel Dewi, Selasa (25/6/2024). Kegiatan dihadiri oleh "
    "KPU Kabupaten Batang, Kesbangpol Batang, insan pers, dan Camat Bandar.\n"
    'Ketua Bawaslu Batang, Rudi Hartanto, yang akrab disapa Ucok, menyebut Pilkada 2024 penting. "Kami siap," kata '
    'Hartanto, Selasa (25/6/2024).\nUcok menambahkan, UU Nomor 7 Tahun 2017 jadi dasar. Rudi Hartono pun pamit.'
)
GOLD_DOC = {
    "id": "made", "relevant": True, "groups": ["insan-pers"], "people": ["Rudi Hartanto"], "themes": ["sinergi"],
    "bodies": [{"key": "bawaslu@33.25", "name": "Bawaslu Batang"}, {"key": "kpu@33.25", "name": "KPU Kabupaten Batang"},
               {"key": "kesbangpol@33.25", "name": "Kesbangpol Batang"},
               {"key": "kecamatan@33.25.02", "name": "Camat Bandar"}],
    "posts": [{"person": "Rudi Hartanto", "title": "Ketua", "role": "ketua", "body": "bawaslu@33.25",
               "status": "current"}],
    "events": [{"type": "rakor", "organizers": ["bawaslu@33.25"], "start": "2024-06-25", "end": "2024-06-25",
                "venue": "Hotel Dewi", "area": "33.25", "speakers": [],
                "participants": ["kpu@33.25", "kesbangpol@33.25", "group:insan-pers", "kecamatan@33.25.02"]}],
    "quotes": [{"speaker": "Rudi Hartanto", "starts": "Kami siap"}],
}
MADE = Annotated("made", TEXT, GOLD_DOC)


def swapped(kind: str, seed: int = 0) -> list[tuple[Annotated, Annotated]]:
    """All articles that can be swapped, before and after."""
    pairs = []
    for article in ARTICLES:
        try:
            pairs.append((article, KINDS[kind](article, Random(f"{article.id} {seed}"))))
        except CannotSwap:
            continue
    return pairs


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_reading_holds(kind: str) -> None:
    """F1 under the swap stays as near to the original as [gaps] in floors.toml says; 0.02 is what we want."""
    found = compare(ARTICLES, KINDS[kind], range(SEEDS[kind]))
    assert len(found.after) >= 40
    assert found.gap <= GAPS[kind], {reason: len(ids) for reason, ids in found.skipped.items()}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_same_seed_same_swap_and_the_original_stays(kind: str) -> None:
    before = json.dumps(GOLD_DOC)
    assert KINDS[kind](MADE, Random(3)) == KINDS[kind](MADE, Random(3))
    assert json.dumps(GOLD_DOC) == before


@pytest.mark.parametrize("seed", range(20))
def test_people_of_a_made_article(seed: int) -> None:
    new = people.swap(MADE, Random(seed))
    name = new.gold["people"][0]
    assert name in new.text and new.gold["posts"][0]["person"] == new.gold["quotes"][0]["speaker"] == name
    assert not re.search(r"Rudi|Hartan?to|Hartono|Ucok", new.text)
    nickname = re.search(r"akrab disapa (\w+)", new.text)
    assert nickname and f"{nickname[1]} menambahkan" in new.text
    assert re.search(rf"kata ({'|'.join(name.split())}),", new.text) or f"kata {name}," in new.text


def test_people_leave_no_old_name_and_are_all_there() -> None:
    for old, new in swapped("people"):
        told = new.text + json.dumps({**new.gold, "notes": ""}, ensure_ascii=False)
        for name in people_of(old.gold):
            whole = r"[.\s]{1,3}".join(map(re.escape, name))
            assert not re.search(rf"\b{whole}\b", told), (old.id, name)
        named = {one.person for one in find(new.text, new.gold)[0]}
        assert len(people_of(new.gold)) == len(people_of(old.gold)) == len(named), old.id
        _same_but(old, new, {"people", "people_maybe", "posts", "posts_maybe", "events", "events_maybe", "quotes",
                             "quotes_maybe"})


def _same_but(old: Annotated, new: Annotated, changed: set[str]) -> None:
    assert {k: v for k, v in old.gold.items() if k not in changed} == {
        k: v for k, v in new.gold.items() if k not in changed}


@pytest.mark.parametrize("seed", range(20))
def test_area_of_a_made_article(seed: int) -> None:
    new = areas.swap(MADE, Random(seed))
    code = new.gold["events"][0]["area"]
    place = places()[code]
    assert place.kind == "kab" and code != "33.25" and not re.search(r"\b(?:batang|Bandar)\b", new.text, re.I)
    keys = [body["key"] for body in new.gold["bodies"]]
    assert keys[:3] == [f"bawaslu@{code}", f"kpu@{code}", f"kesbangpol@{code}"] and keys[3].startswith(f"kecamatan@{code}.")
    assert f"Camat {places()[keys[3].partition('@')[2]].name}" in new.text
    assert place.name.upper() in new.text and f"KPU Kabupaten {place.name}" in new.text
    assert all(body["name"] in new.text for body in new.gold["bodies"])


def test_area_moves_all_codes_to_one_province_and_names_along() -> None:
    for old, new in swapped("area"):
        was, now = (set(re.findall(r"@(\d\d)", json.dumps({**one.gold, "notes": ""}))) for one in (old, new))
        assert len(now) == len(was), old.id
        for one, other in zip(old.gold["bodies"], new.gold["bodies"], strict=True):
            if one["name"] in old.text:
                assert other["name"] in new.text, (old.id, other)
        _same_but(old, new, {"bodies", "bodies_maybe", "posts", "posts_maybe", "events", "events_maybe", "quotes",
                             "coordination_stated", "coordination_maybe", "quotes_maybe", "people_maybe"})


@pytest.mark.parametrize("seed", range(20))
def test_dates_of_a_made_article(seed: int) -> None:
    new = dates.swap(MADE, Random(seed))
    day = date.fromisoformat(new.gold["events"][0]["start"])
    found = dates_in(new.text, day.year)
    assert {one.first for one in found} == {day} and len(found) == 2 and day != date(2024, 6, 25)
    weekday = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")[day.weekday()]
    assert new.text.count(weekday) == 2 and "Nomor 7 Tahun 2017" in new.text and f"Pilkada {day.year}" in new.text


def test_dates_keep_their_distance() -> None:
    for old, new in swapped("dates"):
        starts = [(a["start"], b["start"]) for a, b in zip(old.gold["events"], new.gold["events"], strict=True)]
        gaps = {date.fromisoformat(b) - date.fromisoformat(a) for a, b in starts if isinstance(a, str)}
        before, after = ({one.first for one in dates_in(x.text, _year(x))} for x in (old, new))
        assert len(gaps) <= 1 and {day + gap for day in before for gap in gaps} <= after, old.id
        _same_but(old, new, {"events", "events_maybe", "quotes", "quotes_maybe"})


def _year(article: Annotated) -> int:
    found = re.search(r'"start": "(\d{4})', json.dumps(article.gold["events"]))
    return int(found[1]) if found else 2024


@pytest.mark.parametrize("seed", range(20))
def test_list_of_a_made_article(seed: int) -> None:
    new = lists.swap(MADE, Random(seed))
    took, had = new.gold["events"][0]["participants"], GOLD_DOC["events"][0]["participants"]  # type: ignore[index]
    assert took[: len(had)] == had and 2 <= len(took) - len(had) <= 4
    for item in ("KPU Kabupaten Batang", "Kesbangpol Batang", "insan pers", "Camat Bandar"):
        assert new.text.count(item) == 1
    assert all(body["name"] in new.text for body in new.gold["bodies"])


def test_what_cannot_be_swapped_is_told() -> None:
    bare = Annotated("bare", "Pasar dibuka.", {"id": "bare", "bodies": [], "events": [], "people": []})
    for kind in KINDS.values():
        with pytest.raises(CannotSwap):
            kind(bare, Random(0))
