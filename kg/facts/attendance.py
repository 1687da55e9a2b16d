"""Who took part, who was invited, who spoke: cue words with the list after or before them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.facts import lists
from kg.mentions import ReadSentence, quoted
from kg.records import Fact, Mention
from kg.rules import Match, Rule, Tagged

LISTS = (
    Rule("attended_by", r"{attended}(?: langsung)?(?: oleh)?",
         ("[event Rakor] dihadiri [org KPU X]", "turut hadir [post Kapolres X]"), ("[event Rakor] dibahas [org KPU X]",), 0.93),
    Rule("invites", r"{invite}", ("mengundang [org Kesbangpol X]", "dengan melibatkan [group ormas]"), ("mengajukan [org Kesbangpol X]",), 0.85),
    Rule("participants_are", r"(?:peserta|undangan|hadirin|dilibatkan|diundang|digandeng)(?:[^⟦⟧.;]|⟦(?:group|event):\d+⟧){0,60}?(?:yakni|yaitu|antara lain|adalah|meliputi|berasal|terdiri|mulai)(?: atas| dari)*",
         ("peserta [group stakeholder] yang datang yakni dari [org KPU X]", "peserta kegiatan terdiri atas [group ormas]"), ("peserta bertemu [org KPU X]",), 0.9),
    Rule("as_participants", r"(?:menjadi|jadi|sebagai|selaku) peserta(?: ⟦event:\d+⟧)?(?: adalah| yakni| yaitu)?(?= ⟦)",
         ("menjadi peserta [event apel] [org Polda X]", "sebagai peserta yakni [group ormas]"), ("menjadi ketua [org Polda X]",), 0.85),
    Rule("event_joint", r"<ev=event>(?: pengawasan)? gabungan(?: antara| bersama)?(?= ⟦)",
         ("[event apel siaga] gabungan [group TNI-Polri]", "[event patroli] gabungan bersama [org Polres X]"), ("[event apel] di [org Polres X]",), 0.85),
    Rule("led_by", r"(?:dipimpin|di bawah pimpinan|dibuka|ditutup|dimoderatori)(?: secara resmi| langsung| resmi)*(?: oleh)?(?= ⟦)",
         ("[event apel] dipimpin langsung [post Bupati X]", "dibuka secara resmi oleh [post Ketua Bawaslu X]"), ("dipimpin di ruang [post Bupati X]",), 0.85),
    Rule("event_with", r"<ev=event>(?:[^⟦⟧.;]|⟦(?:theme|group):\d+⟧){0,50}? ?(?:bersama|bersama-sama|bersama dengan|dengan|bareng)(?: para| jajaran| pihak| seluruh| segenap)?(?= ⟦)",
         ("[event Rakor] bersama [group stakeholder]", "[event audiensi] dengan [org KPU X]"), ("[event Rakor] di [org KPU X]",), 0.85),
    Rule("event_for", r"<ev=event>(?:[^⟦⟧.;]|⟦theme:\d+⟧){0,50}? ?(?:kepada|bagi|terhadap)(?: para| jajaran| seluruh| segenap)?(?= ⟦)",
         ("[event sosialisasi] kepada [group pelajar]", "[event bimtek] bagi [group Panwascam]"), ("[event sosialisasi] oleh [group pelajar]",), 0.8),
    Rule("swears_in", r"\b(?:melantik|lantik|mengambil sumpah|mengukuhkan)(?: dan mengambil sumpah)?(?: \w+){0,3}(?= ⟦|⟦)",
         ("[org Bawaslu X] melantik 66 [group Panwascam]", "melantik [group PTPS]"), ("dilantik [org Bawaslu X]",), 0.85),
    Rule("announcing_verb", r"<verb=event>(?: secara| resmi| \d+| sebanyak| orang| calon| para| puluhan| ratusan| seluruh){0,4}(?= ⟦)",
         ("[org Bawaslu X] [event melantik] 66 [group Panwascam]", "[event melantik] para [group PTPS]"), ("[event melantik] di depan [group PTPS]",), 0.85),
    Rule("visit_of", r"\b(?:menyambut|menerima|sambut|terima)(?: langsung)?(?: kedatangan| kunjungan| audiensi| audensi| silaturahmi| rombongan| ⟦event:\d+⟧)*",
         ("[post Kapolres X] menyambut kedatangan [post Ketua Bawaslu X]", "menerima kunjungan [org Bawaslu X]"), ("diterima [org Bawaslu X]",), 0.85),
    Rule("signs_with", r"(?:mou|nota kesepahaman|perjanjian|kerja sama|⟦event:\d+⟧)(?:[^⟦⟧.;]|⟦org:\d+⟧){0,40}?(?:dengan|bersama|antara)(?= ⟦)",
         ("[event meneken] nota kesepahaman dengan [org PWI X]", "MoU dijalin bersama [org KPU X]"), ("MoU di [org PWI X]",), 0.8),
)
THERE = (
    Rule("speaks_there", r"(?:pada|dalam|saat|di sela|disela|di tengah|lewat)(?: \w+){0,3}? ?(?:kesempatan|sambutan\w*|sambutanya|arahan\w*|paparan\w*|pemaparan\w*|"
         r"⟦event:\d+⟧)(?:[^⟦⟧.]|⟦(?:event|weekday|date):\d+⟧){0,30}?(?:<post>,? ?)?<who=person>",
         ("pada kesempatan yang sama, [post Ketua KPU X], [person Sari] menuturkan", "dalam [event pertemuan] itu, [person Budi] menegaskan"),
         ("pada hari itu [person Budi] menegaskan",), 0.7),
    Rule("stands_in_for", r"(?:diwakili|diwakilkan)(?: langsung)?(?: oleh)? (?:<post>,? ?)?<who=person>",
         ("[post Bupati X] yang diwakili [post Asisten], [person Erna] menyebutkan", "diwakili oleh [person Budi]"), ("diwakili di [person Budi]",), 0.85),
    Rule("comes_for", r"<who=person>(?: ?,? ?<post>)?,? (?:yang )?(?:datang |hadir )?mewakili",
         ("[person Erna], [post Asisten], yang hadir mewakili [post Bupati X]", "[person Budi] mewakili [post Kapolres X]"), ("[person Budi] memuji [post Kapolres X]",), 0.85),
    Rule("speaks_in_welcome", r"<who=person>(?: ?,? ?<post>)?,?(?: (?:saat|ketika|dalam|pada|lewat|melalui|yang|juga|turut)){0,2}(?: \w+){0,2}? (?:sambutan\w*|arahan\w*|paparan\w*|amanat\w*|materi\w*)",
         ("[person Budi] dalam sambutannya menyampaikan", "[person Sari], [post Ketua KPU X] saat memberi sambutan"), ("[person Budi] pulang",), 0.75),
)
SUBJECTS = Rule("attends_as_subject", r"(?:,? ?yang)? ?(?:turut|ikut|juga|tampak|terlihat|datang|langsung)? ?(?:pula |serta )?(?:hadir|menghadiri|mengikuti|datang|ikut serta|berpartisipasi|berbaris|terlibat|bergabung)\b",
                ("[person Ketut] yang turut hadir", "[org KPU X] ikut hadir"), ("[person Ketut] yang turut berharap",), 0.85)
SPEAKERS = (
    Rule("speakers_at_event_are", r"{speaker}(?:[^⟦⟧.,]|⟦event:\d+⟧){1,50}?(?:yakni|yaitu|adalah|ialah|antara lain|diantaranya)(?: ketua dan| ketua| para| dari)*(?= ⟦)",
         ("narasumber pada [event acara] ini adalah [org Polda X]", "narasumber kegiatan tersebut yakni [person Sari]"), ("narasumber memuji [org Polda X]",), 0.9),
    Rule("speaker_is", r"{speaker}(?: \w+){0,3}?,? ?(?:dari|yakni|yaitu|adalah|ialah|antara lain|di antaranya|diantaranya|seperti|dari unsur|:|,|masing-masing|dalam hal ini)*(?= ?⟦)",
         ("narasumber [post Kasi Intel Kejari X]", "pemateri yakni [person Didi]"), ("narasumber hadir di ruang. [person Didi]",), 0.92),
    Rule("as_speaker", r"(?:sebagai|selaku|menjadi|jadi|bertindak sebagai)(?: salah satu| salah seorang)? {speaker}",
         ("[person Ince] menjadi salah satu narasumber", "[post Kapolda X] selaku narasumber"), ("mencari narasumber",), 0.92),
    Rule("gives_material", r"<who=person>(?: ?,? ?<post>)?(?:[^⟦⟧.]|⟦(?:event|weekday|date):\d+⟧){0,40}?(?:menyampaikan|memaparkan|membawakan|memberikan|menyajikan|mengisi) "
         r"(?:materi|paparan|ceramah|tausiah|tausiyah|kuliah umum)(?:nya)?",
         ("[person Budi] menyampaikan materinya", "[person Sari], pada [event acara] itu turut membawakan materi"), ("[person Budi] menyampaikan harapan",), 0.8),
)
GOES_ON = Rule("list_goes_on", r"^ ?<org|person|post|group>(?:[ ,]+(?:dan |serta )?<org|person|post|group>){2,}",
               ("[post Kajari X] [person Budi], [org KPU X], [group insan pers]", "[org KPU X], [org Polres X] dan [org Kodim X]"), ("[org KPU X] memuji [org Polres X]",), 0.85)
IN_QUOTE = Rule("invited_in_quote", r"(?:dengan |yang |kami |kita )(?:mengundang|menghadirkan|melibatkan|dihadiri|diikuti|undang|libatkan)",
                ("sosialisasi dengan mengundang [group OPD]", "rakor yang dihadiri [org KPU X]"), ("perlu mengundang [org KPU X]",), 0.75)
CALLED = Rule("pupil_or_guest_speaks", r"<who=person>,? (?:salah satu |salah seorang |seorang )?<calling=group>",
              ("[person Aqshal], [group siswa SMA]", "[person Sari] salah satu [group peserta]"), ("[person Aqshal] bertanya",), 0.7)
ABSENT = Rule("invited_but_absent", r"<who=org|group|post|person>(?: ?,? ?<person>)?,?(?: yang)?(?: \w+){0,3}? (?:tidak hadir|tak hadir|berhalangan|tidak datang|absen|tidak tampak)",
              ("[post Bupati X] yang diundang tidak hadir", "[org KPU X] berhalangan"), ("[org KPU X] hadir",), 0.8)
_NOT_THERE = re.compile(r"\b(?:tidak|tak|berhalangan|belum|batal|tanpa|diharapkan|jika|bila)\s*$")


def read(text: str, sentences: tuple[ReadSentence, ...]) -> Iterator[Fact]:
    """Facts of kind attend, invite and speak, one per actor."""
    going_on = False
    for number, one in enumerate(sentences):
        found = list(_sentence(one.tagged))
        if not found and going_on:
            found = [("attend", actor.mention, GOES_ON, None) for actor in lists.only_a_list(one.tagged)]
        going_on = any(kind == "attend" for kind, _, _, _ in found)
        for match in ABSENT.matches(one.tagged):
            yield Fact("invite", (("who", match["who"]),), number, ABSENT.name, ABSENT.confidence)
        for kind, actor, rule, event in [*found, *_quoted(text, one)]:
            parts = (("who", actor), ("event", event)) if event is not None else (("who", actor),)
            yield Fact(kind, parts, number, rule.name, rule.confidence)


def _quoted(text: str, one: ReadSentence) -> Iterator[tuple[str, Mention, Rule, Mention | None]]:
    """Those whom a quotation says were invited to the event."""
    for tagged in quoted(text, one):
        for match in IN_QUOTE.matches(tagged):
            if _near(tagged, match.end):
                for actor in lists.after(tagged, match.end, strict=True):
                    yield "attend", actor.mention, IN_QUOTE, None


def _sentence(tagged: Tagged) -> Iterator[tuple[str, Mention, Rule, Mention | None]]:
    for rule in SPEAKERS[:2]:
        for match in rule.matches(tagged):
            for actor in _speakers(tagged, match.start, match.end):
                yield "speak", actor.mention, rule, None
    for rule in SPEAKERS[2:]:
        for match in rule.matches(tagged):
            if match.has("who"):
                yield "speak", match["who"], rule, None
                continue
            for actor in lists.before(tagged, match.start)[-6:]:
                yield "speak", actor.mention, rule, None
    for rule in LISTS:
        for match in rule.matches(tagged):
            if _NOT_THERE.search(tagged.text[:match.start]) or rule.name == "attended_by" and _active(tagged, match):
                continue
            if rule.name == "invites" and not _near(tagged, match.end):
                continue
            event = match["ev"] if match.has("ev") else None
            if rule.name == "announcing_verb" and not match["verb"].get("verb"):
                continue
            for actor in lists.after(tagged, match.end, strict=rule.name not in {"attended_by", "invites", "participants_are"}):
                yield "attend", actor.mention, rule, event
    for rule in THERE:
        for match in rule.matches(tagged):
            yield "attend", match["who"], rule, None
    for match in CALLED.matches(tagged):
        if match["calling"].key in {"pelajar", "mahasiswa", "example", "siswa SMA", "peserta"}:
            yield "attend", match["who"], CALLED, None
    for match in SUBJECTS.matches(tagged):
        if not _NOT_THERE.search(tagged.text[:match.start]):
            for actor in lists.before(tagged, match.start):
                yield "attend", actor.mention, SUBJECTS, None


_AT = re.compile(r"\s*(?:pada|dalam|di|ke|untuk|memberikan|sebagai|langsung di|secara)\b")


def _active(tagged: Tagged, match: Match) -> bool:
    """Whether "hadir pada …" has its subject before it, so that what follows is no list of those present."""
    if not re.search(r"hadir|tampak|terlihat|nampak", match.rule.compiled.pattern and tagged.text[match.start:match.end]):
        return False
    subject = any(m.kind in lists.ACTORS for m, start in zip(tagged.mentions, tagged.starts, strict=True) if start < match.start)
    return subject and _AT.match(tagged.text, match.end) is not None


def _near(tagged: Tagged, position: int) -> bool:
    """Whether somebody stands close behind a verb of inviting."""
    found = re.search(r"⟦(?:org|group|person|post):", tagged.text[position:])
    gap = tagged.text[position:position + found.start()] if found is not None else ","
    return len(gap) <= 45 and ("," not in gap or re.search(r"yakni|yaitu|antara lain|unsur", gap) is not None)


_MANY = re.compile(r"(?:para|beberapa|sejumlah|dua|tiga|empat|lima|kedua|ketiga|yakni|yaitu|antara lain|diantaranya|di antaranya|adalah|masing-masing|seperti)")


def _speakers(tagged: Tagged, start: int, end: int) -> list[lists.Actor]:
    """The speakers after the cue: a whole list where several are announced, else the first and what "dan" joins to it."""
    found = lists.after(tagged, end, strict=True)
    if _MANY.search(tagged.text[max(0, start - 25):end]) or len(found) < 2:
        return found
    kept = found[:1]
    for actor in found[1:]:
        between = tagged.text[tagged.starts[kept[-1].index]:tagged.starts[actor.index]]
        if "," in re.sub(r"⟦[^⟧]*⟧", "", between) or not re.search(r"\b(?:dan|serta)\b", between):
            break
        kept.append(actor)
    return kept
