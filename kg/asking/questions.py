"""The named questions: the contract's queries and those of the ontology, each a file with what it asks in its head.

The head of a file, line by line: `# title:` what it lists; `# id:` and `# en:` the question in words; `# for:` who asks
it; `# param: NAME KIND [? | = DEFAULT] | English | Indonesian`; `# example:` options that show it at work.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from kg.lexicon.places import ontology_dir
from kg.outputs.problems import QuestionError

_FOLDERS = ("contract/queries", "queries")
_HEAD = re.compile(r"#\s*(title|id|en|for|param|example):\s*(.*)")
_PARAMETER = re.compile(r"(?P<name>[a-z][a-z-]*)\s+(?P<kind>[a-z-]+)\s*(?P<free>\?)?(?:=\s*(?P<default>.*))?$")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question may be told: option --`name`, variable ?`variable`. None as default: left open."""

    name: str
    kind: str
    required: bool
    default: str | None
    about: str
    about_id: str

    @property
    def variable(self) -> str:
        """Its variable in the query, without the question mark."""
        return self.name.replace("-", "_")


@dataclass(frozen=True, slots=True)
class Question:
    """A query file: its name, what it asks in plain words, for whom, what it may be told, and an example."""

    name: str
    about: str
    path: Path
    asks: tuple[str, str] = ("", "")
    audience: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    example: str = ""

    @property
    def text(self) -> str:
        """The query as it stands in its file."""
        return self.path.read_text(encoding="utf-8")


@cache
def questions() -> tuple[Question, ...]:
    """All named questions, sorted by name; where two folders hold one name, the contract's counts."""
    found: dict[str, Question] = {}
    for folder in _FOLDERS:
        for path in sorted((ontology_dir() / folder).glob("*.rq")):
            found.setdefault(path.stem, _read(path))
    return tuple(found[name] for name in sorted(found))


def named(name: str) -> Question | None:
    """The question of that name, if there is one."""
    return next((question for question in questions() if question.name == name), None)


def query_text(asked: str) -> str:
    """The SPARQL of what a user asked: a question's name, a file, or the query itself.

    Raises QuestionError when it is none of these, with the names that come close.
    """
    known = {question.name: question for question in questions()}
    if asked in known:
        return known[asked].text
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


def _read(path: Path) -> Question:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    heads = [(match[1], match[2].strip()) for line in lines if (match := _HEAD.match(line))]
    first = dict(reversed(heads))
    return Question(
        path.stem,
        first.get("title") or (lines[0].lstrip("# ").strip() if lines else ""),
        path,
        (first.get("id", ""), first.get("en", "")),
        tuple(name.strip() for name in first.get("for", "").split(",") if name.strip()),
        tuple(_parameter(path, text) for head, text in heads if head == "param"),
        first.get("example", ""),
    )


def _parameter(path: Path, text: str) -> Parameter:
    declared, english, indonesian = (part.strip() for part in f"{text}||".split("|")[:3])
    match = _PARAMETER.match(declared)
    if match is None:
        raise QuestionError(f"{path}: `# param: {text}` is not NAME KIND [? | = DEFAULT] | English | Indonesian; mend it")
    default = match["default"].strip() if match["default"] else None
    return Parameter(match["name"], match["kind"], not (match["free"] or default), default, english, indonesian)
