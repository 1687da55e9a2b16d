"""The scores on the open gold set: as the original scorer counts, and above the floors."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.evaluation import KINDS, from_dataset, fuzzy, load, score, scores
from kg.evaluation.floors import applied, broken, changed, read, write
from kg.evaluation.run import evaluate

GOLD = Path(__file__).parent / "gold"
FLOORS = GOLD / "floors.toml"
SETS = ("dev", "seeds")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["eval", *arguments])


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("reference") / "graph.nq"
    path.write_bytes(gzip.decompress((GOLD / "reference" / "graph.nq.gz").read_bytes()))
    return path


def test_counts_are_those_of_the_original_scorer(reference: Path) -> None:
    expected = json.loads((GOLD / "reference" / "expected.json").read_text())
    found = from_dataset(reference)
    results = {key: score(doc, found.get(key)) for name in SETS for key, doc in load(GOLD / name).docs.items()}
    counts = {key: {kind: [len(part) for part in parts[kind]] for kind in KINDS} for key, parts in results.items()}
    assert counts == expected["documents"]
    total = scores(results)
    assert (total.f1["macro"], total.f1["micro"]) == pytest.approx((expected["macro"], expected["micro"]))
    assert list(total.intervals["macro"]) == pytest.approx(expected["macro interval"])


@pytest.mark.parametrize("name", SETS)
def test_no_kind_falls_below_its_floor(name: str) -> None:
    assert set(read(FLOORS)[name]) == {*KINDS, "macro", "micro"}
    found = evaluate([GOLD / name])
    assert [problem for problem in found.problems if problem.lost] == []
    assert found.broken(FLOORS) == []


def test_negatives_yield_no_fact() -> None:
    found = evaluate([GOLD / "dev"])
    negatives = {key: parts for key, parts in found.results.items() if "neg" in key}
    assert len(negatives) == 6
    assert {(key, kind): parts[kind][1] for key, parts in negatives.items() for kind in KINDS if parts[kind][1]} == {}


def test_gold_names_only_what_its_texts_hold() -> None:
    for name in SETS:
        gold = load(GOLD / name)
        for key, doc in gold.docs.items():
            text = gold.texts[key].read_text(encoding="utf-8")
            for person in doc.get("people", []):
                assert all(word.lower() in text.lower() for word in re.findall(r"\w+", person)), (key, person)


def test_command_prints_table_errors_and_json(reference: Path) -> None:
    arguments = (str(GOLD / "dev"), "--dataset", str(reference))
    table = run(*arguments, "--errors")
    assert table.exit_code == 0 and table.stdout.startswith("66 documents") and "    posts: missed " in table.stdout
    told = json.loads(run(*arguments, "--json", "--only", "java-05").stdout)
    assert told["documents"] == 1 and set(told["f1"]) == {*KINDS, "macro", "micro"}


def test_command_tells_what_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for arguments, words in [((str(tmp_path / "none"),), "no such folder"), ((str(tmp_path),), "no annotations"),
                             ((str(GOLD / "seeds"), "--only", "x"), "no annotation with the id x")]:
        result = run(*arguments)
        assert result.exit_code == 1 and words in result.stderr and result.stderr.count("\n") == 1
    assert run(str(GOLD / "seeds"), "--write-floors").exit_code == 2
    monkeypatch.setattr(fuzzy, "_fuzz", None)
    assert "pip install" in run(str(GOLD / "seeds")).stderr


def test_command_fails_below_a_floor_and_writes_floors(reference: Path, tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    arguments = (str(GOLD / "seeds"), "--dataset", str(reference), "--floors", str(path))
    assert run(*arguments, "--write-floors").exit_code == 0
    assert 0.0 < read(path)["seeds"]["themes"] < 1.0
    write(path, {**read(path), "seeds": {**read(path)["seeds"], "themes": 0.999}})
    result = run(*arguments, "--write-floors")
    assert result.exit_code == 1 and "seeds themes" in result.stderr and read(path)["seeds"]["themes"] == 0.999
    lowered = run(*arguments, "--write-floors", "--allow-lower")
    assert lowered.exit_code == 0 and "floor lowered: seeds themes" in lowered.stderr


def test_floors_only_rise_by_themselves(tmp_path: Path) -> None:
    floors = {"dev": {"posts": 0.8, "themes": 0.9}, "gaps": {"people": 0.02}}
    assert broken(floors, "dev", {"posts": 0.79, "themes": 0.95}) == ["dev posts: 0.790 is below 0.800"]
    changes = changed(floors, "dev", {"posts": 0.85, "themes": 0.7})
    assert [str(one) for one in changes] == ["dev posts: 0.800 -> 0.830"]
    assert [one.kind for one in changed(floors, "dev", {"posts": 0.82, "themes": 0.7}, lower=True)] == ["themes"]
    after = applied(floors, changes)
    write(tmp_path / "floors.toml", after)
    assert read(tmp_path / "floors.toml") == after == {"dev": {"posts": 0.83, "themes": 0.9}, "gaps": {"people": 0.02}}
