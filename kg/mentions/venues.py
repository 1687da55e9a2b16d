"""Named places of meetings: hotels, halls, offices, fields, schools, houses of worship."""

from __future__ import annotations

from kg.mentions.context import AreaName, Line, area_at, capital
from kg.records import Mention

# Each entry with the phrase that made it needed, as (word: phrase).
NOUNS = frozenset(
    """
hotel ballroom aula gedung kantor halaman lapangan resto restoran rm cafe kafe coffee kopi kedai warung auditorium
ruang ruangan pendopo pendapa
balai graha wisma villa vila resort convention center centre hall kampus gor stadion alun taman masjid gereja pura
vihara mushola musala pantai
sekretariat posko sekolah sma smk smp man sman smkn universitas taman cottage inn guest house homestay rumah makan
mapolres mapolda mako
plaza mall theater studio sanggar bandara pelabuhan dermaga baruga bale joglo waduk bumi perkemahan saung gazebo
monumen tugu museum
perpustakaan asrama pondok pesantren ponpes islamic command meeting room rupatama paseban simpang bundaran terminal
pasar kompleks
""".split()
)
_INNER_LOW = frozenset(
    "aula gedung kantor halaman lapangan ruang ruangan balai rumah makan sekretariat pendopo auditorium taman kampus posko "
    "hotel restoran rapat pertemuan utama serbaguna sidang pola dinas kecamatan desa kelurahan kabupaten".split()
)
_CUES = frozenset(
    """pusatkan gelar adakan laksanakan selenggarakan bertempat berlokasi dipusatkan berlangsung digelar diadakan
    diselenggarakan dilaksanakan dilangsungkan""".split()
)
_STOPS = frozenset(
    "jl jalan jln pada dengan yang untuk dalam oleh senin selasa rabu kamis jumat sabtu minggu ahad kec kab kecamatan kabupaten "
    "provinsi prov melainkan tetapi namun se selama guna hari tanggal komplek".split()
)

_OFFICES = frozenset({"kantor", "mapolres", "mapolda", "markas", "sekretariat"})
_LEADS = frozenset({"di", "bertempat", "berlokasi", "dipusatkan"})
FIRST_WORDS = _OFFICES | _LEADS


def at(line: Line, index: int) -> tuple[int, Mention] | None:
    """The place named after "di" or "bertempat di" at a token: (index after, mention), or None.

    The detail `cue` is "strong" where a verb of holding stands before; `areas` holds the area after or at the end of the name.
    """
    start, cue = _cue(line, index)
    if start is None:
        return None
    after, noun = _chunk(line, start, cue == "strong")
    if after == start or (not noun and not (cue == "strong" and _proper(line, start, after))):
        return None
    if (
        cue != "strong" and all(not capital(line.raw(i)) and not line.raw(i).isdigit() for i in range(start, after))
    ) or after - start < 2:
        return None
    area = area_at(line, start)
    if area is not None and area.after >= after:
        return None
    return _mention(line, start, after, cue)


def _cue(line: Line, index: int) -> tuple[int | None, str]:
    word = line.low(index)
    if word in _OFFICES and line.low(index - 1) in {"ke", "mengunjungi", "mendatangi", "menyambangi"}:
        return index, "plain"
    if word not in _LEADS:
        return None, ""
    if word != "di":
        return (index + 2 if line.low(index + 1) == "di" else index + 1), "strong"
    return index + 1, "strong" if line.low(index - 1) in _CUES else "plain"


def _chunk(line: Line, start: int, strong: bool) -> tuple[int, bool]:
    """Past the words of a place's name; whether one of them is a word for a place."""
    here, noun = start, False
    while here < len(line.tokens):
        word, low = line.raw(here), line.low(here)
        if low in _STOPS or (low.isdigit() and len(low) > 2):
            break
        if low in NOUNS and (capital(word) or low in _INNER_LOW or strong):
            noun, here = True, here + 1
        elif _goes_on(line, here, start, noun):
            here += 1
        elif noun and low in {"lantai", "lt"} and line.raw(here + 1).isalnum():
            here += 2
        else:
            break
    while here > start and line.raw(here - 1) in _MARKS:
        here -= 1
    return here, noun


_MARKS = "&'’-–./"


def _goes_on(line: Line, here: int, start: int, noun: bool) -> bool:
    """Whether a token belongs to a place's name: a capital, a number, a mark between, one small word behind the noun."""
    word, low = line.raw(here), line.low(here)
    if capital(word) or word.isdigit() or (low in _INNER_LOW and here > start):
        return True
    if word in _MARKS and here > start:
        return capital(line.raw(here + 1)) or (line.raw(here + 1).islower() and word in "'’-")
    small = low.isalpha() and len(low) > 3 and not low.startswith(("ber", "men", "ter", "set"))
    return noun and here == start + 1 and small and low not in {"yang", "milik", "baru", "salah", "sebagai", "lantai"}


def _proper(line: Line, start: int, after: int) -> bool:
    return capital(line.raw(start)) and area_at(line, start) is None and after > start


def _mention(line: Line, start: int, after: int, cue: str) -> tuple[int, Mention]:
    end, area = after, _trailing_area(line, start, after)
    if area is not None and area[0] - start >= 2:
        end = area[0]
    codes = area[1].codes if area else ()
    following = _area_after(line, after)
    if following is not None and (not codes or following.level):
        codes = following.codes
    said = following is not None and following.codes == codes and (bool(following.level) or not area)
    detail = (("cue", cue), ("areas", " ".join(codes)), ("said", "1" if said else ""))
    return after, Mention("venue", line.span(start, after), line.words(start, end), f"place_after_di_{cue}", detail)


def _trailing_area(line: Line, start: int, after: int) -> tuple[int, AreaName] | None:
    for here in range(start + 1, after):
        area = area_at(line, here, loose=capital(line.raw(here)))
        if area is not None and area.after == after:
            return here, area
    return None


def _area_after(line: Line, after: int) -> AreaName | None:
    """The area after the place: ", Kabupaten Lima Puluh Kota", "Kota Madiun", past an address."""
    here = after
    while here < min(after + 24, len(line.tokens)):
        low = line.low(here)
        if low in {"kabupaten", "kab", "kota"} or here == line.skip(after, ",") or line.raw(here - 1) == ",":
            area = area_at(line, here, loose=capital(line.raw(here)))
            if area is not None and (
                area.level or line.raw(area.after) not in {",", "."} or here == line.skip(after, ",")
            ):
                return area
        if (
            line.raw(here) == "."
            and line.tokens[here - 1].text.lower() not in {"jl", "no", "kec", "kab", "jln", "h", "dr"}
        ) or low in {"yang", "pada", "dengan"}:
            return None
        here += 1
    return None
