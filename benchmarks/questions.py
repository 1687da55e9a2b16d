"""Writes docs/questions.md: all named questions by who asks them, and some of them with their answers as `kg query` gives them.

    python benchmarks/questions.py

The answers come from the seeds and from the annotated articles. The same articles and questions give the same bytes; a
test holds the kept file against a fresh one.
"""

from __future__ import annotations

import shlex
import tempfile
from collections.abc import Iterable
from pathlib import Path

from click.testing import CliRunner

from kg.asking.questions import Question, questions
from kg.cli import main
from kg.pipeline import build

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "questions.md"
AUDIENCES = {
    "journalist": "Journalists",
    "observer": "Observers of elections",
    "researcher": "Researchers",
    "staff": "Bawaslu staff",
    "engineer": "Data engineers",
}
# What it shows, the folder, the question with its options, and how many lines of the answer (0: all).
SHOWN = (
    ("With whom is a body in contact, since when?", "output", 'partners --of "Bawaslu Gresik" --since 2024-06', 0),
    ("Which words show it?", "output", 'evidence-of-contact --one "Bawaslu Batang" --other "KPU Batang"', 0),
    ("Who headed a body on a day, and who says so?", "output", 'who-headed --of "Bawaslu Batang" --on 2024-07-01', 0),
    ("Partners by kind, in meetings that were held", "output", 'partners-by-kind --of "Bawaslu Gresik"', 0),
    ("What was said on a theme by officials of a kind of body?", "output",
     'said-on-theme --theme netralitas --kind Bawaslu --since 2024-09-25 --until 2024-09-25', 0),
    ("Whose contacts with Bawaslu do Bawaslu's own sites alone report?", "gold", "self-reported-only", 0),
    ("Meetings outside the organiser's area", "gold", "outside-area --since 2024-09", 0),
    ("Who was invited and did not come?", "gold", "invited-absent --by \"Bawaslu Kaltim\"", 0),
    ("Where was no meeting with prosecutors found?", "gold", "no-meeting-found --min-articles 3", 12),
    ("The same question of the police: another kind of body", "gold", 'no-meeting-found --kind "Kepolisian Resor" --min-articles 3', 8),
    ("Which kinds of bodies do speakers come from?", "gold", "speakers-by-kind --since 2024", 10),
    ("What was coordinated in a stage of Pilkada 2024?", "output", 'coordinated-in-stage --stage kampanye --of "Bawaslu OKI"', 0),
    ("An edge list for Gephi", "output", "network-edges --format csv", 5),
)  # fmt: skip
HEAD = """# Named questions

Made by `make questions`; a test holds this page against a fresh one.

`kg query --list` lists them, `kg query NAME --help` tells the options of one, `kg query NAME --show` prints its SPARQL, which
any store that holds the graph can be asked (`docs/stores.md`). They are files, `ontology/queries/*.rq`, and need no program:
an option is a variable of its name. Names are found by any of their forms; an ambiguous one lists what it fits.

Rows name the article (`id`) and, where it is not a count, the words. Of a count `oneArticle` is one of the articles behind it.
What is not in an answer was not found in these articles: that is not to say that it did not happen.

## With answers

`output` holds the seeds (`kg build seeds -o output`); `gold` the annotated articles of the tests, whose people's names are
invented (`kg build 'tests/gold/dev/*.txt' 'tests/gold/own/*.txt' -o gold`).
"""


def page(folders: dict[str, Path]) -> str:
    """The page, with answers from the two built folders by name."""
    known = [one for one in questions() if one.audience]
    return "\n".join((HEAD, *(_shown(folders, *one) for one in SHOWN), *_lists(known))).rstrip() + "\n"


def _shown(folders: dict[str, Path], about: str, folder: str, asked: str, lines: int) -> str:
    result = CliRunner().invoke(main, ["query", *shlex.split(asked), "-d", str(folders[folder])])
    if result.exit_code:
        raise SystemExit(f"kg query {asked}: {result.stderr}")
    answer = result.stdout.splitlines()
    cut = f" | head -{lines}" if lines else ""
    place = "" if folder == "output" else f" -d {folder}"
    shown = "\n".join(f"    {line}".rstrip() for line in (answer[:lines] if lines else answer))
    return f"### {about}\n\n    $ kg query {asked}{place}{cut}\n{shown}\n"


def _lists(known: Iterable[Question]) -> Iterable[str]:
    yield "## All questions, by who asks them\n\nSquare brackets mark options that may be left out.\n"
    for audience, name in AUDIENCES.items():
        yield f"### {name}\n\n| question | asks | bertanya | options |\n|---|---|---|---|"
        for one in known:
            if audience in one.audience:
                options = " ".join(f"`--{p.name}`" if p.required else f"[`--{p.name}`]" for p in one.parameters)
                yield f"| `{one.name}` | {one.asks[1]} | {one.asks[0]} | {options} |"
        yield ""


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        built = {name: Path(place) / name for name in ("output", "gold")}
        build([str(ROOT / "seeds")], built["output"])
        texts = (path for name in ("dev", "own") for path in sorted((ROOT / "tests" / "gold" / name).glob("*.txt")))
        build([str(path) for path in texts], built["gold"])
        PAGE.write_text(page(built), encoding="utf-8")
