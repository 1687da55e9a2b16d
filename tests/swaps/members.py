"""Words for bodies and groups in lists of participants: to know them by, and to lengthen lists with."""

from __future__ import annotations

GROUP_WORDS = {
    "insan-pers": "media|pers|wartawan|jurnalis", "ormas": r"ormas|organisasi (?:masy|kemasy)\w+", "opd": "OPD|SKPD|dinas",
    "partai-politik": "parpol|partai politik|partai", "organisasi-mahasiswa": "organisasi mahasiswa|BEM|OKP",
    "tokoh-masyarakat": "tokoh masyarakat|toma", "tokoh-agama": "tokoh agama|toga", "tokoh-adat": "tokoh adat|ninik mamak",
    "panwascam-se": "panwas", "badan-adhoc": "PPK|PPS|ad ?hoc", "kepala-desa": "kepala desa|kades|walinagari|keuchik",
    "pkd-se": "PKD|panwas desa|PPL", "pelajar": "siswa|pelajar", "mahasiswa": "mahasiswa", "camat": "camat", "lurah": "lurah",
    "perguruan-tinggi": "perguruan tinggi|kampus|universitas", "tokoh-pemuda": "tokoh pemuda", "lsm": "LSM|NGO",
    "pemantau-pemilu": "pemantau", "pasangan-calon": "paslon|pasangan calon|tim", "bawaslu-kabkota": "bawaslu",
    "organisasi-masyarakat": "organisasi masyarakat", "disabilitas": "disabilitas|difabel", "perempuan": "perempuan",
    "stakeholder": "stakeholder|instansi", "kpu-kabkota": "KPU", "tni-polri": "TNI", "asn": "ASN", "pemuda": "pemuda|OKP",
    "akademisi": "akademisi", "tokoh-perempuan": "tokoh perempuan", "pemilih-pemula": "pemilih pemula",
}
TYPE_WORDS = {
    "bawaslu": "bawaslu|panwaslu", "kpu": "kpu|kip|komisi pemilihan umum", "polres": r"polres\w*|kapolres|kepolisian",
    "polda": "polda|kapolda", "kejari": "kejari|kejaksaan", "kejati": "kejati|kejaksaan tinggi", "kodim": "kodim|dandim|tni",
    "pemda": r"pem(?:kab|kot|prov|da)|pemerintah \w+|bupati|wali ?kota|gubernur", "dprd": "dprd", "satpolpp": "satpol pp",
    "kesbangpol": r"\w*kesbang\w*", "forkopimda": r"fork[a-z]+da", "forkopimcam": r"fork[a-z]+cam", "kemenag": "kemenag",
    "disdukcapil": r"\w*dukcapil", "diskominfo": r"(?:dis)?kominfo", "dishub": "dishub", "dlh": "dlh", "disdik": "disdik",
    "pwi": "pwi", "kecamatan": "camat", "kejagung": "kejaksaan", "fkub": "fkub", "mui": "mui", "bps": "bps", "setda": "setda",
}
MORE = (
    ("kesbangpol", ("Kesbangpol", "Badan Kesbangpol")), ("disdukcapil", ("Disdukcapil", "Dinas Dukcapil")),
    ("dprd", ("DPRD",)), ("satpolpp", ("Satpol PP",)), ("kemenag", ("Kemenag",)), ("inspektorat", ("Inspektorat",)),
    ("mui", ("MUI",)), ("fkub", ("FKUB",)), ("knpi", ("KNPI",)), ("pwi", ("PWI",)), ("bnn", ("BNN",)), ("dinkes", ("Dinkes",)),
    ("dinsos", ("Dinsos", "Dinas Sosial")), ("bpbd", ("BPBD",)), ("kejari", ("Kejari", "Kejaksaan Negeri")),
    ("kodim", ("Kodim",)), ("pn", ("Pengadilan Negeri",)),
    ("group:tokoh-agama", ("tokoh agama",)), ("group:tokoh-masyarakat", ("tokoh masyarakat",)),
    ("group:insan-pers", ("insan pers", "awak media")), ("group:tokoh-pemuda", ("tokoh pemuda",)),
    ("group:partai-politik", ("partai politik",)), ("group:ormas", ("ormas", "organisasi kemasyarakatan")),
    ("group:tokoh-adat", ("tokoh adat",)), ("group:lsm", ("LSM",)),
)
