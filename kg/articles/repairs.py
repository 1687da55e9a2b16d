"""What ftfy leaves: named repairs, applied in this order to the whole text.

ftfy first mends letters (mojibake, entities, ligatures, control characters). Quotes stay straight or curly as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

import ftfy

from kg.lexicon.cues import Guarded

_FTFY = ftfy.TextFixerConfig(
    unescape_html=True,
    fix_character_width=False,
    uncurl_quotes=False,
    normalization="NFC",
)


# ftfy leaves a text of these as it is: it takes none of them for misread letters, whatever stands beside it. Only "&" may
# begin an entity.
_SOUND = re.compile(r"[ -%'-~\n\t“”‘’–—…•]*")


@dataclass(frozen=True)
class Repair:
    """A pattern and what takes its place; `reads` are pairs of before and after, `refuses` stay as they are."""

    name: str
    pattern: re.Pattern[str]
    replacement: str
    reads: tuple[tuple[str, str], ...]
    refuses: tuple[str, ...] = ()

    @cached_property
    def guarded(self) -> Guarded:
        """The pattern, not tried on a text that cannot hold it."""
        return Guarded(self.pattern)


REPAIRS = (
    Repair(
        "line_breaks",
        re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c]"),
        "\n",
        reads=(("a\r\nb", "a\nb"), ("a\rb", "a\nb")),
        refuses=("a\nb",),
    ),
    Repair(
        "written_out_line_breaks",
        # The text has been through a JSON dump without being read back; a Windows path has a colon before its slash.
        re.compile(r"(?<![:\\])(?:\\r)?\\n"),
        "\n",
        reads=((r"selesai.\nKetua Bawaslu", "selesai.\nKetua Bawaslu"), (r"a\r\nb", "a\nb")),
        refuses=(r"C:\naskah",),
    ),
    Repair(
        "invisible_marks",
        re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffc\ufffe\uffff]"),
        "",
        reads=(("Ba\u200bwaslu", "Bawaslu"), ("peng\u00adawas", "pengawas")),
        refuses=("se-Kabupaten",),
    ),
    Repair(
        "closing_quote_with_its_space",
        # ” in UTF-8, misread, lost its last byte; ftfy took the space after it for that byte and made a dagger.
        re.compile(r"(?<=[\w,.!?…])†(?=\w)"),
        "” ",
        reads=(("“Kami siap,†ungkapnya.", "“Kami siap,” ungkapnya."), ("“Awasi!†ajak Sari.", "“Awasi!” ajak Sari.")),
        refuses=("Sutomo † 1981",),
    ),
    Repair(
        "closing_quote",
        re.compile(r"(?<=[,.!?…])†|â€\x9d?(?![\x80-\xbf€-™])"),
        "”",
        reads=(("“Kami siap,† ungkapnya.", "“Kami siap,” ungkapnya."), ("siap,â€, ujar", "siap,”, ujar")),
        refuses=("Sutomo † 1981",),
    ),
    Repair(
        "stray_circumflex",
        # A no-break space in UTF-8, misread; its second byte has since become a plain space or gone.
        re.compile(r"Â(?=[^\w]|$)"),
        "",
        reads=(("tiap TPSÂ jangan", "tiap TPS jangan"), ("media.Â", "media.")),
        refuses=("Ânglais",),
    ),
    Repair(
        "lost_letters",
        re.compile("\ufffd"),
        "",
        reads=(("media\ufffd hadir", "media hadir"), ("\ufffd\ufffdKami siap", "Kami siap")),
        refuses=("media? hadir",),
    ),
    Repair(
        "picture_markup",
        re.compile(r"!\[([^\[\]\n]{0,300})\]\([^()\n]{0,500}\)"),
        r"\1",
        reads=(("![]() |", " |"), ("![Rakor](a.jpg)", "Rakor")),
        refuses=("hadir! [sic] (Kamis)",),
    ),
    Repair(
        "link_markup",
        re.compile(r"\[([^\[\]\n]{1,300})\]\((?:https?:|/|#)[^()\s]{0,500}\)"),
        r"\1",
        reads=(
            ("[Bawaslu Gresik](https://contoh.id/a) hadir", "Bawaslu Gresik hadir"),
            ("lihat [rakor](#rakor)", "lihat rakor"),
        ),
        refuses=("[sic] (Kamis)",),
    ),
    Repair(
        "heading_markup",
        re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(?=\S)", re.MULTILINE),
        "",
        reads=(("## Bawaslu Gelar Rakor", "Bawaslu Gelar Rakor"), ("a\n # KPU Hadir", "a\nKPU Hadir")),
        refuses=("#pilkada2024",),
    ),
    Repair(
        "strong_markup",
        re.compile(r"\*\*(?=\S)([^*\n]{1,500})(?<=\S)\*\*"),
        r"\1",
        reads=(("**BATANG** - Bawaslu", "BATANG - Bawaslu"), ("Ketua **Bawaslu Bali**", "Ketua Bawaslu Bali")),
        refuses=("sandi ** tidak", "(**)"),
    ),
    Repair(
        "wide_spaces",
        re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"),
        " ",
        reads=(("media.\u00a0", "media. "), ("Rabu\u202f(21/8)", "Rabu (21/8)")),
        refuses=("Rabu (21/8)",),
    ),
    Repair(
        "table_edge",
        # A picture's caption set in a table of two cells, as blogs do.
        re.compile(r"(?<=\w)[ \t]{1,20}\|[ \t]*$", re.MULTILINE),
        "",
        reads=(("Bawaslu Gelar Rakor |", "Bawaslu Gelar Rakor"), ("Rakor  | \nHadir", "Rakor\nHadir")),
        refuses=("|", "SERGAI ||"),
    ),
    Repair(
        "runs_of_spaces",
        re.compile(r"[ \t]{2,}|\t"),
        " ",
        reads=(("Rakor  digelar", "Rakor digelar"), ("Rakor\tdigelar", "Rakor digelar")),
        refuses=("Rakor digelar",),
    ),
    Repair(
        "space_at_line_ends",
        re.compile(r"(?<=\n) | (?=\n)"),
        "",
        reads=(("Rakor \nHadir", "Rakor\nHadir"), ("Rakor\n Hadir", "Rakor\nHadir")),
        refuses=("Rakor digelar",),
    ),
    Repair(
        "runs_of_blank_lines",
        re.compile(r"\n{3,}"),
        "\n\n",
        reads=(("Rakor\n\n\nHadir", "Rakor\n\nHadir"), ("Rakor\n\n\n\n\nHadir", "Rakor\n\nHadir")),
        refuses=("Rakor\n\nHadir",),
    ),
)


def repair(raw: str) -> tuple[str, list[str]]:
    """The text with letters and layout mended, and the names of the repairs that changed it."""
    text = raw.replace("\0", "")
    mended = _mend_letters(text)
    applied = ["letters"] if mended != text.replace("\r\n", "\n").replace("\r", "\n") else []
    for rule in REPAIRS:
        changed = rule.guarded.sub(rule.replacement, mended)
        if changed != mended:
            applied.append(rule.name)
            mended = changed
    return mended.strip(), applied


def _mend_letters(text: str) -> str:
    if _SOUND.fullmatch(text):
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    # Line by line, so that what ftfy does to one line never depends on another.
    return "\n".join(line if _SOUND.fullmatch(line) else ftfy.fix_text(line, _FTFY) for line in lines)
