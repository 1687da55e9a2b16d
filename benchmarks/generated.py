"""Invented articles over real names of offices and areas, as many as a measurement asks for. None of it happened.

`made(nodes, meetings)` gives readings whose network has so many bodies and so many contacts, each with a sentence of its
own. The pairs are those of networkx's power-law graph with clusters, three times as many as nodes.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

import networkx as nx

from kg.lexicon import areas, concepts
from kg.lexicon.naming import official
from kg.records import Article, Claim, Contact, Event, Membership, Organization, Person, Reading, Ref, Span

_TYPES = ("bawaslu", "kpu", "pemda", "kejari", "polres", "dprd", "kesbangpol", "disdukcapil", "satpolpp", "dishub", "pn",
          "kodim", "diskominfo", "dlh", "kemenag", "bkpsdm", "inspektorat", "disdik", "bpbd", "pwi", "dinsos", "bappeda")
_GROUPS = ("insan-pers", "camat", "partai-politik", "opd")
_EVENTS = ("rakor", "sosialisasi", "bimtek", "deklarasi", "audiensi", "diskusi", "penandatanganan", "apel")
_THEMES = ("netralitas", "data-pemilih", "kampanye", "politik-uang", "sinergi", "pencegahan", "logistik", "hoaks",
           "pengawasan-partisipatif", "kerawanan", "anggaran", "pemilih-pemula")
_BASES = ("attended", "attended", "attended", "spoke", "co-organised", "stated")
_OUTLETS = ("Kabar Contoh", "Warta Uji", "Suara Rekaan", "Harian Misal", "Contoh Pos")
_WORDS = """
pengawasan tahapan pemilihan serentak daerah menjelang masa kampanye bersama seluruh jajaran untuk memastikan data pemilih
tetap akurat serta mencegah pelanggaran sejak awal dengan koordinasi lintas lembaga yang lebih erat pada tingkat kecamatan
sampai desa sebagai bagian dari upaya menjaga integritas proses demokrasi agar berjalan jujur adil aman tertib dan damai
peserta menyampaikan masukan mengenai kerawanan logistik distribusi surat suara rekapitulasi penghitungan laporan temuan
penanganan sengketa netralitas aparatur politik uang hoaks media sosial sosialisasi pendidikan masyarakat pemula disabilitas
ketua anggota divisi hukum humas partisipasi antarlembaga menegaskan pentingnya sinergi informasi terbuka cepat tepat
anggaran hibah perjanjian kerja sama tindak lanjut rekomendasi jadwal persiapan evaluasi pembahasan strategi pemetaan
""".split()
_NAMES = "Ahmad Budi Citra Dewi Eko Fitri Gunawan Hasan Indah Joko Kartika Lestari Made Nurul Putu Rahman Sari Tono".split()


def made(nodes: int, meetings: int, seed: int = 7) -> list[Reading]:
    """Readings with that many bodies and groups in contact, and that many contacts."""
    rng = random.Random(seed)
    bodies = _bodies(nodes)
    pairs = sorted((min(a, b), max(a, b)) for a, b in nx.powerlaw_cluster_graph(nodes, 3, 0.3, seed=seed).edges())
    # Every pair once, as far as the meetings reach; more meetings fall to the pairs of busy bodies.
    more = (pairs[int(len(pairs) * rng.random() ** 2)] for _ in range(max(0, meetings - len(pairs))))
    chosen = [*pairs, *more][:meetings]
    groups = [chosen[start : start + 3] for start in range(0, len(chosen), 3)]
    return [_reading(number, [(bodies[a], bodies[b]) for a, b in group], rng) for number, group in enumerate(groups)]


def _bodies(count: int) -> list[Organization]:
    found = []
    for code, kind in _kinds(areas.load().codes("regency")):
        group = kind in _GROUPS
        concept = concepts.load().get("group-type" if group else "agency-type", kind)
        name = official(concept, code)
        sector = "" if group else concept.first("sectorClass")
        found.append(Organization(f"{kind}-{code}", name, kind, code, sector, group, (name.replace("Kabupaten ", ""),)))
        if len(found) == count:
            break
    return found


def _kinds(codes: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Busy ones first: some Bawaslu, then what stands around them in the same areas."""
    size = 60
    for start in range(0, len(codes), size):
        for kind in (*_TYPES, *_GROUPS):
            for code in codes[start : start + size]:
                yield code, kind


def _reading(number: int, pairs: list[tuple[Organization, Organization]], rng: random.Random) -> Reading:
    """An article with a sentence and an event for each pair."""
    key = f"contoh-{number:05}"
    day = date(2023, 10, 1) + timedelta(days=rng.randrange(500))
    lines = [f"Contoh {number}: {_prose(rng, 7)}"]
    meetings = []
    for one, other in pairs:
        meetings.append(_meeting(key, one, other, sum(len(line) + 1 for line in lines), day, rng))
        lines.append(meetings[-1].sentence)
    bodies = {body.key: body for pair in pairs for body in pair}
    article = Article(key, key, "\n".join(lines), (), f"{key}.txt", title=lines[0], outlet=rng.choice(_OUTLETS),
                      url=f"https://example.org/{key}", published=day + timedelta(days=1),
                      self_reported=rng.random() < 0.2)
    return Reading(article, True, organizations=tuple(bodies[name] for name in sorted(bodies)),
                   people=tuple(one.person for one in meetings), memberships=tuple(one.post for one in meetings),
                   events=tuple(one.event for one in meetings), contacts=tuple(one.contact for one in meetings),
                   claims=tuple(claim for one in meetings for claim in one.claims))


class _Meeting(NamedTuple):
    sentence: str
    person: Person
    post: Membership
    event: Event
    contact: Contact
    claims: list[Claim]


def _meeting(key: str, one: Organization, other: Organization, start: int, day: date, rng: random.Random) -> _Meeting:
    person = _person(other, rng)
    sentence = f"{one.name} menggelar pertemuan bersama {other.name} yang diwakili {person.name}, {_prose(rng, 14)}."
    event = Event(f"{key}-{start}", f"Pertemuan {key}-{start}", rng.choice(_EVENTS), "held")
    low, high = sorted((one.key, other.key))
    basis = rng.choice(_BASES)
    contact = Contact(event.key, (low, high), None if basis == "stated" else event.key, basis, "held",
                      rng.random() < 0.6)
    post = Membership(f"{person.key}-ketua-{other.key}-current", person.key, other.key, "Ketua", "ketua", "current", day)
    span, sure = Span(start, start + len(sentence)), round(rng.uniform(0.7, 0.99), 2)
    claims = [Claim(subject, predicate, value, (span,), "generated", sure)
              for subject, predicate, value in _stated(key, event, contact, post, one, day, rng)]
    return _Meeting(sentence, person, post, event, contact, claims)


def _stated(key: str, event: Event, contact: Contact, post: Membership, host: Organization, day: date,
            rng: random.Random) -> Iterator[tuple[Ref, str, Ref | date]]:
    meeting, (low, high) = Ref("event", event.key), contact.parties
    yield meeting, "bw:organizer", Ref("org", host.key)
    yield meeting, "bw:attendee", Ref("org", high if host.key == low else low)
    yield meeting, "bw:speaker", Ref("person", post.person)
    yield meeting, "schema:startDate", day
    yield meeting, "bw:area", Ref("area", host.area)
    yield meeting, "bw:theme", Ref("theme", rng.choice(_THEMES))
    yield Ref("article", key), "bw:reports", meeting
    yield Ref("org", low), "bw:inContactWith", Ref("org", high)
    yield Ref("membership", post.key), "org:member", Ref("person", post.person)


def _person(body: Organization, rng: random.Random) -> Person:
    name = " ".join(rng.sample(_NAMES, 2))
    return Person(f"{name.lower().replace(' ', '-')}-{body.key}", name, (name,))


def _prose(rng: random.Random, words: int) -> str:
    return " ".join(rng.choice(_WORDS) for _ in range(words))
