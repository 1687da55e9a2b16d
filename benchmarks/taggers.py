"""What finding names alone takes: spaCy tokenising and tagging, and one pass of an Aho-Corasick automaton.

    python benchmarks/taggers.py CORPUS.jsonl NAMES.json [REPEATS]

Prints the medians of processor time for all texts as JSON. Loading is not counted. It imports nothing of kg, so that
spaCy can stand in an environment of its own.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import ahocorasick_rs
import spacy
from measuring import median, seconds


def main() -> None:
    """Tags the texts as often as asked in both ways."""
    with Path(sys.argv[1]).open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    names = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    repeats = int((sys.argv[3:] or ["3"])[0])
    nlp = spacy.blank("id")
    nlp.add_pipe("sentencizer")
    ruler = nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    ruler.add_patterns([{"label": "NAME", "pattern": name} for name in names])
    longest = ahocorasick_rs.MatchKind.LeftmostLongest
    automaton = ahocorasick_rs.AhoCorasick([name.lower() for name in names], matchkind=longest)
    tagged = median(lambda: seconds(lambda: [len(doc.ents) for doc in nlp.pipe(texts)]), repeats)
    found = median(lambda: seconds(lambda: [automaton.find_matches_as_indexes(text.lower()) for text in texts]), repeats)
    print(json.dumps({"spacy": tagged, "aho": found, "names": len(names)}))


if __name__ == "__main__":
    main()
