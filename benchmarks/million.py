"""A dataset of a million statements: the annotated articles again and again, each time in other areas and with other people.

    python benchmarks/million.py FOLDER [STATEMENTS]     builds the articles and writes FOLDER/graph.nq

Every copy is an image of the real graph under a renaming of its IRIs, so that it has the real graph's shape: regional
bodies move to other regions, and whatever an article or a person's name is part of gets the copy's number.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from kg.lexicon import areas
from kg.pipeline import build

GOLD = ("seeds", "tests/gold/dev", "tests/gold/own")
_IRI = re.compile(r"<https://w3id\.org/bawaslu-kg/id/([a-z-]+)/([^>]*)>")
_CODE = re.compile(r"(?<![\d.])\d\d(?:\.\d\d){1,2}(?![\d.])")
_OWN = {"article", "event", "venue", "membership", "quotation", "passage", "selector", "claim", "contact", "person", "tie"}
_NAME = re.compile(r"^<[^>]*/id/(?:org|person)/[^>]*> <[^>]*(?:#label|#prefLabel|#altLabel|#hiddenLabel)> \"[^\"]*")
_ID = re.compile(r"^<[^>]*/id/article/[^>]*> <[^>]*/identifier> \"[^\"]*")
_ONE = r"\S*(?:#label|#prefLabel|/identifier|/latitude|/longitude|#notation|/containedInPlace)>"
_FACT = re.compile(rf"^(<\S*/id/(?:org|area)/\S*> <{_ONE}) (<\S*>|\"(?:[^\"\\]|\\.)*\"\S*)")
_WITHIN = re.compile(r"^(<\S*/id/area/(\S*)\.\d+> <\S*/containedInPlace>)")
_STEP = 37


def copies(lines: list[str], statements: int) -> Iterator[str]:
    """The lines, then their images, until there are that many. A body or area keeps the label, place, ... it gets first."""
    facts: dict[str, str] = {}

    def first(match: re.Match[str]) -> str:
        within = _WITHIN.match(match[1])
        value = f"<https://w3id.org/bawaslu-kg/id/area/{within[2]}>" if within else match[2]
        what = match[1] + value.rpartition('"')[2]  # one in each language
        return f"{match[1]} {facts.setdefault(what, value)}"

    known = areas.load().codes("regency")
    places = {code: number for number, code in enumerate(known)}
    for copy in range(-(-statements // len(lines))):
        for line in lines:
            yield _FACT.sub(first, _image(line, copy, known, places) if copy else line)


def _image(line: str, copy: int, known: list[str], places: dict[str, int]) -> str:
    def moved(match: re.Match[str]) -> str:
        regency = ".".join(match[0].split(".")[:2])
        if regency not in places:
            return match[0]
        return known[(places[regency] + _STEP * copy) % len(known)] + match[0][len(regency) :]

    def renamed(match: re.Match[str]) -> str:
        key = _CODE.sub(moved, match[2]) if match[1] in ("org", "area") else match[2]
        end = f"-{copy}" if match[1] in _OWN else ""
        return f"<https://w3id.org/bawaslu-kg/id/{match[1]}/{key}{end}>"

    for named in (_NAME, _ID):
        line = named.sub(lambda match: f"{match[0]} {copy}", line)
    return _IRI.sub(renamed, line)


def main() -> None:
    """Builds the articles into the folder, then writes the copies over its graph.nq."""
    folder, wanted = Path(sys.argv[1]), int((sys.argv[2:] or ["1000000"])[0])
    texts = [str(path) for place in GOLD for path in sorted(Path(place).rglob("*.txt"))]
    build(texts, folder)
    lines = (folder / "graph.nq").read_text(encoding="utf-8").splitlines(keepends=True)
    with (folder / "graph.nq").open("w", encoding="utf-8") as file:
        file.writelines(copies(lines, wanted))


if __name__ == "__main__":
    main()
