"""What single claims say of bodies, people and articles: where a body is named, who holds which post, which themes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.outputs.meetings import Row
from kg.outputs.view_passages import Excerpts
from kg.records import Claim, Membership, Person, Reading, Ref

POST = ("body", "title", "status", "attested", "article", "passages", "rule", "confidence")
NOTED = ("article", "passages", "rule", "confidence")
THEME = ("theme", "passages", "rule", "confidence")


def officials(readings: Iterable[Reading], bodies: Mapping[str, int]) -> dict[str, Person]:
    """People with a public role who hold a post at one of the bodies, by key."""
    found: dict[str, Person] = {}
    for reading in readings:
        people = {person.key: person for person in reading.people if person.public_role}
        for post in reading.memberships:
            if post.person in people and post.organization in bodies:
                found.setdefault(post.person, people[post.person])
    return found


class Noted:
    """Collects rows of posts by person and of mentions by body, over all articles."""

    def __init__(self, bodies: Mapping[str, int], people: Mapping[str, int]) -> None:
        self._bodies, self._people = bodies, people
        self.posts: dict[int, list[Row]] = {number: [] for number in people.values()}
        self.seen: dict[int, list[Row]] = {number: [] for number in bodies.values()}

    def read(self, reading: Reading, article: int, excerpts: Excerpts) -> list[Row]:
        """Takes over what one article notes; returns the themes of the article and its events as rows of THEME."""
        posts = {post.key: post for post in reading.memberships}
        claims = [(claim, claim.object) for claim in reading.claims if isinstance(claim.object, Ref)]
        for claim, person in claims:
            if claim.predicate == "org:member" and person.key in self._people:
                self._post(posts.get(claim.subject.key), claim, article, excerpts)
        themes: list[Row] = [[theme.key, *_shown(claim, excerpts.spare(claim.passages))] for claim, theme in claims
                             if claim.predicate == "bw:theme" and claim.subject.kind in ("article", "event")]
        for claim, body in claims:  # last, since an excerpt that is there already may do
            if claim.predicate == "bw:mentions" and body.key in self._bodies:
                number = self._bodies[body.key]
                self.seen[number].append([article, *_shown(claim, excerpts.spare(claim.passages, "b", number))])
        return themes

    def _post(self, post: Membership | None, claim: Claim, article: int, excerpts: Excerpts) -> None:
        body = self._bodies.get(post.organization or "") if post else None
        if post is None or body is None:
            return
        row: Row = [body, post.title, post.status, str(post.attested_on or ""), article]
        self.posts[self._people[post.person]].append([*row, *_shown(claim, excerpts(claim.passages))])


def _shown(claim: Claim, numbers: list[int]) -> Row:
    return [numbers, claim.rule, round(claim.confidence, 2)]
