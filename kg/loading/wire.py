"""Requests to one server: tried again when it is busy or away, signed in as it asks, and failures told in one line."""

from __future__ import annotations

from dataclasses import dataclass
from html import unescape
from http import HTTPStatus
from re import sub
from typing import Any

import requests
from requests import Response
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from urllib3 import Retry

from kg.outputs.problems import QuestionError

_AGAIN = (429, 500, 502, 503, 504)
_WAIT = 0.2
_HELP = "docs/stores.md has the addresses of each store"
WRITING = f"{_HELP}, or try --via update"
ASKING = f"the store is asked there what it holds; if it is asked elsewhere, give --query URL ({_HELP})"


@dataclass(frozen=True, slots=True)
class Wire:
    """A session with a server; `timeout` in seconds for each request, `retries` beyond the first try."""

    session: requests.Session
    timeout: float

    @classmethod
    def open(cls, auth: AuthBase | None, retries: int, timeout: float) -> Wire:
        """Waits 0.4, 0.8, 1.6 ... seconds between tries, or as long as the server asks (Retry-After)."""
        session = requests.Session()
        session.auth = auth
        # Nothing that is sent here does harm when it comes twice, so every method may be tried again.
        again = Retry(retries, backoff_factor=_WAIT, status_forcelist=_AGAIN, allowed_methods=None, raise_on_status=False,
                      read=min(retries, 1))  # fmt: skip
        for scheme in ("http://", "https://"):
            session.mount(scheme, HTTPAdapter(max_retries=again))
        return cls(session, timeout)

    def send(self, method: str, url: str, hint: str = WRITING, *, missing: bool = False, **content: Any) -> Response:
        """The answer to a request; `hint` says what to do at a wrong address, `missing` that 404 is as good as success.

        Raises QuestionError for every other failure.
        """
        try:
            answer = self.session.request(method, url, timeout=self.timeout, allow_redirects=False, **content)
        except requests.RequestException as error:
            raise QuestionError(f"{url}: {self._lost(error)}") from error
        if answer.status_code // 100 == 2 or (missing and answer.status_code == HTTPStatus.NOT_FOUND):
            return answer
        raise QuestionError(f"{url}: {_refused(method, answer, hint)}")

    def _lost(self, error: requests.RequestException) -> str:
        said = str(error)
        if isinstance(error, requests.Timeout) or "timed out" in said:
            return f"no answer within {self.timeout:g} s; is it the right address? Else raise --timeout ({_HELP})"
        if "refused" in said:
            return "connection refused; is the store running, and is this its port?"
        if "resolve" in said or "Name or service" in said:
            return "no such host; check the address"
        if isinstance(error, requests.exceptions.SSLError):
            return f"no safe connection ({_short(said)}); check https and the certificate"
        return f"the connection broke ({_short(said)}); run the command again, and the load goes on where it stopped"


def _refused(method: str, answer: Response, hint: str) -> str:
    code = answer.status_code
    said = f"{code} {answer.reason}"
    if code == HTTPStatus.UNAUTHORIZED:
        return f"{said}: name or password missing or wrong; give --user NAME and the password in KG_PASSWORD, or --token-env VAR"
    if code == HTTPStatus.FORBIDDEN:
        return f"{said}: this user may not do that; sign in as one who may (--user), or allow it in the store"
    if 300 <= code < 400:
        return f"{said}: it has moved; give the address {answer.headers.get('Location', 'that it moved to')}"
    if code in _AGAIN:
        return f"{said}, also after trying again: {_short(answer.text)}; run the command again later, and it goes on"
    if code in (404, 405, 415, 501):
        return f"{said}: {method} is not taken at this address; {hint}"
    return f"{said}: {_short(answer.text)}; {_HELP}"


def _short(text: str) -> str:
    """The words of an error page on one line."""
    return " ".join(unescape(sub(r"<[^<>]*>", " ", text)).split())[:200] or "no reason given"
