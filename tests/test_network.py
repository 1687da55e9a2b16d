"""What stands in network.html before any browser opens it: the graph, the tables, the policy, the same bytes."""

from __future__ import annotations

import base64
import json
import re
import zlib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from generated import made
from measured import figures
from sample import HOSTILE, first, readings

from kg.outputs import packing
from kg.outputs.communities import communities
from kg.outputs.layout import positions
from kg.outputs.network import network, page
from kg.outputs.view_names import areas, tells_area
from kg.outputs.view_part import Part, province, theme
from kg.outputs.view_passages import Marker
from kg.pipeline import articles, read
from kg.records import Article


def data(html: str) -> Any:
    """The data of a page, inflated where they are packed."""
    found = re.search(r'<script type="application/json" id="data"( data-packed="deflate-raw")?>(.*?)</script>', html, re.DOTALL)
    assert found
    content = json.loads(found[2])
    return json.loads(zlib.decompress(base64.b64decode(content), -zlib.MAX_WBITS)) if found[1] else content


def rows(table: Any) -> list[dict[str, Any]]:
    """A table's rows by the names of its fields."""
    return [dict(zip(table["fields"], row, strict=True)) for row in table["rows"]]


@pytest.fixture(scope="module")
def html() -> str:
    return page(readings()).decode()


def test_every_meeting_of_a_pair_stays_on_its_one_edge(html: str) -> None:
    graph = network(readings())
    assert graph.number_of_edges() == 2
    edge = graph.edges["bawaslu-33.25", "kpu-33.25"]
    assert (edge["events"], len(edge["tie"].occasions), edge["coordination"]) == (1, 2, True)
    contacts = [row for row in rows(data(html)["tables"]["contacts"]) if row["edge"] == 0]
    assert [contact["basis"] for contact in contacts] == ["attended", "stated"]


def test_each_contact_shows_its_words_with_both_sides_marked(html: str) -> None:
    tables = data(html)["tables"]
    contact = rows(tables["contacts"])[0]
    passage = rows(tables["passages"])[contact["passages"][0]]
    marked = {passage["text"][start:end] for start, end, kind, _ in passage["marks"] if kind == "b"}
    assert {"Bawaslu Batang", "KPU Kabupaten Batang"} <= marked
    assert contact["confidence"] == 1.0 and contact["inferred"] == []


def test_no_more_of_an_article_than_the_passages_behind_statements(html: str) -> None:
    texts = {row["text"] for row in rows(data(html)["tables"]["passages"])}
    passages = {one.article.text[span.start : span.end] for one in readings() for claim in one.claims for span in claim.passages}
    assert texts <= passages
    assert not any(one.article.text in html for one in readings())


def test_people_without_a_public_role_are_left_out() -> None:
    reading = first()
    private = replace(reading, people=tuple(replace(person, public_role=False) for person in reading.people))
    assert rows(data(page([reading]).decode())["tables"]["people"])[0]["name"] == "Mahbrur"
    assert "Mahbrur" not in {row["name"] for row in rows(data(page([private]).decode())["tables"]["people"])}


def test_the_page_asks_for_nothing(html: str) -> None:
    assert "default-src 'none'" in html
    assert not re.findall(r"<(?:script|link|img|iframe)[^>]*(?:src|href)=", html)
    assert "cdn" not in re.sub(r"<script>.*?</script>", "", html, flags=re.DOTALL).lower()


def test_hostile_names_stand_only_as_data(html: str) -> None:
    assert HOSTILE not in html and "<img" not in html
    assert HOSTILE in {node["label"] for node in data(html)["nodes"]}


def test_only_web_addresses_become_links() -> None:
    bad = replace(first(), article=replace(first().article, url="javascript:alert(1)"))
    assert rows(data(page([bad]).decode())["tables"]["articles"])[0]["url"] == ""


def test_same_bytes_in_any_order() -> None:
    some = made(60, 150)
    assert page(some) == page(list(reversed(some)))


def test_large_data_are_packed_and_read_back() -> None:
    content = {"text": ["</script>\u2028&<!--"] * 20_000}
    element = str(packing.packed(content))
    assert len(element) < 5_000 and data(element) == content
    small = str(packing.packed({"text": "</script>\u2028&<!--"}))
    assert "<!--" not in small and small.count("</script>") == 1 and data(small)["text"].startswith("</script>")


def test_two_thousand_bodies_and_six_thousand_meetings_take_less_than_two_megabytes() -> None:
    content = page(made(2000, 6000))
    tables = data(content.decode())["tables"]
    assert (len(tables["bodies"]["rows"]), len(tables["contacts"]["rows"])) == (2000, 6000)
    assert all(row["passages"] for row in rows(tables["contacts"])) and len(content) <= 2_000_000


def test_a_page_of_nothing() -> None:
    assert data(page([]).decode())["nodes"] == []


def test_a_part_keeps_what_was_asked_for() -> None:
    everything = readings()
    late = network(everything, Part(since=date(2024, 7, 1)))
    assert set(late) == {"bawaslu-33.25", "kpu-33.25"} and late.number_of_edges() == 1
    assert network(everything, Part(province="33")).number_of_edges() == 2
    assert network(everything, Part(province="35")).number_of_edges() == 0
    assert network(everything, Part(theme="sinergi")).number_of_edges() == 2
    assert network(everything, Part(theme="pengawasan")).number_of_edges() == 2  # the broader theme
    assert network(everything, Part(min_meetings=2)).number_of_edges() == 0


def test_provinces_and_themes_by_any_of_their_names() -> None:
    assert province("Jateng") == province("jawa tengah") == province("33") == "33"
    assert theme("Netralitas") == "netralitas" and theme("netralitas") == "netralitas"
    with pytest.raises(ValueError, match="no province is called"):
        province("Jawa Teng")


def test_old_and_other_names_of_areas_come_with_them() -> None:
    assert "50 Kota" in str(areas(["13.07"])["13.07"]["words"])
    assert tells_area("Bawaslu 50 Kota", "13.07") and not tells_area("Bawaslu", "13.07")


def test_what_an_excerpt_leaves_unsaid() -> None:
    reading = first()
    marker = Marker(reading, {"bawaslu-33.25": 0, "kpu-33.25": 1}, {})
    text = "Bawaslu Batang menggelar rapat."
    passage = (0, text, marker.marks(text))
    assert marker.unsaid([passage], 0) == "" and marker.unsaid([passage], 1) == "body"


def test_marks_count_as_browsers_do() -> None:
    marker = Marker(first(), {"bawaslu-33.25": 0}, {})
    assert marker.marks("🗳 Bawaslu Batang")[0][:2] == (3, 17)


def test_communities_do_not_hang_on_the_order() -> None:
    graph = network(made(80, 200))
    backwards = graph.__class__()
    backwards.add_nodes_from(reversed(list(graph.nodes(data=True))))
    backwards.add_edges_from(reversed(list(graph.edges(data=True))))
    assert communities(graph) == communities(backwards)
    assert positions(graph) == positions(backwards)


def test_nodes_do_not_stand_on_one_another() -> None:
    places = list(positions(network(made(400, 900))).values())
    assert len(set(places)) == len(places)


def test_the_page_promises_no_more_than_is_measured() -> None:
    told = data(page([]).decode())["tables"]["basis"]["measured"]
    assert told["date"] and told["sets"]
    for one in told["sets"]:
        now = figures(Path(__file__).parent / "gold" / one["folder"])
        assert all(now[name] >= one[name] - 0.02 for name in ("micro", "precision", "recall")), "run benchmarks/measured.py"


def test_the_page_does_not_replace_the_articles() -> None:
    found = [read(item) for item in articles([str(Path(__file__).parent.parent / "seeds")]) if isinstance(item, Article)]
    tables = data(page(found).decode())["tables"]
    shown = [0] * len(found)
    for row in rows(tables["passages"]):
        shown[row["article"]] += len(row["text"])
    in_order = sorted(found, key=lambda reading: reading.article.key)
    assert all(length < 0.75 * len(reading.article.text) for length, reading in zip(shown, in_order, strict=True))
