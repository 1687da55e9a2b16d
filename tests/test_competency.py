"""The contract's questions, put to the seeds. The named questions of the ontology are in test_questions.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.asking.answers import Rows, plain
from kg.asking.engine import ask
from kg.lexicon.places import ontology_dir

CONTRACT = sorted((ontology_dir() / "contract" / "queries").glob("*.rq"))


@pytest.mark.parametrize("question", CONTRACT, ids=lambda path: path.stem)
def test_the_questions_of_the_contract_have_rows_from_every_article(built: Path, question: Path) -> None:
    answer = ask(built / "graph.nq", question.read_text(encoding="utf-8"))
    assert isinstance(answer, Rows)
    assert len({plain(row[answer.columns.index("id")]) for row in answer.rows}) == 5
