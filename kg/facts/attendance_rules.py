"""Cue words for those who took part, were invited, spoke or stayed away, each with its examples."""

from __future__ import annotations

from kg.rules import Rule

# Words of another event than the one reported: "pertemuan serupa dengan DPRD", "yang akan dilantik bulan mendatang".
_ANOTHER = r"\b(?:serupa|mendatang|sebelumnya|akan dilantik)\b"

LISTS = (
    Rule(
        "attended_by",
        r"{attended}(?: langsung)?(?: oleh)?",
        ("[event Rakor] dihadiri [org KPU X]", "turut hadir [post Kapolres X]"),
        ("[event Rakor] dibahas [org KPU X]",),
        0.93,
    ),
    Rule(
        "invites",
        r"{invite}",
        ("mengundang [org Kesbangpol X]", "dengan melibatkan [group ormas]"),
        ("mengajukan [org Kesbangpol X]",),
        0.85,
    ),
    Rule(
        "participants_are",
        r"(?:peserta|undangan|hadirin|dilibatkan|diundang|digandeng)(?:[^⟦⟧.;]|⟦(?:group|event):\d+⟧){0,60}?(?:yakni|yaitu|antara lain|adalah|meliputi|berasal|terdiri|mulai)(?: atas| dari)*",
        (
            "peserta [group stakeholder] yang datang yakni dari [org KPU X]",
            "peserta kegiatan terdiri atas [group ormas]",
        ),
        ("peserta bertemu [org KPU X]",),
        0.9,
    ),
    Rule(
        "those_present_are",
        r"^(?:adapun|sedangkan|sementara|nampak|tampak)?[^⟦⟧.]{0,25}(?:pju|pejabat utama|pejabat|tamu|yang hadir|hadir)(?:[^⟦⟧.]|⟦(?:event|org):\d+⟧){0,60}?(?:yaitu|yakni|antara lain|adalah|:)",
        (
            "adapun pju yang ikut yaitu : [post Kabag Ops Polres X]",
            "yang hadir dalam [event rakor] antara lain [org KPU X]",
        ),
        ("pejabat itu memuji [org KPU X]",),
        0.88,
    ),
    Rule(
        "as_participants",
        r"(?:menjadi|jadi|sebagai|selaku) peserta(?: ⟦event:\d+⟧)?(?: adalah| yakni| yaitu)?(?= ⟦)",
        ("menjadi peserta [event apel] [org Polda X]", "sebagai peserta yakni [group ormas]"),
        ("menjadi ketua [org Polda X]",),
        0.85,
    ),
    Rule(
        "event_joint",
        r"<ev=event>(?: pengawasan)? gabungan(?: antara| bersama)?(?= ⟦)",
        ("[event apel siaga] gabungan [group TNI-Polri]", "[event patroli] gabungan bersama [org Polres X]"),
        ("[event apel] di [org Polres X]",),
        0.85,
    ),
    Rule(
        "signed_by",
        r"<verb=event>(?: langsung| bersama)*(?: oleh)?(?= ⟦)",
        (
            "[event ditandatangani] langsung oleh [post Bupati X], [post Ketua KPU X]",
            "[event ditandatangani] [post Bupati X]",
        ),
        ("[event ditandatangani] di [org KPU X]",),
        0.9,
    ),
    Rule(
        "led_by",
        r"(?:dipimpin|di bawah pimpinan|dibuka|ditutup(?: doa)?|dimoderatori|dipandu|dibacakan|diresmikan)(?: secara resmi| langsung| resmi)*(?: oleh)?(?= ⟦)",
        ("[event apel] dipimpin langsung [post Bupati X]", "dibuka secara resmi oleh [post Ketua Bawaslu X]"),
        ("dipimpin di ruang [post Bupati X]",),
        0.85,
    ),
    Rule(
        "event_with",
        r"<ev=event>(?:[^⟦⟧.;]|⟦(?:theme|group):\d+⟧){0,50}? ?(?:bersama|bersama-sama|bersama dengan|dengan|bareng)(?: para| jajaran| pihak| seluruh| segenap| puluhan| ratusan| belasan| sejumlah| beberapa| \d+)*(?= ⟦)",
        ("[event Rakor] bersama [group stakeholder]", "[event audiensi] dengan [org KPU X]"),
        ("[event Rakor] di [org KPU X]", "[event pertemuan] serupa dengan [org DPRD X]"),
        0.85,
        unless=_ANOTHER,
    ),
    Rule(
        "event_for",
        r"<ev=event>(?:[^⟦⟧.;]|⟦theme:\d+⟧){0,50}? ?(?:kepada|bagi|terhadap)(?: para| jajaran| seluruh| segenap)?(?= ⟦)",
        ("[event sosialisasi] kepada [group pelajar]", "[event bimtek] bagi [group Panwascam]"),
        ("[event sosialisasi] oleh [group pelajar]",),
        0.8,
        unless=_ANOTHER,
    ),
    Rule(
        "swears_in",
        r"\b(?:melantik|lantik|mengambil sumpah|mengukuhkan)(?: dan mengambil sumpah)?(?: \w+){0,3}(?= ⟦|⟦)",
        ("[org Bawaslu X] melantik 66 [group Panwascam]", "melantik [group PTPS]"),
        ("dilantik [org Bawaslu X]",),
        0.85,
    ),
    Rule(
        "announcing_verb",
        r"<verb=event>(?: secara| resmi| \d+| sebanyak| orang| calon| para| puluhan| ratusan| seluruh| rombongan| jajaran| pihak| dari){0,4}(?= ⟦)",
        ("[org Bawaslu X] [event melantik] 66 [group Panwascam]", "[event melantik] para [group PTPS]"),
        ("[event melantik] di depan [group PTPS]",),
        0.85,
    ),
    Rule(
        "visit_of",
        r"\b(?:menyambut|menerima|sambut|terima)(?: langsung)?(?: kedatangan| kunjungan| audiensi| audensi| silaturahmi| rombongan| ⟦event:\d+⟧)*",
        ("[post Kapolres X] menyambut kedatangan [post Ketua Bawaslu X]", "menerima kunjungan [org Bawaslu X]"),
        ("diterima [org Bawaslu X]",),
        0.85,
    ),
    Rule(
        "signs_with",
        r"(?:mou|nota kesepahaman|perjanjian|kerja sama|<signing=event>)(?:[^⟦⟧.;]|⟦org:\d+⟧){0,40}?(?:dengan|bersama|antara)(?= ⟦)",
        ("[event meneken] nota kesepahaman dengan [org PWI X]", "MoU dijalin bersama [org KPU X]"),
        ("MoU di [org PWI X]",),
        0.8,
        unless=_ANOTHER,
    ),
)


PASSIVE = Rule(
    "sworn_in",
    r"<who=group>(?:[^⟦⟧.;]|⟦(?:area|date|weekday|venue):\d+⟧){0,60}?(?:dilantik|diambil sumpah\w*|dikukuhkan|<verb=event>)",
    ("66 [group Panwascam] dilantik di [venue Aula]", "[group PTPS] se-[area X] diambil sumpahnya"),
    ("[group PTPS] melantik ketua",),
    0.85,
    unless=_ANOTHER,
)
THERE = (
    Rule(
        "speaks_there",
        r"(?:pada|dalam|saat|di sela|disela|di tengah|lewat)(?: \w+){0,3}? ?(?:kesempatan|sambutan\w*|sambutanya|arahan\w*|paparan\w*|pemaparan\w*|"
        r"⟦event:\d+⟧)(?:[^⟦⟧.]|⟦(?:event|weekday|date):\d+⟧){0,30}?(?:<post>,? ?)?<who=person>",
        (
            "pada kesempatan yang sama, [post Ketua KPU X], [person Sari] menuturkan",
            "dalam [event pertemuan] itu, [person Budi] menegaskan",
        ),
        ("pada hari itu [person Budi] menegaskan",),
        0.7,
    ),
    Rule(
        "asks_there",
        r"<who=person>(?: ?,? ?<post>)?(?:,[^⟦⟧.,]{0,40},)?,? (?:bertanya|menanyakan|mempertanyakan)",
        ("[person Sari], warga desa itu, menanyakan", "[person Budi] bertanya"),
        ("[person Budi] ditanya",),
        0.8,
    ),
    Rule(
        "one_of_the_participants",
        r"(?:seorang|salah satu|salah seorang) peserta,? (?:dari [^⟦⟧.,]{0,30},? |<post>,? )?<who=person>",
        ("seorang peserta, [post Ketua Panwascam X], [person Sari]", "salah satu peserta [person Budi]"),
        ("para peserta memuji [person Budi]",),
        0.85,
    ),
    Rule(
        "speaks_for_others",
        r"\bperwakilan(?: [^⟦⟧.,]{1,30}| <org|group>){0,2},? <who=person>,? (?!dan|serta)",
        ("perwakilan [org AJI X], [person Budi], meminta", "perwakilan tokoh perempuan, [person Sari], berharap"),
        ("[person Budi], perwakilan [org AJI X]",),
        0.8,
    ),
    Rule(
        "stands_in_for",
        r"(?:diwakili|diwakilkan)(?: langsung)?(?: oleh)? (?:<post>,? ?)?<who=person>",
        ("[post Bupati X] yang diwakili [post Asisten], [person Erna] menyebutkan", "diwakili oleh [person Budi]"),
        ("diwakili di [person Budi]",),
        0.85,
    ),
    Rule(
        "comes_for",
        r"<who=person>(?: ?,? ?<post>)?,? (?:yang )?(?:datang |hadir )?mewakili",
        (
            "[person Erna], [post Asisten], yang hadir mewakili [post Bupati X]",
            "[person Budi] mewakili [post Kapolres X]",
        ),
        ("[person Budi] memuji [post Kapolres X]",),
        0.85,
    ),
    Rule(
        "speaks_in_welcome",
        r"<who=person>(?: ?,? ?<post>)?,?(?: (?:saat|ketika|dalam|pada|lewat|melalui|yang|juga|turut)){0,2}(?: \w+){0,2}? (?:sambutan\w*|arahan\w*|paparan\w*|amanat\w*|materi\w*)",
        ("[person Budi] dalam sambutannya menyampaikan", "[person Sari], [post Ketua KPU X] saat memberi sambutan"),
        ("[person Budi] pulang",),
        0.75,
    ),
)


SUBJECTS = Rule(
    "attends_as_subject",
    r"(?:,? ?yang)? ?(?:turut|ikut|juga|tampak|terlihat|datang|langsung)? ?(?:pula |serta )?(?:hadir|menghadiri|mengikuti|mendampingi|menyaksikan|datang|ikut serta|berpartisipasi|berbaris|terlibat|bergabung)\b",
    ("[person Ketut] yang turut hadir", "[org KPU X] ikut hadir"),
    ("[person Ketut] yang turut berharap",),
    0.85,
)


GOES_ON = Rule(
    "list_goes_on",
    r"^ ?<org|person|post|group>(?:[ ,]+(?:dan |serta )?<org|person|post|group>){2,}",
    ("[post Kajari X] [person Budi], [org KPU X], [group insan pers]", "[org KPU X], [org Polres X] dan [org Kodim X]"),
    ("[org KPU X] memuji [org Polres X]",),
    0.85,
)


IN_QUOTE = Rule(
    "invited_in_quote",
    r"(?:dengan |yang |kami |kita )(?:mengundang|menghadirkan|melibatkan|dihadiri|diikuti|undang|libatkan)",
    ("sosialisasi dengan mengundang [group OPD]", "rakor yang dihadiri [org KPU X]"),
    ("perlu mengundang [org KPU X]",),
    0.75,
)


CALLED = Rule(
    "pupil_or_guest_speaks",
    r"<who=person>,? (?:salah satu |salah seorang |seorang )?<calling=group>",
    ("[person Aqshal], [group siswa SMA]", "[person Sari] salah satu [group peserta]"),
    ("[person Aqshal] bertanya",),
    0.7,
)


ABSENT = Rule(
    "invited_but_absent",
    r"<who=org|group|post|person>(?: ?,? ?<person>)?,?(?: yang)?(?: \w+){0,3}? (?:tidak hadir|tak hadir|berhalangan|tidak datang|absen|tidak tampak)",
    ("[post Bupati X] yang diundang tidak hadir", "[org KPU X] berhalangan"),
    ("[org KPU X] hadir",),
    0.8,
)
