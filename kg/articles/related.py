"""Links to other articles: their headlines are not news of this one."""

from __future__ import annotations

import re

from kg.articles.shapes import phrases, shape
from kg.lexicon.cues import Guarded

RELATED_LINE = shape(
    "see_also_line",
    "related",
    r"\W*(?:baca|simak|lihat|tonton)(?: juga| pula| artikel| berita)?(?: (?:juga|lainnya|terkait))?\s*[:;»>–-]\s*\S.*|"
    r"\W*(?:baca|simak) juga\b.{0,250}[^.]|"
    r"(?:berita|artikel) (?:terkait|lainnya|sebelumnya|selanjutnya|berikutnya)\s*:\s*\S.*",
    reads=("Baca juga: Panwascam Dilantik", "BACA JUGA : KPU Gelar Pleno", "Simak juga: Debat", "(Baca juga: A B)"),
    refuses=("Baca dulu aturannya, kata Ketua Bawaslu.", "Baca juga aturan mainnya, pesan Ketua Bawaslu."),
)
RELATED_HEAD = phrases(
    "see_also_head",
    "related",
    (
        "Baca Juga", "Baca Pula", "Baca juga berita lainnya", "Simak Juga", "Lihat Juga", "Berita Terkait",
        "Artikel Terkait", "Berita Lainnya",
        "Artikel Lainnya", "Bacaan Lainnya", "Bacaan Terkait", "Pos terkait", "Related Posts",
        "Artikel Sebelumnya", "Artikel Berikutnya", "Artikel Selanjutnya", "Berita Sebelumnya", "Berita Selanjutnya",
        "Berita Berikutnya", "Rekomendasi", "Rekomendasi untuk Anda", "Berita Terbaru", "Berita Populer",
        "Berita Terpopuler", "Terpopuler", "Terkini", "Trending", "Paling Banyak Dibaca", "Baca Lainnya",
    ),
    refuses=("Berita terkait Bawaslu itu tidak benar.",),
)  # fmt: skip
RELATED = (RELATED_HEAD, RELATED_LINE)

INLINE = Guarded(re.compile(
    # Up to the line's end or to what can be no part of a headline: a closing bracket or a quote that opens.
    r"(?:(?<=[.!?\"”)])\s?|(?<=\s)|\()(?:Baca|BACA|Simak)\s(?:[Jj]uga|JUGA|[Pp]ula)\s?:"
    r"(?:[^.!?)\"“]|(?<=\w)[.](?=\w)){1,250}[.!?)]?"
))
"""A link to another article in the middle of a paragraph ("... selesai. Baca juga: KPU Gelar Pleno")."""
