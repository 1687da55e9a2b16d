"""Copies found bit by bit, as builds on top of one another find them, are those found of all articles at once."""

from __future__ import annotations

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.identity.copies import groups
from kg.identity.fingerprints import fingerprint
from kg.outputs.store import reprints
from kg.outputs.store.database import Store
from kg.outputs.store.part import Part

_WORDS = [f"N{letter}{other}" for letter in "abcdefghijklmnop" for other in "rstu"]


def text(seed: int) -> str:
    """One of two reports, or a mixture, with some of its names gone: many share a band, some are copies."""
    chance = Random(seed)
    report = chance.choice((_WORDS[:32], _WORDS[32:], _WORDS[16:48]))
    kept = [word for word in report if chance.random() > chance.choice((0.0, 0.1, 0.5))]
    return "Berita: " + " ".join(f"dan {word}" for word in kept) + f" pada {chance.randint(1, 2)} Mei"


def part(key: str, print_: bytes) -> Part:
    """A part that has nothing but its fingerprint."""
    return Part(key, print_, b"", b"", b"", (), (), (), (), ())


rounds = st.lists(
    st.lists(st.tuples(st.integers(0, 39), st.one_of(st.none(), st.integers(0, 500))), min_size=1, max_size=30),
    min_size=2, max_size=5,
)  # fmt: skip


@settings(max_examples=150)
@given(rounds)
def test_copies_found_bit_by_bit_are_those_of_all(rounds: list[list[tuple[int, int | None]]]) -> None:
    """Each round gives some of forty articles another text, or none."""
    with TemporaryDirectory() as name:
        texts: dict[int, int] = {}
        for steps in rounds:
            for number, seed in steps:
                texts.pop(number, None)
                if seed is not None:
                    texts[number] = seed
            prints = {f"{number:02}": fingerprint(text(seed)) for number, seed in texts.items()}
            assert brought(Path(name), prints) == groups(prints)


def test_crowds_grow_and_shrink(tmp_path: Path) -> None:
    """Far more than are compared meet in one band."""
    chance = Random(1)
    prints: dict[str, bytes] = {}
    for _ in range(12):
        prints |= {f"{chance.randrange(400):03}": fingerprint(text(chance.randrange(10_000))) for _ in range(60)}
        for key in chance.sample(sorted(prints), 15):
            del prints[key]
        found = brought(tmp_path, prints)
        assert found == groups(prints) and len(set(found.values())) > 1


def brought(folder: Path, prints: dict[str, bytes]) -> dict[str, str]:
    """The groups of copies after one more build of these articles."""
    with Store(folder, "one") as store:
        for key, print_ in prints.items():
            digest = f"{key} ".encode() + print_
            known = store.known(digest)
            if known:
                store.keep(known[0])
            else:
                store.add(digest, part(key, print_))
        store.drop_unwanted()
        return reprints.settled(store)
