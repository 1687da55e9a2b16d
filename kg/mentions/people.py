"""Names of people: stretches of capitals with their titles, ranks and degrees parted off, and the words that make them a person."""

from __future__ import annotations

from kg.rules import Rule

RULES = (
    Rule(
        "name_after_post",
        r"<post> ?[,:]? ?(?:yakni |yaitu |ialah |adalah |atas nama |bernama |,)?<who=name>",
        ("[post Ketua Bawaslu Batang], [name Mahbrur] menyebut", "[post Kapolres Madiun] [name Ridwan] hadir"),
        ("[post Ketua Bawaslu Batang] mengajak [name Mahbrur]",),
    ),
    Rule(
        "name_after_post_and_place",
        r"<post>(?: \w{2,12}){0,2} <area>,? <who=name>",
        ("[post Lurah] [area Sungai Danau] [name Budi] hadir", "[post Ketua Presidium] jadi [area Banten], [name Budi]"),
        ("[post Ketua Bawaslu] mengajak warga di [area Banten] memilih [name Budi]",),
    ),
    Rule(
        "name_before_post",
        r"<who=name> ?[,(]? ?(?:selaku |sebagai |yang (?:juga |merupakan |menjabat )*(?:selaku |sebagai )?)?<post>",
        ("[name Rozikin] [post Kordiv SDM Bawaslu Gresik] menyampaikan", "[name Erlyando] selaku [post Divisi Hukum]"),
        ("[name Rozikin] mengajak [post Ketua KPU]",),
    ),
    Rule(
        "name_after_saying",
        r"{say},? (?:oleh )?<who=name>",
        ("ujar [name Alek], Jumat", "imbuh [name Ferdy]"),
        ("ujarnya kepada [name Ferdy]",),
        unless=r"\w+nya,? ",
    ),
    Rule(
        "name_before_saying",
        r"<who=name> ?,? ?(?:juga |pun |turut |lalu |kemudian |saat itu |sendiri )*{says}",
        ("[name Umar] menyampaikan agar", "[name Robbah] juga mengingatkan"),
        ("[name Umar] duduk dan menyampaikan",),
    ),
    Rule(
        "name_as_source",
        r"(?:menurut|bagi|kata|kepada) <who=name>,",
        ("menurut [name Robbah], netralitas", "bagi [name Nuning], pemilu"),
        ("menurut rencana [name Robbah]",),
    ),
    Rule(
        "name_as_agent",
        r"(?:dipimpin(?: langsung)?|dibuka|dipandu|dimoderatori|disampaikan|ditegaskan\w*|disebutkan|dikatakan\w*|dijelaskan|"
        r"diungkapkan\w*|diterangkan\w*|dituturkan|diutarakan|didampingi)(?: oleh)? <who=name>",
        ("dipandu oleh [name Said Fauzan]", "disebutkan [name Taryono], dari"),
        ("dipandu dengan [name Said]",),
    ),
    Rule(
        "name_of_speaker",
        r"{speaker}(?: lain)?(?:nya)?(?: yakni| yaitu| adalah|:|,)? <who=name>",
        ("dengan narasumber [name Sugeng]", "pemateri yakni [name Andri Saputra]"),
        ("narasumber dari [name Sugeng]",),
    ),
    Rule(
        "name_after_body_of_speaker",
        r"(?:{speaker}|perwakilan|utusan|wakil|dari)(?: dari)? <org>,? <who=name>",
        ("narasumber [org Bawaslu Jawa Timur] [name Sugeng]", "perwakilan [org KPU X], [name Sari]"),
        ("di kantor [org KPU X] [name Sari]",),
        0.85,
    ),
    Rule(
        "name_with_calling",
        r"<who=name>,? (?:\()?(?:salah satu |salah seorang |seorang |selaku )?(?:siswa|siswi|pelajar|mahasiswa|mahasiswi|warga)\b",
        ("[name Reza Mahendra], siswa SMA", "[name Siti], salah satu warga"),
        ("[name Aqshal] bersama siswa",),
    ),
    Rule(
        "name_after_calling",
        r"(?:siswa|siswi|pelajar|mahasiswa|mahasiswi|warga|peserta|moderator|pembawa acara|saksi|pelapor|terlapor|terduga|pemohon|termohon|kuasa hukum(?: pemohon| termohon)?|"
        r"pengawas tps|ptps|pkd|relawan|pedagang|petani|nelayan|guru|ustaz|ustadz|perwakilan|utusan)(?: <org|area>)?,? (?:bernama )?<who=name>",
        ("moderator [name Sari Utami] membuka", "siswa [org SMA 3], [name Aqshal]"),
        ("siswa dari [name Aqshal]",),
    ),
)
LISTED = Rule(
    "name_in_list_of_people",
    r"<known=person>(?: ?\(?<post>\)?)? ?(?:,|dan|serta|, dan|, serta|&) ?<who=name>",
    ("[person Sugeng] dan [name Taryono]", "[person Sugeng], [name Taryono], hadir"),
    ("[person Sugeng] kepada [name Taryono]",),
    confidence=0.8,
)
