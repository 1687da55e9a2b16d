"""The bench: how fast articles are read, written and asked about, as ratios to other tools in the same run.

    python benchmarks/bench.py          writes benchmarks/results.md, results.json and the table in README.md

Needs kg[bench]. Wants a machine without other work and about 40 minutes. `--corpora DIR` keeps the corpora between runs.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import questions_speed
import scaling
import writing
from corpus import ROOT, corpus
from measuring import Row, machine, median, of_program, wall
from steps import steps

from kg.lexicon import concepts
from kg.lexicon.places import table
from kg.records import Reading

RESULTS = Path(__file__).with_name("results.md")
README = ROOT / "README.md"
BEGIN, END = "<!-- bench -->\n", "<!-- /bench -->\n"
KG = (sys.executable, "-m", "kg.cli")
_SHOWN = 1000
_LISTS = ("agency-type", "group-type", "event-type", "role", "theme")


def main() -> None:
    """Measures and writes the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs=3, default=[1_000, 10_000, 100_000], help="articles in each corpus")
    parser.add_argument("--statements", type=int, default=1_000_000, help="that the questions are put to")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--corpora", type=Path, help="where corpora are kept, and found again")
    parser.add_argument("--output", type=Path, default=RESULTS)
    args = parser.parse_args()
    told = machine()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpora = made(sorted(args.sizes), args.corpora or folder)
        spent, readings = steps(corpora[min(corpora)])
        rows, raw = [], {}
        for row in measured(corpora, folder, args, readings, raw):
            print(f"{row.what}: {row.ours} / {row.theirs} = {row.ratio:.3g} ({row.aim})", file=sys.stderr, flush=True)
            rows.append(row)
    args.output.write_text(laid_out(told, rows, spent), encoding="utf-8")
    args.output.with_suffix(".json").write_text(json.dumps({"machine": told, **raw}, indent=1) + "\n", encoding="utf-8")
    if args.output == RESULTS:
        README.write_text(inserted(README.read_text(encoding="utf-8"), told, rows), encoding="utf-8")


def measured(
    corpora: dict[int, Path], folder: Path, args: argparse.Namespace, readings: list[Reading], raw: dict[str, float]
) -> Iterator[Row]:
    """All rows, as they come; `raw` takes figures that are used elsewhere."""
    small, middle, _ = sorted(corpora)
    for size in (small, middle):
        yield from against_taggers(corpora[size], folder, args)
    yield from writing.rows(readings, args.repeats)
    yield from start_up(folder, max(args.repeats, 5))
    found, figures = scaling.rows(corpora, folder)
    raw.update(figures)
    yield from found
    command = [sys.executable, str(Path(__file__).with_name("million.py")), str(folder / "million"), str(args.statements)]
    subprocess.run(command, check=True, cwd=ROOT)
    yield from questions_speed.rows(folder / "million" / "graph.nq")


def made(sizes: list[int], folder: Path) -> dict[int, Path]:
    """Corpora by their sizes, as JSONL files in a folder: each the beginning of the largest."""
    largest = folder / f"{sizes[-1]}.jsonl"
    if not largest.is_file():
        with largest.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in corpus(sizes[-1]))
    return {size: largest if size == sizes[-1] else scaling.sized(largest, size, folder / f"{size}.jsonl") for size in sizes}


def against_taggers(path: Path, folder: Path, args: argparse.Namespace) -> list[Row]:
    """Rows (a) and (b, first half): the whole of `kg build` in one process, spaCy's tagging, one pass of Aho-Corasick."""
    names = folder / "names.json"
    names.write_text(json.dumps(known_names(), ensure_ascii=False), encoding="utf-8")
    count = int(path.stem)
    once = args.repeats if count <= _SHOWN else 1
    build = [*KG, "build", str(path), "--jobs", "1", "-o"]
    ours = median(lambda: of_program([*build, tempfile.mkdtemp(dir=folder)]), once)
    side = Path(__file__).with_name("taggers.py")
    command = [sys.executable, str(side), str(path), str(names), str(once)]
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
    total = sum(each for _, each in spent)
    where = [f"| {name} | {each:.2f} | {100 * each / total:.0f} % |" for name, each in spent]
    return "\n".join([
        "# Bench", "", f"Made by `make bench` on: {told}.", "", *tabled(rows), "",
        "Where the time of reading goes, in milliseconds of one article:", "",
        "| step | ms | share |", "|---|---|---|", *where, f"| together | {total:.2f} | |", "",
    ])  # fmt: skip


def tabled(rows: list[Row]) -> list[str]:
    """The lines of the table."""
    found = [f"| {row.what} | {row.ours} | {row.theirs} | {row.ratio:.3g} | {row.aim} |" for row in rows]
    return ["| what | ours | theirs | ratio | aim |", "|---|---|---|---|---|", *found]


def inserted(page: str, told: str, rows: list[Row]) -> str:
    """The README with the table in its place."""
    before, rest = page.split(BEGIN)
    after = rest.split(END)[1]
    return f"{before}{BEGIN}" + "\n".join([*tabled(rows), "", f"One run of `make bench` on: {told}.", ""]) + f"{END}{after}"


if __name__ == "__main__":
    main()
