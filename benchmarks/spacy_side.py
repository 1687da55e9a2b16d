"""What spaCy takes for merely tokenising and tagging names: python spacy_side.py CORPUS.jsonl NAMES.json [REPEATS].

Prints seconds of processor time for all texts, one line a run. Loading is not counted. Needs only spaCy, so that it can
run in an environment of its own.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import spacy


def main() -> None:
    """Tags the texts as often as asked."""
    with Path(sys.argv[1]).open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    names = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    nlp = spacy.blank("id")
    nlp.add_pipe("sentencizer")
    ruler = nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    ruler.add_patterns([{"label": "NAME", "pattern": name} for name in names])
    for _ in range(int((sys.argv[3:] or ["3"])[0])):
        start = time.process_time()
        for doc in nlp.pipe(texts):
            len(doc.ents)
        print(time.process_time() - start, flush=True)


if __name__ == "__main__":
    main()
