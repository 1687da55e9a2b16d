"""Parts of names by region, written for this project: combinations of them are invented people."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Region:
    """Name parts of a region: `heads` open a name (or none), then given names, then a family name (or none)."""

    heads: tuple[str, ...]
    given: tuple[str, ...]
    family: tuple[str, ...]
    lengths: tuple[int, ...]
    codes: tuple[str, ...] = ()


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _titles(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|"))


REGIONS: dict[str, Region] = {
    "jawa": Region(
        (),
        _words(
            "Suprapto Sutarjo Wagimin Ngatiman Purwadi Kuncoro Widagdo Sulastri Hartini Suryani Wulandari Pujiono "
            "Basuki Sumarno Warsito Triyono Endang Retno Joko Bambang Eko Dwi Tri Heru Yuniarti Murdiyanto"
        ),
        _words(
            "Wicaksono Prasetyo Nugroho Handayani Wibisono Kusumawati Hendrawan Sasongko Raharjo Lestari Purnomo "
            "Yulianto Kristanto Sudarmanto Pamungkas Setyaningsih"
        ),
        (1, 1, 2, 2, 3),
        ("33", "34", "35", "31", "18"),
    ),
    "sunda": Region(
        (),
        _words("Asep Ujang Dadang Cecep Dede Neneng Iis Entin Tatang Agus Yayan Euis Nandang Encep Rohendi Wawan"),
        _words(
            "Sutisna Hidayat Suherman Kurniawan Gunawan Rohmana Supriatna Sukmana Permana Komalasari Ruhiyat Solihin"
        ),
        (1, 2, 2, 3),
        ("32", "36"),
    ),
    "batak": Region(
        (),
        _words("Jonri Parulian Tiurma Saut Binsar Lamhot Rospita Hotma Togar Maruli Nurlela Poltak Ramses Duma"),
        _words(
            "Sihotang Hutagaol Simanullang Sitorus Nainggolan Panggabean Hasibuan Harahap Lumbantobing Rambe Purba "
            "Siagian Tampubolon Pardede"
        ),
        (2, 2, 3),
        ("12",),
    ),
    "melayu": Region(
        (),
        _words(
            "Zulfahmi Syafrizal Hendri Masriadi Raudhah Yusniar Azwar Ismardi Khairani Firdaus Rusdi Marlina "
            "Ilham Safrudin"
        ),
        _words("Effendi Rahman Nasruddin Kurnia Syahputra Amri Hamdani Ramadhan Yanti Mukhtar Saputra Anwar"),
        (1, 2, 2, 3),
        ("14", "15", "16", "17", "19", "21"),
    ),
    "minang": Region(
        (),
        _words("Yulrizal Afrizal Syafnil Elvira Nofrizal Desriyanti Zamzami Erman Wirman Rinaldi Fitriani Marjoni"),
        _words("Chaniago Koto Piliang Tanjung Sikumbang Caniago Jambak Guci Mandailiang Panyalai"),
        (1, 2, 2),
        ("13",),
    ),
    "bali": Region(
        _titles(
            "I Wayan | I Made | I Nyoman | I Ketut | Ni Luh | Ni Made | Ni Kadek | I Gusti Ngurah | I Gusti Ayu | "
            "Ida Bagus | Ida Ayu | Anak Agung Gede"
        ),
        _words("Sudarma Putra Ariani Widnyana Suastika Mahendra Sukerta Pradnyani Darmayasa Wiratha Juliarti Artawan"),
        _words("Adnyana Wirawan Suardika Dharma Sedana Laksmi Antara Swastika"),
        (1, 1, 2),
        ("51",),
    ),
    "bugis": Region(
        _titles("Andi | Andi | |"),
        _words(
            "Baso Tenri Mappanyukki Muhtar Sitti Rahmatia Ambo Besse Hasnawati Saharuddin Nurhaeda Burhanuddin Syamsu"
        ),
        _words("Patunru Makkulau Daeng·Nai Daeng·Sikki Pawelloi Mallarangeng Sangkala Tahir Bahtiar Mannyomba"),
        (1, 2, 2),
        ("73", "76", "74", "72"),
    ),
    "sasak": Region(
        _titles("Lalu | Baiq | Lalu | Baiq"),
        _words("Wirasakti Nurlaila Zainuddin Satriawan Mulyani Hizbullah Marhaeni Ahyar Suhartini Kusnadi"),
        _words("Wirajaya Suprayadi Apriani Hafizin Fathurrahman Juniati"),
        (1, 2),
        ("52",),
    ),
    "aceh": Region(
        _titles("Teuku | Cut | | |"),
        _words("Rizal Meurah Zulkifli Muzakkir Fadhil Munawar Nyak Mutia Safwan Iskandar Mahlil Ridha"),
        _words("Fahmi Intan Armia Maulana Usman Yacob Ilyas Jauhari Daud"),
        (1, 2, 2),
        ("11",),
    ),
    "papua": Region(
        (),
        _words("Yulianus Demianus Marthen Yosina Frengky Melkias Orpa Naftali Benyamin Dorce Albertus Esau"),
        _words("Wenda Rumbiak Yigibalom Kogoya Wanimbo Mandacan Asmuruf Gebze Kaize Rumaropen Tabuni Ohee"),
        (2, 2, 3),
        ("91", "92", "93", "94", "95", "96"),
    ),
    "maluku": Region(
        (),
        _words("Jopie Marlen Semuel Abdullah Rauf Jacoba Stevanus Hasan Ode Nurmala Elseos Rizky"),
        _words("Latuheru Sahetapy Pattiasina Tuasikal Latuconsina Lekatompessy Umasugi Salampessy Kailola Umarella"),
        (2, 2),
        ("81", "82"),
    ),
    "minahasa": Region(
        (),
        _words("Wenny Jantje Meidy Herwyn Fanly Olga Donny Stella Altje Yessy"),
        _words("Mamahit Rumengan Kalalo Lumentut Pangemanan Sondakh Wowiling Tumbelaka Mokoagow Mokodompit"),
        (2, 2, 3),
        ("71", "75"),
    ),
    "timor": Region(
        (),
        _words("Yohanes Kristoforus Maria Fransiskus Theresia Yosef Melkianus Adelheid Petrus Baltasar"),
        _words("Nong·Wempi Bere Taolin Seran Nahak Djehamat Kolimon Lada·Kelen Fahik Mbeo Radja Nubatonis"),
        (2, 2, 3),
        ("53",),
    ),
    "borneo": Region(
        _titles("| | | Gusti"),
        _words("Syahrani Rusmadi Norhayati Yakobus Ritung Hermansyah Masrani Agustinus Kumala Jumberi Rabiatul"),
        _words("Noor Fadillah Lihan Anyang Ripani Adawiyah Pranoto Kelawing Usop Yusran"),
        (2, 2, 3),
        ("61", "62", "63", "64", "65"),
    ),
    "word": Region(
        (),
        _words(
            "Slamet Untung Bima Bintang Fajar Cahaya Setia Legi Damai Jujur Juli Januari Galuh Bulan Sentosa "
            "Subuh Makmur Mulia"
        ),
        _words(
            "Bangun Batubara Barus Asahan Toba Tanjung Bakti Harapan Rejeki Teladan Sejati Serang Malaka Sumba Rembang"
        ),
        (1, 2, 2, 3),
    ),
}
HEADS = frozenset(word for region in REGIONS.values() for head in region.heads for word in head.split()) | {
    "Siti",
    "Raja",
    "Said",
    "Gede",
    "Ketut",
    "Made",
    "Nyoman",
    "Wayan",
    "Komang",
    "Kadek",
    "Putu",
    "Ida",
    "Dewa",
    "Anak",
}
NICKNAMES = _words("Iwan Uun Bento Dodi Yanti Ucok Butet Jeki Nano Cepi Ipul Icha Lani Tole Memet Rudi")
DEGREES = (
    "S.H., M.H.",
    "S.Pd.I., M.Pd.",
    "S.Sos., M.Si.",
    "SE, MM",
    "S.IP., M.A.P.",
    "S.T., M.T., Ph.D.",
    "SH",
    "S.Ag., M.Pd.I., M.H.",
    "S.Kom",
    "M.Si",
    "Lc., M.A.",
    "S.Tr.Sos., M.Si., C.Med.",
)
ADAT = ("Dt. Rajo Bungsu", "Dt.Bandaro", "St. Mangkuto")
