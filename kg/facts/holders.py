"""Posts and their holders: pairs in one sentence, by nearness and by the order that a list keeps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.facts import lists
from kg.mentions import ReadSentence
from kg.records import Fact, Mention
from kg.rules import Rule, Tagged

RULES = (
    Rule(
        "post_then_name",
        r"<post=post>(?:(?: \w{2,12}){0,2} ?<area>)?(?:(?: ?,? ?(?:dan |sekaligus |yang |juga |merupakan |merangkap |selaku )+| )<second=post>)? ?[,:]? ?"
        r"(?:yakni |yaitu |ialah |adalah |bernama |,)?<who=person>",
        (
            "[post Ketua Bawaslu Batang], [person Mahbrur] menyebut",
            "[post Anggota KPU] [post Divisi Hukum] [person Sari Dewi]",
        ),
        ("[post Ketua Bawaslu Batang] mengajak [person Mahbrur]", "[post Bupati] diwakili [person Erizanur]"),
        0.96,
        unless=r"diwakil",
    ),
    Rule(
        "name_then_post",
        r"<who=person> ?[,(]? ?(?:yang )?(?:juga |selaku |sebagai |merupakan |menjabat |kini |sekaligus |merangkap )*<post=post>"
        r"(?: ?,? ?(?:dan |sekaligus |yang |juga |bidang |merangkap )*<second=post>)?",
        (
            "[person Rozikin] [post Kordiv SDM Bawaslu Gresik] menyampaikan",
            "[person Dewi], selaku [post Divisi Hukum KPU]",
        ),
        ("[person Rozikin] mengajak [post Ketua KPU]", "[person Rozikin] dan [post Ketua KPU]"),
        0.93,
    ),
    Rule(
        "post_of_the_one_named_before",
        r"<post=post> (?:itu|ini|tersebut)\b",
        ("papar [post Anggota Bawaslu Bali] itu pada", "kata [post Ketua KPU] ini"),
        ("papar [post Ketua KPU] pada",),
        0.85,
    ),
)
SHARED = Rule(
    "post_of_several",
    r"<post=post>(?: lainnya)?,? ?(?:sdr\.? |yakni |yaitu |masing-masing |: ?)*<first=person>,?(?: (?:dan|serta)|,) <next=person>",
    (
        "tiga [post komisioner KPU X] yakni [person Ari], [person Budi]",
        "[post Anggota Bawaslu X], [person Sari] dan [person Tono]",
    ),
    ("[post Ketua KPU X] [person Ari] menemui [person Budi]",),
    0.88,
)
_ONE_HOLDER = frozenset({"anggota", "staf", "kordiv", "akademisi", "dosen", "pegiat"})
_NEXT = re.compile(r"(?:,|,? ?dan|,? ?serta|,? ?juga)")


def _shared(tagged: Tagged) -> Iterator[tuple[Mention, Mention]]:
    """People after the first in a list behind one post that many hold ("tiga komisioner yakni A, B dan C")."""
    for match in SHARED.matches(tagged):
        post, index = match["post"], match.index("first")
        if post.key not in _ONE_HOLDER:
            continue
        while (
            index + 1 < len(tagged.mentions)
            and tagged.mentions[index + 1].kind == "person"
            and _NEXT.fullmatch(_gap(tagged, index, index + 1).strip())
        ):
            index += 1
            following = tagged.mentions[index + 1].kind if index + 1 < len(tagged.mentions) else ""
            if following == "post" and "," not in _gap(tagged, index, index + 1):
                break
            yield tagged.mentions[index], post


_CHAIN_GAP = re.compile(r"^[\s,;]*(?:(?:dan|serta|beserta|selaku|sebagai|yakni)\s*)?$")


def read(sentences: tuple[ReadSentence, ...]) -> Iterator[Fact]:
    """Facts of kind post: a person, a post, and the sentence that joins them."""
    last: Mention | None = None
    for number, one in enumerate(sentences):
        for who, post, rule in _pairs(one.tagged):
            yield Fact("post", (("who", who), ("post", post)), number, rule.name, rule.confidence)
        for who, post in _shared(one.tagged):
            yield Fact("post", (("who", who), ("post", post)), number, SHARED.name, SHARED.confidence)
        for match in RULES[2].matches(one.tagged):
            before = next((m for m in one.top if m.kind == "person" and m.span.end <= match["post"].span.start), last)
            if before is not None:
                yield Fact(
                    "post", (("who", before), ("post", match["post"])), number, RULES[2].name, RULES[2].confidence
                )
        last = next((m for m in reversed(one.top) if m.kind == "person"), last)


def _pairs(tagged: Tagged) -> list[tuple[Mention, Mention, Rule]]:
    """The best pairing: a chain's own order first, then what stands nearest; each post has one holder."""
    found: dict[int, tuple[float, int, Rule]] = {}
    rules = [rule for rule in RULES[:2] if not rule.needs & tagged.lacks]
    chained = _chains(tagged) if rules else {}
    absent = frozenset(lists.absent(tagged)) if rules else frozenset()
    for rule in rules:
        for start in range(len(tagged.mentions)):
            match = (
                rule.compiled.match(tagged.text, tagged.starts[start])
                if tagged.mentions[start].kind in {"post", "person"}
                else None
            )
            if match is None or (rule.barred is not None and rule.barred.search(match.group())):
                continue
            groups = {k: int(v) for k, v in match.groupdict().items() if v is not None}
            who = groups["who"]
            for name in ("post", "second"):
                if name in groups and (rule is RULES[0] or groups[name] not in absent):
                    score = _score(tagged, who, groups[name], chained)
                    if score > found.get(groups[name], (0.0, 0, rule))[0]:
                        found[groups[name]] = (score, who, rule)
    return [(tagged.mentions[who], tagged.mentions[post], rule) for post, (_, who, rule) in sorted(found.items())]


def _score(tagged: Tagged, who: int, post: int, chained: dict[int, bool]) -> float:
    left, right = min(who, post), max(who, post)
    end = tagged.starts[left] + len(f"⟦{tagged.mentions[left].kind}:{left}⟧")
    gap = tagged.text[end : tagged.starts[right]]
    name_first = chained.get(post)
    score = 3.0 if "," not in gap or _CONNECTED.search(gap) else 2.0 if post < who else 1.5
    if name_first is not None and "," in gap:
        score += 2.0 if name_first == (who < post) else -1.0
    if who < post and "," in gap and not _CONNECTED.search(gap) and _led_by_post(tagged, who):
        return 0.0
    if post < who and "," in gap and _has_own(tagged, who):
        score -= 1.5
    return max(score, 0.1)


_CONNECTED = re.compile(r"selaku|sebagai|menjabat|merangkap|merupakan|yang juga")


def _led_by_post(tagged: Tagged, who: int) -> bool:
    """Whether a person has a post right before the name: what stands behind the comma is the next of a list."""
    return (
        who > 0
        and tagged.mentions[who - 1].kind == "post"
        and re.fullmatch(r"[\s,]*", _gap(tagged, who - 1, who)) is not None
    )


def _has_own(tagged: Tagged, who: int) -> bool:
    """Whether a post follows a person with no comma between: then a post before the comma is somebody else's."""
    return (
        who + 1 < len(tagged.mentions)
        and tagged.mentions[who + 1].kind == "post"
        and "," not in _gap(tagged, who, who + 1)
    )


def _chains(tagged: Tagged) -> dict[int, bool]:
    """For posts in a list of names and posts by commas: whether the list puts names first."""
    result: dict[int, bool] = {}
    chain: list[int] = []
    for index, mention in enumerate(tagged.mentions):
        joined = bool(chain) and _CHAIN_GAP.match(_gap(tagged, chain[-1], index)) is not None
        if mention.kind in {"post", "person"} and (not chain or joined):
            chain.append(index)
        else:
            _close(tagged, chain, result)
            chain = [index] if mention.kind in {"post", "person"} else []
    _close(tagged, chain, result)
    return result


def _close(tagged: Tagged, chain: list[int], result: dict[int, bool]) -> None:
    if len(chain) >= 3:
        first, last = tagged.mentions[chain[0]].kind, tagged.mentions[chain[-1]].kind
        if first != last:
            result.update({i: first == "person" for i in chain if tagged.mentions[i].kind == "post"})


def _gap(tagged: Tagged, left: int, right: int) -> str:
    end = tagged.starts[left] + len(f"⟦{tagged.mentions[left].kind}:{left}⟧")
    return tagged.text[end : tagged.starts[right]]
