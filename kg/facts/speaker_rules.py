"""Cue words for those who spoke as narasumber, each with its examples."""

from __future__ import annotations

from kg.rules import Rule

SPEAKERS = (
    Rule(
        "speakers_at_event_are",
        r"{speaker}(?:[^⟦⟧.,]|⟦event:\d+⟧){1,50}?(?:yakni|yaitu|adalah|ialah|antara lain|diantaranya)(?: ketua dan| ketua| para| dari)*(?= ⟦)",
        ("narasumber pada [event acara] ini adalah [org Polda X]", "narasumber kegiatan tersebut yakni [person Sari]"),
        ("narasumber memuji [org Polda X]",),
        0.9,
    ),
    Rule(
        "speaker_is",
        r"{speaker}(?: \w+){0,3}?,? ?(?:dari|yakni|yaitu|adalah|ialah|antara lain|di antaranya|diantaranya|seperti|dari unsur|:|,|masing-masing|dalam hal ini)*(?= ?⟦)",
        ("narasumber [post Kasi Intel Kejari X]", "pemateri yakni [person Didi]"),
        ("narasumber hadir di ruang. [person Didi]",),
        0.92,
    ),
    Rule(
        "as_speaker_then_list",
        r"^[^⟦⟧]{0,30}(?:sebagai|selaku) {speaker}(?:[^⟦⟧.;]|⟦event:\d+⟧){0,40}?[,:]?(?= ⟦)",
        ("hadir sebagai narasumber pada [event raker] ini, [post Komisioner KPU X]", "sebagai pemateri, [person Budi]"),
        ("[person Budi] hadir sebagai narasumber [event rakor]",),
        0.88,
    ),
    Rule(
        "as_speaker",
        r"(?:sebagai|selaku|menjadi|jadi|bertindak sebagai)(?: salah satu| salah seorang)? {speaker}",
        ("[person Ince] menjadi salah satu narasumber", "[post Kapolda X] selaku narasumber"),
        ("mencari narasumber",),
        0.92,
    ),
    Rule(
        "gives_material",
        r"<who=person>(?: ?,? ?<post>)?(?:[^⟦⟧.]|⟦(?:event|weekday|date):\d+⟧){0,40}?(?:menyampaikan|memaparkan|membawakan|memberikan|menyajikan|mengisi) "
        r"(?:materi|paparan|ceramah|tausiah|tausiyah|kuliah umum)(?:nya)?",
        ("[person Budi] menyampaikan materinya", "[person Sari], dalam [event acara] tersebut, ikut membawakan materi"),
        ("[person Budi] menyampaikan harapan",),
        0.8,
    ),
)


MATERIAL = Rule(
    "material_given_by",
    r"(?:materi|sesi|agenda|hari pertama|hari kedua|hari ketiga|paparan)(?:[^⟦⟧.;]|⟦event:\d+⟧){0,40}?(?:diisi|disampaikan|dibawakan|dipaparkan|giliran)(?: paparan| materi)?(?: oleh)?(?= ⟦)",
    (
        "sesi materi diisi [person Budi], [person Sari]",
        "materi hari pertama disampaikan [post akademisi Undip] [person Budi]",
    ),
    ("materi itu menarik bagi [person Budi]",),
    0.85,
)
TWO_STEPS = Rule(
    "speakers_in_next_sentence",
    r"^(?:mereka(?: ialah| adalah| yakni)|pertama,?|yakni|yaitu|masing-masing|adalah|di antaranya|hari (?:pertama|kedua)) ?",
    ("mereka adalah [post Ketua PWI X] [person Budi]", "pertama, [person Sari]; kedua, [person Budi]"),
    ("mereka pulang",),
    0.8,
)
