"""Whether an event took place: held, planned, called-for or cancelled, by the words beside its announcement."""

from __future__ import annotations

import re

from kg.identity.events import Chosen
from kg.lexicon.words import alternatives
from kg.mentions import ReadSentence

_CANCELLED = re.compile(
    r"\b(?:batal|dibatalkan|ditunda|urung|diundur)\b[^⟦⟧.]{0,40}$|^[^⟦⟧.]{0,40}\b(?:batal|dibatalkan|ditunda|urung|diundur)\b"
)
_PLANNED = re.compile(rf"\b{alternatives('plan')}\b[^⟦⟧.]{{0,40}}$")
_CALLED_FOR = re.compile(
    r"\b(?:perlu|harus|hendaknya|sebaiknya|mendesak|meminta|diminta|agar|supaya|mengusulkan)\b[^⟦⟧.]{0,40}$"
)


def of(chosen: Chosen, sentences: tuple[ReadSentence, ...], attended: bool) -> str:
    """The modality of the reported event. An event that somebody attended was held, whatever else is said."""
    tagged = sentences[chosen.sentence].tagged
    if chosen.mention not in tagged.mentions:
        return "held"
    index = tagged.mentions.index(chosen.mention)
    before, after = tagged.text[: tagged.starts[index]], tagged.text[tagged.starts[index] :].split("⟧", 1)[-1]
    if _CANCELLED.search(before) or _CANCELLED.match(after):
        return "cancelled"
    if attended:
        return "held"
    if _PLANNED.search(before):
        return "planned"
    return "called-for" if _CALLED_FOR.search(before) and not chosen.hosts else "held"
