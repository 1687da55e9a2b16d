"""Furniture of news pages: navigation, counters, sharing, comments, notices."""

from __future__ import annotations

from kg.articles.shapes import phrases, shape

NAVIGATION = phrases(
    "navigation",
    "chrome",
    (
        # Skip links and menus.
        "Lompat ke isi utama", "Lompat ke konten utama", "Lompat ke konten", "Lewati ke konten utama",
        "Lewati ke konten", "Langsung ke konten", "Skip to content", "Skip to main content", "Loncat ke konten",
        "Beranda", "Home", "Menu", "Cari", "Search", "Berita", "news", "Artikel", "Kabar", "Daerah", "Nasional",
        "Headline", "Politik", "Hukum", "Pemilu", "Siaran Pers", "Berita Terkini", "Kategori", "Arsip",
        "Kembali", "Kembali ke atas", "Halaman", "Selanjutnya", "Sebelumnya", "Next", "Previous", "Prev",
        "Baca Selengkapnya", "Selengkapnya", "Lihat semua", "Lihat Semua Berita", "Read more", "Load more",
        "Login", "Masuk", "Daftar", "Berlangganan", "Langganan", "Subscribe", "toast", "Close", "Tutup",
    ),
    refuses=("Berita acara ditandatangani.", "Daftar hadir"),
)  # fmt: skip
SHARING = phrases(
    "sharing",
    "chrome",
    (
        "Share", "Share this", "Share this:", "Bagikan", "Bagikan ini", "Bagikan:", "Sebarkan", "Sebarkan artikel ini",
        "Facebook", "Twitter", "X", "WhatsApp", "Whatsapp", "Telegram", "Instagram", "Youtube", "TikTok", "LINE",
        "Pinterest", "LinkedIn", "Email", "Copy Link", "Salin Tautan", "Link tersalin", "Tweet", "Like", "Suka",
        "Like this", "Cetak", "Print", "Komentar", "Comment", "Comments", "Facebook Comments", "Follow", "Ikuti",
        "Dengarkan", "A A A", "A+", "A-",
    ),
    refuses=("Email itu dikirim ke Bawaslu.",),
)  # fmt: skip
FOOTER = phrases(
    "footer_mark",
    "chrome",
    (
        "Tag", "Tags", "Tagar", "Topik", "Topik Terkait", "Label", "Share", "Bagikan", "Pos terkait", "Related Posts",
        "Tinggalkan Balasan", "Leave a Reply", "Tulis Komentar", "Tulis Komentar Anda", "Discussion about this post",
        "Bagaimana Menurut Anda", "Bagaimana Menurut Anda?", "Bagaimana reaksi Anda?", "What's Your Reaction?",
        "toast", "Media Sosial", "Ikuti Kami", "Ikuti Kami di", "Follow Us", "Sosial Media", "Artikel Sebelumnya",
        "Artikel Berikutnya", "Artikulli paraprak", "Berita Sebelumnya", "Berita Selanjutnya", "Berita Berikutnya",
        "Berita terkait", "Artikel Terkait", "Rekomendasi", "Rekomendasi untuk Anda", "Terpopuler", "Terkini",
        "Berita Terpopuler", "Berita Terbaru", "Berita Populer", "Berita Lainnya", "Trending", "Paling Banyak Dibaca",
        "About the Author", "Tentang Penulis", "Navigasi pos", "Kontak", "Hubungi Kami", "Tentang Kami", "Redaksi",
        "Pedoman Media Siber", "Disclaimer", "Kebijakan Privasi",
    ),
    refuses=("Rekomendasi Bawaslu disampaikan kepada KPU.",),
)  # fmt: skip
COMMENT_FORM = phrases(
    "comment_form",
    "chrome",
    (
        "Tinggalkan Balasan", "Leave a Reply", "Discussion about this post", "Batalkan balasan", "Balas",
        "Kirim Komentar", "Nama", "Situs Web", "Komentar Anda", "Post Comment",
        "Belum ada komentar", "Tidak ada komentar", "No comments",
    ),
    refuses=("Nama calon diumumkan KPU.",),
)  # fmt: skip
MARKS = shape(
    "mark_or_number",
    "chrome",
    r"[\W_]+|[\d.,:/ ]+|[\d.,]+ ?[kKmM]",
    reads=("|", "29", "1.204", "»", "***", "- - -", "1,2k"),
    refuses=("29 orang hadir", "Pasal 7"),
)
ADVERTISEMENT = shape(
    "advertisement",
    "chrome",
    r"\W*(?:advertisements?|advertorial|iklan|sponsored|promo|scroll (?:ke bawah )?(?:to continue|untuk).{0,60}|"
    r"lanjut(?:kan)? membaca.{0,40}|geser (?:ke bawah )?untuk.{0,60}|adsbygoogle.*)\W*",
    reads=("Advertisement", "- Advertisement -", "SCROLL TO CONTINUE WITH CONTENT", "Scroll untuk lanjut membaca"),
    refuses=("Iklan kampanye di media massa diawasi Bawaslu.",),
)
COUNTER = shape(
    "counter",
    "chrome",
    r"(?=.{0,60}$)\W*(?:[\w ]{0,25}\W+)?(?:"
    r"(?:telah )?(?:dibaca|dilihat|post views?|views?|hits?|viewed)\s*:?\s*[\d.,]+k?(?: kali| x)?|"
    r"[\d.,]+k?\s*(?:views?|dilihat|kali dibaca|kali dilihat|x dibaca|x dilihat|pembaca|shares?|dibagikan|komentar|"
    r"comments?|suka|likes?|menit (?:baca|membaca)|min(?:ute)?s? read|pengunjung)(?: (?:ini|yang lalu))?)\W*",
    reads=("(58 views)", "-Kabar-541 dilihat", "Dibaca 123 kali", "Post Views: 1,234", "0 Komentar", "3 menit baca"),
    refuses=("16 pembaca doa hadir", "Sebanyak 541 surat dilihat Bawaslu."),
)
TAG_LINE = shape(
    "tag_line",
    "chrome",
    r"(?:tags?|tagar|topik|label|kategori|kata kunci|keywords?)\s*[:#].{0,280}|(?:#\w+[ ,]*)+",
    reads=("Tag: bawaslu, pilkada", "Tags : Bawaslu Gresik", "#Bawaslu #Pilkada2024"),
    refuses=("Tag itu dicabut Bawaslu.",),
)
BREADCRUMB = shape(
    "breadcrumb",
    "chrome",
    r"(?:beranda|home|halaman utama)\s*[/>»›|].{0,200}",
    reads=("Home » Berita » Bawaslu Gelar Rakor", "Beranda / Politik"),
    refuses=("Home industry diawasi Bawaslu.",),
)
NOTICE = shape(
    "notice",
    "chrome",
    r"(?:alamat email anda tidak akan dipublikasikan|your email address will not be published|"
    r"ruas yang wajib ditandai|required fields are marked|simpan nama, email|save my name, email|"
    r"(?:situs|website|web|laman) (?:web )?(?:ini|kami) menggunakan cookies?|kami menggunakan cookies?|"
    r"this (?:web)?site uses cookies|we use cookies|dengan (?:melanjutkan|menggunakan) (?:situs|website)|"
    r"copyright|©|hak cipta|all rights reserved|powered by|dapatkan (?:update )?(?:berita|informasi|artikel) .{0,60}"
    r"(?:google news|whatsapp|telegram|email)|ikuti (?:kami|berita).{0,60}(?:google news|whatsapp|di sini|channel)|"
    r"(?:cek|simak|temukan|baca) (?:berita|artikel).{0,40}(?:google news|whatsapp)|gabung (?:di |ke )?(?:grup|channel)|"
    r"you must be logged in|anda harus masuk|javascript (?:is )?disabled|aktifkan javascript|this entry was posted|"
    r"dilarang (?:keras )?(?:mengambil|mengutip|menyalin)).*",
    reads=(
        "Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *",
        "Situs web ini menggunakan cookie untuk meningkatkan layanan.",
        "Copyright © 2024 Warta Kota",
        "Dapatkan update berita pilihan di Google News",
    ),
    refuses=("Ikuti kami mengawasi Pemilu, ajak Ketua Bawaslu.", "Dengan menggunakan hak pilih, warga menentukan."),
)
ADDRESS = shape(
    "web_address",
    "chrome",
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+|@\w{2,30}|avatar .{0,60}",
    reads=("https://contoh.id/berita/1", "redaksi@contoh.id", "@bawaslu_ri", "avatar contoh.com"),
    refuses=("Laporan dikirim ke redaksi@contoh.id.",),
)
SITE = phrases(
    "bawaslu_site",
    "chrome",
    # What the sites of Bawaslu's own theme carry on every page, and no paper does.
    ("Lokasi Bawaslu Provinsi", "Lokasi Bawaslu", "Tanyakan right-circle", "PPID Bawaslu", "JDIH Bawaslu", "BAWASLU"),
    refuses=("Bawaslu Provinsi Bali",),
)
CHROME = (
    SITE,
    FOOTER,
    NAVIGATION,
    SHARING,
    COMMENT_FORM,
    MARKS,
    ADVERTISEMENT,
    COUNTER,
    TAG_LINE,
    BREADCRUMB,
    NOTICE,
    ADDRESS,
)
LAST_WORDS = frozenset({"tinggalkan balasan", "leave a reply", "discussion about this post", "navigasi pos"})
"""Below these a page has only comments and forms, of whatever length."""
