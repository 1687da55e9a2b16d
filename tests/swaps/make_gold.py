"""Makes tests/gold/dev from the original annotated articles: python tests/swaps/make_gold.py ORIGINALS

Every person's name becomes an invented one, in text, annotation and notes. People whom the annotation leaves out
(reporters, people of other headlines) are found by the offsets in unannotated.csv, which holds no names.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from swaps.annotated import Annotated, CannotSwap, Gold, load
from swaps.mentions import people_of
from swaps.names import fixed
from swaps.people import renamed_alike

TARGET = Path(__file__).resolve().parents[1] / "gold" / "dev"
EXTRA = Path(__file__).resolve().parent / "unannotated.csv"
_NOTES = "\n\u241e\n"


def main() -> None:
    """Writes the set and tells how many articles it has; fails if a full name of the originals is left anywhere."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("originals", type=Path, help="the folder with the original .txt and .json files")
    originals = load(parser.parse_args().originals)
    made = [anonymous(article) for article in originals]
    left = [line for old, new in zip(originals, made, strict=True) for line in leftovers(old, new)]
    if left:
        sys.exit("names left:\n" + "\n".join(left))
    TARGET.mkdir(parents=True, exist_ok=True)
    for article in made:
        (TARGET / f"{article.id}.txt").write_bytes(article.text.encode("utf-8"))
        (TARGET / f"{article.id}.json").write_text(
            json.dumps(article.gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
    print(f"{len(made)} articles written to {TARGET}")


def anonymous(article: Annotated) -> Annotated:
    """The article with invented people; one that names nobody stays as it is."""
    whole = article.text + _NOTES + article.gold.get("notes", "")
    known = Annotated(article.id, whole, _with_extra(article))
    try:
        swapped = renamed_alike(known, Random(article.id))
    except CannotSwap as reason:
        if str(reason) != "names nobody":
            raise
        return article
    text, notes = swapped.text.split(_NOTES)
    gold = {key: value for key, value in swapped.gold.items() if key in article.gold}
    if "people_maybe" in gold:
        gold["people_maybe"] = gold["people_maybe"][: len(article.gold["people_maybe"])]
    if "notes" in gold:
        gold["notes"] = notes
    return Annotated(article.id, text, gold)


def _with_extra(article: Annotated) -> Gold:
    return {**article.gold, "people_maybe": [*article.gold.get("people_maybe", []), *_extra(article)]}


def _extra(article: Annotated) -> list[str]:
    with EXTRA.open(encoding="utf-8", newline="") as lines:
        return [
            article.text[int(row["start"]) : int(row["end"])]
            for row in csv.DictReader(lines)
            if row["id"] == article.id
        ]


def leftovers(old: Annotated, new: Annotated) -> list[str]:
    """Full names of the original, and words of them, that are still in the text, the annotation or the notes."""
    kept = new.text + json.dumps(new.gold, ensure_ascii=False)
    found = []
    for name in people_of(_with_extra(old)):
        words = [word for word in name if not fixed(word)]
        whole = re.search(r"\W{1,3}".join(map(re.escape, name)), kept, re.IGNORECASE)
        if whole or any(_stands_alone(word, old, kept) for word in words):
            found.append(f"{old.id}: {' '.join(name)}")
    return found


def _stands_alone(word: str, old: Annotated, kept: str) -> bool:
    """Whether a word of a name is still there where the original has it for the person, not in a place's name."""
    return bool(re.search(rf"\b{re.escape(word)}\b", kept)) and len(re.findall(rf"\b{re.escape(word)}\b", kept)) >= len(
        re.findall(rf"\b{re.escape(word)}\b", old.text + json.dumps(old.gold, ensure_ascii=False))
    )


if __name__ == "__main__":
    main()
