"""The bench: how fast articles are read and written, as ratios to other tools on the same texts in the same run.

    python benchmarks/bench.py --sizes 1000 10000      writes benchmarks/results.md

Needs spaCy and ahocorasick_rs (kg[bench]); `--spacy PYTHON` names another interpreter that has them. Figures are medians
of processor time, so that other work on the machine counts little.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import writing
from corpus import ROOT, corpus
from measuring import Row, machine, median, of_program, wall
from steps import steps

from kg.lexicon import concepts
from kg.lexicon.places import table

RESULTS = Path(__file__).with_name("results.md")
KG = (sys.executable, "-m", "kg.cli")
_SHOWN = 1000
_LISTS = ("agency-type", "group-type", "event-type", "role", "theme")


def main() -> None:
    """Measures and writes the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000], help="articles in each corpus")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--spacy", default=sys.executable, metavar="PYTHON", help="an interpreter with spaCy")
    parser.add_argument("--output", type=Path, default=RESULTS)
    args = parser.parse_args()
    told = machine()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = [row for size in args.sizes for row in against_taggers(written(size, folder), folder, args)]
        spent, readings = steps(folder / f"{args.sizes[0]}.jsonl")
        rows += writing.rows(readings, args.repeats)
        # (c) two processes against one, (d) large against small and peak memory, (f) questions: rows are added here.
        rows += start_up(folder, max(args.repeats, 5))
    args.output.write_text(laid_out(told, rows, spent), encoding="utf-8")


def written(size: int, folder: Path) -> Path:
    """A corpus of a size as a JSONL file in a folder."""
    path = folder / f"{size}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in corpus(size))
    return path


def against_taggers(path: Path, folder: Path, args: argparse.Namespace) -> list[Row]:
    """Rows (a) and (b, first half): the whole of `kg build` in one process, spaCy's tagging, one pass of Aho-Corasick."""
    names = folder / "names.json"
    names.write_text(json.dumps(known_names(), ensure_ascii=False), encoding="utf-8")
    count = int(path.stem)
    once = args.repeats if count <= _SHOWN else 1
    build = [*KG, "build", str(path), "--jobs", "1", "-o"]
    ours = median(lambda: of_program([*build, tempfile.mkdtemp(dir=folder)]), once)
    side = Path(__file__).with_name("taggers.py")
    command = [args.spacy, str(side), str(path), str(names), str(once)]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    every = f"{count / ours:,.0f} articles/s"
    return [
        Row(f"(a) whole build of {count:,} articles, one process, against spaCy tagging the same names",
            every, f"{count / told['spacy']:,.0f} articles/s", told["spacy"] / ours, "≥ 0.5"),
        Row(f"(b) the same against one Aho-Corasick pass for {told['names']:,} names", every,
            f"{count / told['aho']:,.0f} articles/s", told["aho"] / ours, "the physical limit"),
    ]  # fmt: skip


def known_names() -> list[str]:
    """All names that the lexicon knows: of bodies, groups, events, posts, themes, areas and districts."""
    names = {word for kind in _LISTS for concept in concepts.load().of(kind) for word in concept.words}
    names |= {row["alias"] for row in table("area_aliases")} | {row["name"] for row in table("districts")}
    return sorted(names)


def start_up(folder: Path, repeats: int) -> list[Row]:
    """Row (g): what one waits for the shortest commands, as ratio to Python doing nothing."""
    nothing = median(lambda: wall([sys.executable, "-c", "pass"]), repeats)
    one = str(next((ROOT / "seeds").glob("*.txt")))
    asked = median(lambda: wall([*KG, "--help"]), repeats)
    built = median(lambda: wall([*KG, "build", one, "-o", tempfile.mkdtemp(dir=folder)]), repeats)
    return [
        Row("(g) `kg --help` against `python -c pass`", f"{asked:.2f} s", f"{nothing:.2f} s", asked / nothing, "≤ 0.3 s"),
        Row("(g) `kg build` of one article", f"{built:.2f} s", f"{nothing:.2f} s", built / nothing, "≤ 1.0 s"),
    ]


def laid_out(told: str, rows: list[Row], spent: list[tuple[str, float]]) -> str:
    """The results as Markdown."""
    table_ = [f"| {row.what} | {row.ours} | {row.theirs} | {row.ratio:.3g} | {row.aim} |" for row in rows]
    total = sum(each for _, each in spent)
    where = [f"| {name} | {each:.2f} | {100 * each / total:.0f} % |" for name, each in spent]
    return "\n".join([
        "# Bench", "", f"Made by `make bench` on: {told}.", "",
        "| what | ours | theirs | ratio | aim |", "|---|---|---|---|---|", *table_, "",
        "Where the time of reading goes, in milliseconds of one article:", "",
        "| step | ms | share |", "|---|---|---|", *where, f"| together | {total:.2f} | |", "",
    ])  # fmt: skip


if __name__ == "__main__":
    main()
