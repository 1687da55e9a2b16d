"""Who holds an event: active, passive, joint, as guest of another, by signing."""

from __future__ import annotations

from kg.rules import Rule

# Mentions and words that may stand between a subject and its verb.
_ASIDE = r"(?:(?:melalui|lewat) ⟦org:\d+⟧|[^⟦⟧.;]|⟦(?:area|date|weekday|place|venue|person|post|theme):\d+⟧){0,70}?"
_NEAR = r"(?:[^⟦⟧.;]|⟦(?:theme|area|election):\d+⟧){0,60}?"

HOST = (
    Rule(
        "hosts_jointly",
        rf"<org=org|group|post>(?: <person>| <area>)? ?,? ?(?:bersama(?: dengan)?|dan|beserta(?: dengan)?|bareng|&|bekerja sama dengan|bekerjasama dengan|berkolaborasi dengan)(?: jajaran| seluruh| para| fakultas[^⟦⟧]{{0,60}})? <second=org|group|post>(?: <person>)?"
        rf"(?:,?(?: dan| serta)? <(?:org|group)>){{0,6}}{_ASIDE}{{host}} {_NEAR}<ev=event>".replace(
            "<(?:org|group)>", "<org|group>"
        ),
        (
            "[org Bawaslu X] bersama [org KPU X] menggelar [event rakor]",
            "[org Polres X] dan [org Kejari X] mengadakan [event FGD]",
        ),
        ("[org Bawaslu X] menghadiri rapat, [org KPU X] menggelar [event rakor]",),
        0.8,
    ),
    Rule(
        "hosts_as_group_of",
        rf"<org=group> <org>(?: <area>)?{_ASIDE}(?:⟦event:\d+⟧{_ASIDE})?{{host}} {_NEAR}<ev=event>",
        (
            "[group Mahasiswa] [org Universitas X] mengadakan [event sosialisasi]",
            "[group Siswa] [org SMA 1] di [area X] menggelar [event diskusi]",
        ),
        ("[org Universitas X] mengadakan [event sosialisasi]",),
        0.8,
    ),
    Rule(
        "hosts",
        rf"<org=org|post|group>(?: (?:melalui|lewat) <via=org>)?{_ASIDE}{{host}} {_NEAR}<ev=event>",
        (
            "[org Bawaslu X] menggelar [event rakor]",
            "[org Bawaslu X], [weekday Senin], secara resmi mengadakan kegiatan [event bimtek]",
        ),
        ("[org Bawaslu X] menghadiri [event rakor]", "[org Bawaslu X] tidak menggelar [event rakor]"),
        0.95,
        unless=r"\b(?:tidak|belum|batal|bukan|diminta|meminta|harus|mengajak|agar|supaya|hadiri|menghadiri|mengikuti|ikuti)\b",
    ),
    Rule(
        "hosted_by",
        rf"<ev=event>{_ASIDE}{{hosted}}(?: langsung)?(?: oleh)?(?: pihak| jajaran)? <org=org|post>",
        ("[event Rakor] yang digelar [org Bawaslu X]", "[event Sosialisasi] itu diadakan oleh [org KPU X]"),
        ("[event Rakor] digelar di [venue Aula] [org KPU X]",),
        0.94,
    ),
    Rule(
        "hosted_by_short",
        r"{hosted} oleh(?: pihak| jajaran)? <org=org|post>",
        ("rapat itu digelar oleh [org Polda X]", "yang diinisiasi oleh [org Kesbangpol X]"),
        ("digelar di kantor [org Polda X]",),
        0.9,
    ),
    Rule(
        "hosted_in_name",
        r"<ev=event>(?:[^⟦⟧.;]|⟦(?:org|theme|election|area|group):\d+⟧){0,50}? oleh(?: pihak| jajaran)? <org=org>",
        ("[event launching] sentra '[org Gakkumdu]' oleh [org Bawaslu X]", "[event sosialisasi] oleh [org KPU X]"),
        ("[event sosialisasi] dihadiri [org KPU X]",),
        0.8,
        unless=r"\b(?:dihadiri|diikuti|disaksikan|dibuka|dipimpin|disampaikan|didampingi|diterima|dipandu)\b",
    ),
    Rule(
        "hosted_by_relative",
        r"(?:yang|itu|ini|tersebut|kembali) {hosted}(?: langsung)?(?: oleh)?(?: pihak| jajaran)? <org=org>",
        ("rakor yang diselenggarakan [org Bawaslu RI]", "kegiatan ini digelar [org KPU X]"),
        ("rakor yang digelar di [org Polres X]",),
        0.88,
    ),
    Rule(
        "operation_led_by",
        r"(?:operasi|tim|patroli|penertiban|razia|<ev=event>)(?:[^⟦⟧.;]|⟦(?:area|event|org):\d+⟧){0,40}?(?:dipimpin|dimotori|digawangi|dikoordinir|dikoordinasi)"
        r"(?: langsung)?(?: oleh)? <org=org>",
        ("operasi dipimpin [org Satpol PP X]", "tim yang dimotori [org Satpol PP X] tersebut"),
        ("operasi dipimpin [person Budi]",),
        0.85,
    ),
    Rule(
        "hosts_by_inviting",
        rf"<org=org>(?:[^⟦⟧.;]|⟦(?:area|date|weekday):\d+⟧){{0,25}}?(?:melibatkan|libatkan|mengundang|undang|mengumpulkan|kumpulkan|menggandeng|"
        rf"gandeng|mengajak|ajak|menghadirkan|hadirkan) {_NEAR}<(?:group|org)>(?:[^⟦⟧.;]|⟦(?:group|org|theme|area):\d+⟧){{0,60}}?(?:dalam|guna|untuk|pada|di) {_NEAR}<ev=event>".replace(
            "<(?:group|org)>", "<group|org>"
        ),
        (
            "[org KPU X] melibatkan [group stakeholder] dalam [event evaluasi]",
            "[org Bawaslu X] kumpulkan [group parpol] untuk [event rakor]",
        ),
        ("[org KPU X] melibatkan [group stakeholder]",),
        0.75,
    ),
    Rule(
        "hosts_by_announcing_verb",
        r"<org=org|post>(?: ?,? ?<person>,?)?(?: <area>)?(?: (?:bersama|dan|dengan|bareng) <second=org|group>(?:,?(?: dan| serta)? <org|group>){0,6})?(?:[^⟦⟧.;]|⟦(?:area|date|weekday|place):\d+⟧){0,40}?<ev=event>",
        ("[org Bawaslu X] secara resmi [event melantik]", "[org Bawaslu X] dan media [event meneken] nota"),
        ("[event melantik] [org Bawaslu X]",),
        0.8,
    ),
    Rule(
        "receives_visit",
        r"<org=post|org>(?: <person>)?(?:[^⟦⟧.;]|⟦(?:area|date|weekday):\d+⟧){0,30}?\b(?:menyambut|sambut|menerima|terima)(?: kedatangan| kunjungan| rombongan| langsung)*"
        r" (?:<ev=event>|<org>|<post>|kunjungan|silaturahmi|audiensi|kedatangan)",
        (
            "[post Kapolres X] [person Budi] menyambut kedatangan [event audiensi]",
            "[org KPU X] menerima kunjungan [org Bawaslu X]",
        ),
        ("[org KPU X] menerima surat [org Bawaslu X]",),
        0.85,
    ),
)
JOIN = (
    Rule(
        "takes_part",
        r"<who=org|post>(?: ?,? ?<person>)?(?:[^⟦⟧.;]|⟦(?:area|weekday|date):\d+⟧){0,40}?{join} {1}(?:[^⟦⟧.;]|⟦(?:theme|area):\d+⟧){0,40}?<ev=event>".replace(
            "{1}", "?"
        ),
        ("[org Bawaslu X] menghadiri [event rakor]", "[org Bawaslu X] ikuti [event rapat] persiapan"),
        ("[org Bawaslu X] menggelar [event rakor]",),
        0.9,
        unless=r"\b(?:tidak|belum|diminta|agar|supaya)\b",
    ),
    Rule(
        "audience_with",
        r"<who=org|post>(?: ?,? ?<person>)?(?:[^⟦⟧.;]|⟦(?:org|area|weekday|date):\d+⟧){0,60}?<ev=event>(?: \w+){0,2}? (?:ke|kepada) (?:kantor |pihak )?<org=org|post|venue>",
        (
            "[org Bawaslu X] menggelar [event audiensi] kepada [post Bupati X]",
            "[org Bawaslu X] melakukan [event silaturahmi] ke [org Kejari X]",
        ),
        ("[org Bawaslu X] menggelar [event audiensi] di [org Kejari X]",),
        0.8,
    ),
    Rule(
        "visits_by_verb",
        r"<who=org|post>(?: ?,? ?<person>)?(?:[^⟦⟧.;]|⟦(?:area|weekday|date):\d+⟧){0,60}?<ev=event>(?: ke)?(?: kantor| markas| mako| rumah dinas)? <org=org|post|venue>",
        (
            "[post Kapolres X] [event berkunjung] ke kantor [org Bawaslu X]",
            "[post Anggota DPD RI] [event mengunjungi] kantor [org Bawaslu X]",
        ),
        ("[org Bawaslu X] [event menggelar rapat] di [org KPU X]",),
        0.8,
    ),
    Rule(
        "visits",
        r"<who=org|post>(?: ?,? ?<person>)?(?:[^⟦⟧.;]|⟦(?:area|weekday|date):\d+⟧){0,40}?(?:mengunjungi|kunjungi|mendatangi|datangi|menyambangi|sambangi|"
        r"bertandang ke|berkunjung ke|silaturahmi ke|bersilaturahmi ke|audiensi ke|beraudiensi ke|<ev=event> ke) "
        r"(?:kantor )?<org=org|post|venue>",
        ("[org Bawaslu X] mengunjungi [org Polres X]", "[org Bawaslu X] melakukan [event audiensi] ke [org Kejari X]"),
        ("[org Bawaslu X] menggelar rapat di [org Polres X]",),
        0.8,
    ),
    Rule(
        "received_by",
        r"(?:disambut|diterima|ditemui)(?: (?:langsung|hangat|baik|ramah|oleh|jajaran|dengan|secara|di ruang \w+))* <org=org|post>",
        ("rombongan disambut [post Ketua Bawaslu X]", "kedatangan mereka diterima langsung oleh [post Kajari X]"),
        ("laporan diterima pada [date Senin] di [org Bawaslu X]",),
        0.85,
    ),
)
