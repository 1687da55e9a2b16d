"""The named questions: the contract's queries and the competency questions of the ontology."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from kg.lexicon.places import ontology_dir
from kg.outputs.problems import QuestionError

_FOLDERS = ("contract/queries", "queries")


@dataclass(frozen=True, slots=True)
class Question:
    """A query file: its name, and in plain words what it asks."""

    name: str
    about: str
    path: Path


def questions() -> list[Question]:
    """All named questions, sorted by name; where two folders hold one name, the contract's counts."""
    found: dict[str, Question] = {}
    for folder in _FOLDERS:
        for path in sorted((ontology_dir() / folder).glob("*.rq")):
            found.setdefault(path.stem, Question(path.stem, _about(path), path))
    return [found[name] for name in sorted(found)]


def query_text(asked: str) -> str:
    """The SPARQL of what a user asked: a question's name, a file, or the query itself.

    Raises QuestionError when it is none of these, with the names that come close.
    """
    known = {question.name: question for question in questions()}
    if asked in known:
        return known[asked].path.read_text(encoding="utf-8")
    if re.search(r"[{}\n]", asked):
        return asked
    if Path(asked).is_file():
        return Path(asked).read_text(encoding="utf-8")
    if asked.endswith((".rq", ".sparql")) or "/" in asked:
        raise QuestionError(f"{asked}: no such query file; check the path, or see `kg query --list`")
    if re.match(r"\s*(?:prefix|base|select|ask|construct|describe)\b", asked, re.IGNORECASE):
        return asked
    near = get_close_matches(asked, known, n=3, cutoff=0.6)
    hint = f"did you mean {' or '.join(near)}?" if near else "see `kg query --list`"
    raise QuestionError(f"{asked}: no question of that name; {hint}")


def _about(path: Path) -> str:
    lines = path.read_text(encoding="utf-8").splitlines()
    first = next((line for line in lines if line.startswith("#")), "#")
    return first.lstrip("# ").strip()
