"""Closed word classes of Indonesian news prose. Each line ends with the phrase that made it needed.

A line reads ``form, form, form: phrase``; forms are lower case and may be regular expressions over words.
"""

from __future__ import annotations

import re

_TABLES = {
    # An organiser as the subject of what it holds, and bare forms of headlines.
    "host": """
menggelar, gelar, mengelar, menggelarkan: Bawaslu menggelar rakor
mengadakan, adakan: Bawaslu mengadakan sosialisasi
menyelenggarakan, selenggarakan: KPU menyelenggarakan bimtek
melaksanakan, laksanakan, melaksakan: Panwascam melaksanakan apel
melakukan, lakukan: Bawaslu melakukan deklarasi
menghelat, helat, menghelatkan: TVRI menghelat dialog
mengagendakan, menjadwalkan: Bawaslu menjadwalkan rakor
menginisiasi, inisiasi, menggagas, gagas: Kesbangpol menginisiasi FGD
menjalankan, jalankan, melangsungkan, mengemas: Bawaslu menjalankan patroli
meluncurkan, luncurkan, launching, melaunching: Bawaslu meluncurkan IKP
memfasilitasi: Kesbangpol memfasilitasi dialog
kembali (?:menggelar|gelar|mengadakan|melaksanakan): Bawaslu kembali menggelar rakor
memperbanyak, perbanyak, menggencarkan, gencarkan, gencar: Bawaslu gencarkan sosialisasi
""",
    "hosted": """
digelar, di gelar, digelarnya, dihelat: rakor yang digelar Bawaslu
diadakan, di adakan: sosialisasi diadakan Bawaslu
diselenggarakan, di selenggarakan: bimtek yang diselenggarakan KPU
dilaksanakan, di laksanakan: apel dilaksanakan Bawaslu
dilakukan: deklarasi dilakukan Bawaslu
diinisiasi, digagas, diprakarsai: FGD yang diinisiasi Kesbangpol
dijalankan, dilangsungkan, dipusatkan, difasilitasi: sosialisasi dijalankan Panwascam
""",
    # The subject is a guest of somebody else's event.
    "join": """
menghadiri, hadiri, hadir, hadir dalam, hadir pada, hadir di, menghadirinya: Bawaslu menghadiri rakor KPU
mengikuti, ikuti, ikut, ikut serta dalam, berpartisipasi dalam: Bawaslu ikuti rapat yang digelar Polda
turut hadir dalam, turut menghadiri, turut serta dalam: Bawaslu turut menghadiri apel
memenuhi undangan, penuhi undangan: Bawaslu penuhi undangan KPU
menjadi narasumber, jadi narasumber, menjadi pemateri, jadi pemateri: Ketua Bawaslu jadi narasumber
""",
    # After these stand the people and bodies that took part.
    "attended": """
dihadiri, di hadiri, dihadirinya: Rakor ini dihadiri KPU
diikuti, di ikuti: apel diikuti Panwascam
(?:turut |ikut |juga |tampak |nampak |terlihat |tampak juga |turut juga |yang |ikut pula |juga turut |tampak pula )*hadir(?:nya)?: turut hadir Kapolres
(?:yang |turut |ikut )?datang(?: juga| pula)? bersama, datang juga, datang pula, yang datang(?: cuma| hanya)?: yang datang bersama Kapolsek
ikut dalam rombongan, dalam rombongan, rombongan(?: \\w+)? terdiri dari, ikut mendampingi, mendampingi, turut mendampingi, terlihat antara lain, hadir bersama: ikut dalam rombongan
kehadiran, berkat hadirnya: berkat hadirnya Rektor
(?:turut |ikut |juga )*disaksikan: penandatanganan disaksikan Bupati
didampingi, (?:turut |ikut )*didampingi, ditemani: didampingi komisioner
di hadapan, dihadapan, di depan: di hadapan para siswa
pesertanya, peserta(?: \\w+){0,3} (?:terdiri|berasal|meliputi|yakni|yaitu|adalah|dari), dengan peserta: peserta terdiri dari parpol
yang terdiri dari, terdiri dari, terdiri atas, yang terdiri atas, meliputi: dihadiri yang terdiri dari Polres
(?:tampak|terlihat|nampak)(?: juga| pula| dalam| pada| di): tampak juga Ketua Bawaslu
menyambut kedatangan, menerima kunjungan, menerima audiensi, menerima silaturahmi: Kapolres menyambut kedatangan Ketua Bawaslu
""",
    "invite": """
mengundang, undang, dengan mengundang: Bawaslu mengundang Kesbangpol
menghadirkan, hadirkan, dihadirkan, mendatangkan, datangkan, didatangkan: menghadirkan narasumber
melibatkan, libatkan, dengan melibatkan, menyertakan: melibatkan ormas
menggandeng, gandeng, merangkul, rangkul, mengajak serta: menggandeng siswa
mengumpulkan, kumpulkan: Bawaslu kumpulkan Panwascam
""",
    "with": """
bersama, bersama-sama, bersama dengan, beserta, bareng, berbarengan dengan: Rakor bersama stakeholder
dengan, dgn: rapat koordinasi dengan KPU
kepada, bagi, untuk, terhadap: sosialisasi kepada pelajar
""",
    "speaker": """
narasumber, nara sumber, narasumbernya: menghadirkan narasumber
pemantik, pengisi materi, pengisi acara: jadi pemantik
pemateri, pembicara, pemapar, penceramah, panelis: pemateri dari Kejari
keynote speaker: keynote speaker Ketua Bawaslu
""",
    "cooperate": """
bekerja sama dengan, bekerjasama dengan, kerja sama dengan, kerjasama dengan: Bawaslu bekerja sama dengan PWI
berkoordinasi dengan, koordinasi dengan, berkoordinasi bersama: Bawaslu berkoordinasi dengan KPU
bersinergi dengan, bersinergi bersama, sinergi dengan, bermitra dengan: bersinergi dengan TNI
berkolaborasi dengan, berkolaborasi bersama, kolaborasi dengan: berkolaborasi bersama KPU
menggandeng, gandeng, merangkul: menggandeng PWI
""",
    "sign": """
menandatangani, tanda tangani, teken, meneken, menekan: meneken MoU
menjalin, dijalin, menyepakati, sepakati, bersepakat: MoU dijalin Bawaslu
""",
    # Verbs of saying that stand before or after a quotation's speaker.
    "say": """
ujar(?:nya)?, ucap(?:nya)?, kata(?:nya)?, tutur(?:nya)?, ungkap(?:nya)?, jelas(?:nya)?, terang(?:nya)?: ujar Novli
tegas(?:nya)?, papar(?:nya)?, imbuh(?:nya)?, tambah(?:nya)?, sambung(?:nya)?, lanjut(?:nya)?, tandas(?:nya)?: imbuh Ferdy
pungkas(?:nya)?, tutup(?:nya)?, sebut(?:nya)?, urai(?:nya)?, beber(?:nya)?, terangnya, cetus(?:nya)?: pungkasnya
harap(?:nya)?, pesan(?:nya)?, pinta(?:nya)?, ajak(?:nya)?, tukas(?:nya)?, timpal(?:nya)?, ulas(?:nya)?: harap Yani
gurau(?:nya)?, celetuk(?:nya)?, canda(?:nya)?, kelakar(?:nya)?, balas(?:nya)?, jawab(?:nya)?, kenang(?:nya)?, tanya(?:nya)?, sahut(?:nya)?: guraunya
cerita(?:nya)?, keluh(?:nya)?, aku(?:nya)?, kilah(?:nya)?, simpul(?:nya)?, seru(?:nya)?, imbau(?:nya)?: aku siswa itu
tulis(?:nya)?, singkat(?:nya)?, kunci(?:nya)?, rinci(?:nya)?, jabar(?:nya)?, paparnya, tekan(?:nya)?: tulisnya
""",
    "says": """
mengatakan, katakan, mengucapkan, menyatakan, nyatakan, menyebut, menyebutkan, sebutkan, menyebutnya: Ketua menyebut
menyampaikan, sampaikan, menuturkan, tuturkan, mengungkapkan, ungkapkan, mengungkap: Umar menyampaikan
menjelaskan, jelaskan, menerangkan, memaparkan, paparkan, menguraikan, membeberkan, merinci: Ketua menjelaskan
menegaskan, tegaskan, menekankan, tekankan, menandaskan, menggarisbawahi, mengingatkan, ingatkan: Rozikin menekankan
menambahkan, menimpali, melanjutkan, menyambung, mengimbuhkan, menutup: Ia menambahkan
berharap, mengharapkan, harapkan, meminta, minta, mengimbau, imbau, menghimbau, mengajak, ajak, berpesan, mengapresiasi: Ia berharap
membalas, menjawab, menimpali, bercanda, bergurau, mengeluh, mengeluhkan, bercerita, berjanji, memuji, menyindir, menyahut: Ketua membalas
mengaku, mengakui, menilai, memandang, mengklaim, menyoroti, memastikan, memberikan, memberi, menyambut, membenarkan: Ketua menilai
membuka, mendorong, dorong, menyampaikan bahwa, mengemukakan, menceritakan, menyerukan, menyayangkan, menyinggung: Ketua membuka
""",
    "opens_list": "yakni, yaitu, antara lain, diantaranya, di antaranya, seperti, masing-masing, meliputi, terdiri dari, "
    "terdiri atas, adalah: antara lain Dishub",
    "stand_in": """
mewakili, yang mewakili, datang mewakili, hadir mewakili: Asisten mewakili Bupati
diwakili, diwakili oleh, yang diwakili, yang diwakili oleh, diwakilkan, dalam hal ini diwakili: Bupati diwakili Asisten
melalui, lewat: Ketua melalui Kordiv
""",
    "as": "selaku, sebagai, yang menjabat, yang juga, yang merupakan, yang juga merupakan, sekaligus, juga: X selaku Ketua",
    "plan": "akan, bakal, hendak, berencana, rencananya, segera: Bawaslu akan menggelar rakor",
    "wish": "perlu, harus, hendaknya, sebaiknya, diharapkan, berharap, meminta, agar, supaya, mendorong: KPU harus berkoordinasi",
}


def _forms(table: str) -> tuple[str, ...]:
    forms: list[str] = []
    for line in table.strip().splitlines():
        forms += [form.strip() for form in re.split(r",(?![^{]*\})", line.rsplit(": ", 1)[0]) if form.strip()]
    return tuple(dict.fromkeys(forms))


CLASSES: dict[str, tuple[str, ...]] = {name: _forms(table) for name, table in _TABLES.items()}


def alternatives(name: str) -> str:
    """A word class as one regular expression, longest form first."""
    return "(?:" + "|".join(sorted(CLASSES[name], key=len, reverse=True)) + ")"


MONTHS = {
    "januari": 1,
    "jan": 1,
    "februari": 2,
    "pebruari": 2,
    "feb": 2,
    "peb": 2,
    "maret": 3,
    "mar": 3,
    "april": 4,
    "apr": 4,
    "mei": 5,
    "juni": 6,
    "jun": 6,
    "juli": 7,
    "jul": 7,
    "agustus": 8,
    "agu": 8,
    "ags": 8,
    "agt": 8,
    "agust": 8,
    "september": 9,
    "sept": 9,
    "sep": 9,
    "oktober": 10,
    "okt": 10,
    "november": 11,
    "nopember": 11,
    "nov": 11,
    "nop": 11,
    "desember": 12,
    "des": 12,
}
WEEKDAYS = {
    "senin": 0,
    "selasa": 1,
    "rabu": 2,
    "kamis": 3,
    "jumat": 4,
    "jum'at": 4,
    "jum’at": 4,
    "sabtu": 5,
    "minggu": 6,
    "ahad": 6,
}

LEVEL_WORDS = {
    "kabupaten": "kabupaten",
    "kab": "kabupaten",
    "kota": "kota",
    "provinsi": "province",
    "propinsi": "province",
    "prov": "province",
    "prop": "province",
    "kotamadya": "kota",
}
DISTRICT_WORDS = {"kecamatan", "kec", "distrik", "kapanewon", "kemantren"}
VILLAGE_WORDS = {
    "desa",
    "kelurahan",
    "kel",
    "nagari",
    "gampong",
    "kampung",
    "kalurahan",
    "pekon",
    "tiyuh",
    "dusun",
    "negeri",
    "lembang",
}
# What the word for a body or post says of its area.
LEVEL_OF_FORM = {
    "pemkab": "kabupaten",
    "pemkot": "kota",
    "pemko": "kota",
    "pemprov": "province",
    "bupati": "kabupaten",
    "wabup": "kabupaten",
    "kabupaten": "kabupaten",
    "kota": "kota",
    "wali": "kota",
    "walikota": "kota",
    "wawali": "kota",
    "wawalkot": "kota",
    "gubernur": "province",
    "wagub": "province",
    "provinsi": "province",
    "kpuprov": "province",
    "panwaskab": "kabupaten",
    "panwaskot": "kota",
    "sekdaprov": "province",
    "sekprov": "province",
    "sekdakab": "kabupaten",
    "sekdako": "kota",
    "sekdakot": "kota",
    "kepolisian daerah": "province",
}

STATUS = {
    "pj": "acting",
    "pjs": "acting",
    "plt": "acting",
    "plh": "acting",
    "penjabat": "acting",
    "pejabat sementara": "acting",
    "pelaksana tugas": "acting",
    "pelaksana harian": "acting",
    "penjabat sementara": "acting",
    "mantan": "former",
    "eks": "former",
    "bekas": "former",
}

# Words that begin sentences or fields in capitals and are no names.
NO_NAME = frozenset(
    """
ada adalah adanya adapun agar agenda akan akhirnya alhamdulillah anda apalagi apa bagi bahkan bahwa baik banyak begitu belum berbagai berbekal
berdasarkan berikut berikutnya berlangsung bersama bersamaan bertempat beserta bila bukan cuma dalam dan dari daripada demi periode daerah penyelesaian partisipasi kasus form surat mantapkan selenggarakan bersinergi demikian dengan di
dia diketahui dimana diantaranya dijelaskan disebutkan disampaikan diungkapkan ditambahkan ditegaskan dirinya sos pd kom ag hum tr ik sc zoom google meet daring guna hadir hal rp harapan harapannya
hasil hingga ia ini intinya itu jadi jangan jelang jika juga kalau kami karena kata kedua keempat kegiatan kehadiran kelima kemarin
kemudian kendati kepada kepala ketiga ketika kini kita kondisi kunjungan lain lalu langkah lanjut lanjutnya lebih lewat maka masih masing
materi melainkan melalui memasuki mengenai mengingat menjadi menurut menurutnya mereka meski meskipun mulai namun nantinya oleh olehnya pada padahal para
pasalnya pelaksanaan penandatanganan pertama sambut terima kunjungi bahas bicarakan bentuk ingatkan tegaskan imbau jadi
pertemuan peserta pihak pihaknya pimpinan program saat saling sambil sampai sangat saya seakan
sebab sebagai sebagaimana sebanyak sebelum sebelumnya sebuah secara sedangkan segala sehingga sejak sejauh sejumlah sekaligus selain
selaku selanjutnya selama seluruh semangat sementara semoga semua senada seperti serta sesuai setelah setiap sesudah setelahnya siap sosok sudah supaya tak
tambahnya tampak tanpa tapi telah tema terima terkait terlihat termasuk tersebut terus tetapi tidak tim tingkat tujuan tujuannya turut unsur untuk usai walau
yang yaitu yakni kabupaten kota provinsi kecamatan desa kelurahan jalan pilkada pemilu pemilihan pemilukada pileg pilpres pilgub indonesia negara republik
foto sumber dok istimewa ist antara komisi umum serentak tahun tahapan kampanye undang perbawaslu pkpu tps asn tni polri
hotel gedung aula kantor kampus universitas sekolah ballroom lapangan pemerintah dinas badan forum lembaga organisasi partai
saudara bapak ibu pak bu rekan warga masyarakat pemuda tokoh anggota ketua sekretaris wakil kapolres bupati gubernur camat lurah
islam nusantara informasi bangsa politik divisi pencegahan pengawasan pelanggaran penanganan hukum sengketa humas sdm data
nomor narasumber pemateri jajarannya kawal rektor dekan dosen srikandi kadar ayo kordinator koordinator divisi mou wali walikota
diharapkan diharapkannya harapnya hadirnya mendengar melihat menyikapi menanggapi menyambut memang mari terpisah sesi
wib wita wit com co id net news online media press berita
""".split()
)
NAME_PARTICLES = frozenset("alias br boru bin binti ibnu van de da der al el ar as ad bte".split())
ENGLISH_MONTH_LIKE = frozenset(MONTHS) - {"mei", "jan", "mar"}
PRONOUNS = frozenset(["ia", "dia", "dirinya", "pihaknya", "beliau", "nya", "yang bersangkutan"])
