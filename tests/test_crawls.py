"""`kg build` on a crawl: which pages of a WARC file are read, what is said of the rest, and what damage does."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from fastwarc.warc import WarcRecord, WarcRecordType
from reprints import HANDS, other_version
from swaps.annotated import load

from kg.articles import gate, make_article
from kg.pipeline import build, read

ROOT = Path(__file__).parent.parent
DAY = datetime(2024, 6, 26, 3, 4, 5, tzinfo=UTC)
INDONESIAN = [
    "Bawaslu Kabupaten Batang menggelar rapat koordinasi dengan KPU Kabupaten Batang di Hotel Dewi Ratih, Selasa (25/6/2024).",
    "Rapat itu membahas pengawasan tahapan pemilihan serentak dan dihadiri oleh sejumlah pihak dari kecamatan.",
    "Ketua Bawaslu Batang, Mahbrur, mengatakan bahwa pengawasan tidak bisa dilakukan sendiri karena tahapan sangat panjang.",
]
COOKING = [
    "Warga Kabupaten Batang menggelar lomba memasak di lapangan desa pada Selasa sore karena panen raya telah tiba.",
    "Lomba itu diikuti oleh puluhan ibu dari berbagai dusun dan dimenangkan oleh kelompok tani dengan sayur lodeh.",
]
ENGLISH = [
    "The election supervisory agency Bawaslu met the General Elections Commission (KPU) in Batang on Tuesday.",
    "The meeting discussed how the two agencies would supervise the campaign in the coming months across the regency.",
]
MALAY = [
    "Suruhanjaya Pilihan Raya menyatakan bahawa mesyuarat dengan KPU Indonesia itu amat penting kerana pilihan raya umum semakin hampir.",
    "Jawatankuasa itu turut membincangkan peranan polis dan parlimen, manakala kerajaan akan menyediakan wang, katanya pada Isnin.",
]


def page(lines: list[str], title: str = "Judul Berita", day: str = "") -> bytes:
    about = f'<meta property="article:published_time" content="{day}">' if day else ""
    body = "".join(f"<p>{line}</p>" for line in lines)
    return (f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title>{about}<script>var menu="dan di yang";</script>'
            f"</head><body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{body}</article></body></html>").encode()


def record(url: str, content: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK", extra: str = "") -> bytes:
    """A response as a gzip member of its own."""
    made = WarcRecord()
    made.init_headers(WarcRecordType.response)
    made.headers["WARC-Target-URI"] = url
    made.headers["WARC-Date"] = DAY.strftime("%Y-%m-%dT%H:%M:%SZ")
    made.headers["Content-Type"] = "application/http; msgtype=response"
    made.is_http = True
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{extra}Content-Length: {len(content)}\r\n\r\n".encode()
    made.set_bytes_content(head + content)
    plain = io.BytesIO()
    made.write(plain)
    return gzip.compress(plain.getvalue(), mtime=0)


def told(path: Path) -> tuple[dict[str, dict[str, str]], list[str]]:
    """The articles of a build, by address, and what it says."""
    outcome = build([str(path)], path.parent / "out")
    problems = [str(one).replace(f"{path}: ", "") for one in outcome.problems]
    if not outcome.files:
        return {}, problems
    lines = (path.parent / "out" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    return {one["url"]: one for one in map(json.loads, lines)}, problems


def test_only_indonesian_pages_that_name_an_election_body_are_read(tmp_path: Path) -> None:
    crawl = tmp_path / "crawl.warc.gz"
    crawl.write_bytes(b"".join([
        record("https://a.example/rakor", page(INDONESIAN, "Rakor di Batang")),
        record("https://a.example/lomba", page(COOKING)),
        record("https://a.example/en", page(ENGLISH)),
        record("https://a.example/ms", page(MALAY)),
        record("https://a.example/foto.jpg", b"\xff\xd8\xff", "image/jpeg"),
        record("https://a.example/hilang", page(INDONESIAN), status="404 Not Found"),
        record("https://a.example/besar", page(INDONESIAN * 20_000)),
        record("https://a.example/rakor", page(INDONESIAN, "Rakor di Batang")),
    ]))
    articles, problems = told(crawl)
    assert list(articles) == ["https://a.example/rakor"]
    assert problems == ["1 of 8 records kept; left out: 1 fetched again, 2 in another language, 2 other than HTML pages, 1 too large, "
                        "1 without an election body; only Indonesian pages that name an election body are read"]
    found = articles["https://a.example/rakor"]
    assert found["title"] == "Rakor di Batang" and found["date"] == "2024-06-26" and "a.example" in found["outlet"]
    graph = (tmp_path / "out" / "graph.nq").read_text(encoding="utf-8")
    assert "inContactWith> <https://w3id.org/bawaslu-kg/id/org/kpu-33.25>" in graph


def test_the_day_that_a_page_states_outranks_that_of_the_visit(tmp_path: Path) -> None:
    crawl = tmp_path / "crawl.warc.gz"
    crawl.write_bytes(record("https://a.example/1", page(INDONESIAN, day="2024-06-25T08:00:00+07:00")))
    assert told(crawl)[0]["https://a.example/1"]["date"] == "2024-06-25"


def test_pages_that_were_sent_compressed_are_read(tmp_path: Path) -> None:
    crawl = tmp_path / "crawl.warc.gz"
    crawl.write_bytes(record("https://a.example/1", gzip.compress(page(INDONESIAN)), extra="Content-Encoding: gzip\r\n"))
    assert len(told(crawl)[0]) == 1


@pytest.mark.parametrize("harm", ["inside", "head"])
def test_a_damaged_record_is_told_and_the_rest_is_read(tmp_path: Path, harm: str) -> None:
    members = [record(f"https://a.example/{n}", page([*INDONESIAN, f"Kegiatan itu adalah yang ke-{n} dalam tahun ini."])) for n in range(5)]
    at = 60 if harm == "inside" else 0
    members[2] = members[2][:at] + bytes(60) + members[2][at + 60 :]
    crawl = tmp_path / "crawl.warc.gz"
    crawl.write_bytes(b"".join(members))
    articles, problems = told(crawl)
    assert sorted(url[-1] for url in articles) == ["0", "1", "3", "4"]
    assert sum(line.startswith("damaged record at or after byte") for line in problems) == 1 and len(problems) == 2


def test_uncompressed_crawls_and_folders_of_crawls(tmp_path: Path) -> None:
    folder = tmp_path / "crawls"
    folder.mkdir()
    (folder / "a.warc").write_bytes(gzip.decompress(record("https://a.example/1", page(INDONESIAN))))
    (folder / "b.warc.gz").write_bytes(record("https://b.example/2", page(INDONESIAN)))
    outcome = build([str(folder)], tmp_path / "out")
    assert outcome.articles == 2 and not any(problem.lost for problem in outcome.problems)


@pytest.mark.parametrize("content", [b"", b"no crawl at all\n" * 9, gzip.compress(b"neither")])
def test_what_is_no_crawl_is_told_in_a_line(tmp_path: Path, content: bytes) -> None:
    crawl = tmp_path / "crawl.warc.gz"
    crawl.write_bytes(content)
    articles, problems = told(crawl)
    assert not articles and len(problems) in (1, 2)
    assert problems[-1].startswith(("no page in this WARC file", "0 of 1 records kept; left out: 1 damaged"))


def test_without_the_package_one_line_says_what_to_install(tmp_path: Path) -> None:
    crawl = tmp_path / "crawl.warc.gz"
    crawl.write_bytes(record("https://a.example/1", page(INDONESIAN)))
    hide = "import sys; sys.modules['fastwarc'] = None; from kg.cli import main; main(sys.argv[1:])"
    run = subprocess.run([sys.executable, "-c", hide, "build", str(crawl), "-o", str(tmp_path / "out")], cwd=ROOT, check=False,
                         env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True)
    assert run.returncode and "pip install 'bawaslu-kg[warc]'" in run.stderr and "Traceback" not in run.stderr


def test_the_gate_loses_no_annotated_article() -> None:
    wanted = lost = 0
    for one in [one for name in ("dev", "own", "seeds") for one in load(ROOT / "tests" / "gold" / name)]:
        if read(make_article(one.text, one.id, one.id)).relevant:
            wanted += 1
            sent = page(one.text.split("\n"))
            lost += not (gate.names_election_body(sent) and gate.indonesian(sent))
    assert wanted > 100 and lost == 0


def test_a_crawl_holds_copies_too(tmp_path: Path) -> None:
    text = "\n".join(["Rakor di Batang", *INDONESIAN])
    crawl = tmp_path / "crawl.warc.gz"
    copy = other_version(text, HANDS["reprint"], Random(3)).split("\n")
    crawl.write_bytes(record("https://a.example/1", page(INDONESIAN)) + record("https://b.example/2", page(copy[1:], copy[0])))
    told(crawl)
    assert "#sameReportAs" in (tmp_path / "out" / "graph.nq").read_text(encoding="utf-8")
