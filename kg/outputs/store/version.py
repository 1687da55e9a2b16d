"""Which rules and which lexicon made a part: when they change, all is read again."""

from __future__ import annotations

import hashlib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from kg.lexicon.places import ontology_dir

_STEPS = ("articles", "sentences.py", "mentions", "facts", "identity", "graph", "lexicon", "records.py", "rules.py",
          "outputs/store", "outputs/articles.py", "outputs/dataset.py", "outputs/report.py")  # fmt: skip
_LIBRARIES = ("ftfy", "trafilatura", "lxml", "pyoxigraph", "rensa")
_ROOT = Path(__file__).parents[2]


def of_rules(base: str) -> str:
    """A digest over all that a part hangs on besides its article: the steps, ontology, libraries, and the IRIs' base."""
    found = hashlib.sha256(base.encode())
    for path in sorted(_files()):
        found.update(path.name.encode() + b"\0" + path.read_bytes())
    for name in _LIBRARIES:
        found.update(f"{name} {_installed(name)}\0".encode())
    return found.hexdigest()[:32]


def _files() -> list[Path]:
    steps = [path for name in _STEPS for path in ([_ROOT / name] if name.endswith(".py") else (_ROOT / name).rglob("*.*"))]
    steps = [path for path in steps if path.suffix in (".py", ".sql")]
    return steps + [path for path in ontology_dir().rglob("*") if path.is_file()]


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
