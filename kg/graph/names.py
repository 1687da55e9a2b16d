"""What areas and concepts are called: their one Indonesian label, as the ontology and the area tables give it."""

from __future__ import annotations

from kg.graph.vocabulary import CONCEPT_KINDS
from kg.lexicon import areas, concepts
from kg.lexicon.areas import Area
from kg.lexicon.concepts import Concept
from kg.records import Ref


def is_concept(ref: Ref) -> bool:
    """Whether the thing is a member of one of the closed lists."""
    return ref.kind in CONCEPT_KINDS


def area(code: str) -> Area | None:
    """The area of a Kemendagri code; None if the tables do not hold it."""
    return areas.load().get(code) if code in areas.load() else None


def concept(ref: Ref) -> Concept | None:
    """The concept as the ontology describes it; None if it is not listed."""
    return concepts.load().get(ref.kind, ref.key) if concepts.load().has(ref.kind, ref.key) else None


def label(ref: Ref) -> str:
    """The Indonesian label of an area or concept; the key in plain words where no table holds it."""
    if ref.kind == "area":
        found = area(ref.key)
        return found.name if found else ref.key
    known = concept(ref)
    return known.labels.get("id", ref.key) if known else ref.key.replace("-", " ")
