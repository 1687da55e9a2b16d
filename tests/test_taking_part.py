"""Who holds an event and who takes part: audiences, welcomes, counts of people, those asked elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.pipeline import readings
from kg.records import Reading, Ref

HOST, GUEST = "polres-35.25", "bawaslu-35.25"
REPORTS = (
    "Kapolres Gresik AKBP Budi Santoso menerima audiensi Bawaslu Kabupaten Gresik di ruang kerjanya, Senin (5/8/2024).",
    "Kapolres Gresik AKBP Budi Santoso menyambut kedatangan rombongan Bawaslu Kabupaten Gresik, Senin (5/8/2024).",
    "Bawaslu Kabupaten Gresik mengunjungi kantor Polres Gresik, Senin (5/8/2024).",
    "Bawaslu Kabupaten Gresik melakukan kunjungan silaturahmi ke Polres Gresik, Senin (5/8/2024).",
    "Bawaslu Kabupaten Gresik melakukan kunjungan kerja, Senin (5/8/2024). Rombongan diterima Kapolres Gresik AKBP Budi Santoso.",
)


def read(folder: Path, text: str) -> Reading:
    """The reading of a report of one text."""
    (folder / "a.txt").write_text(f"Silaturahmi di Gresik\n\nGRESIK - {text}\n", encoding="utf-8")
    (found,) = readings([str(folder)])
    assert isinstance(found, Reading), found
    return found


@pytest.mark.parametrize("text", REPORTS)
def test_the_host_of_a_visit_is_who_receives_it(tmp_path: Path, text: str) -> None:
    reading = read(tmp_path, text)
    assert [c.object for c in reading.claims if c.predicate == "bw:organizer"] == [Ref("org", HOST)]
    assert (GUEST, HOST) in {tuple(sorted((c.subject.key, c.object.key))) for c in reading.claims
                             if c.predicate == "bw:inContactWith" and isinstance(c.object, Ref)}


def test_a_welcome_without_a_word_for_the_visit_is_read_too(tmp_path: Path) -> None:
    reading = read(tmp_path, "Kapolres Gresik AKBP Budi Santoso menerima langsung Ketua Bawaslu Gresik, Senin (5/8/2024).")
    assert {"polres-35.25", "bawaslu-35.25"} <= {body.key for body in reading.organizations}


def test_people_who_are_counted_are_no_guests(tmp_path: Path) -> None:
    reading = read(tmp_path, "Rakor KPU Gresik, Senin (5/8/2024), dihadiri Polres Gresik. Pemilih laki-laki 118.210 dan perempuan 120.345.")
    assert not [body.key for body in reading.organizations if body.key.startswith("perempuan")]


@pytest.mark.parametrize(("lead", "guest"), [("", True), ("Terpisah, ", False), ("Saat dihubungi, ", False)])
def test_somebody_asked_elsewhere_is_no_guest(tmp_path: Path, lead: str, guest: bool) -> None:
    reading = read(
        tmp_path,
        "Bawaslu Gresik menggelar rapat koordinasi bersama KPU Gresik, Senin (5/8/2024).\n\n"
        f"{lead}Kapolres Gresik AKBP Budi Santoso mengatakan pihaknya siap. \"Kami siap mengamankan pilkada,\" ujar Budi.",
    )
    people = [c.object.key for c in reading.claims
              if c.predicate == "bw:attendee" and isinstance(c.object, Ref) and c.object.kind == "person"]
    assert bool(people) is guest
