"""The tables of speed and cost are those of the last run of `make bench`."""

from __future__ import annotations

import json

import scale
from conftest import ROOT

_RESULTS = ROOT / "benchmarks" / "results.md"


def test_the_readme_has_the_table_of_the_last_run() -> None:
    table = [line for line in _RESULTS.read_text().split("\n\nWhere")[0].splitlines() if line.startswith("|")]
    assert len(table) > 10 and "\n".join(table) in (ROOT / "README.md").read_text()


def test_the_page_of_costs_follows_from_the_last_run() -> None:
    page = (ROOT / "docs" / "scale.md").read_text()
    assert scale.renewed(page, json.loads(_RESULTS.with_suffix(".json").read_text())) == page
    assert "core-hours" in page and "QLever" in page
