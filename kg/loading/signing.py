"""Signing in: the password is sent only when the server asks for it, in the way it asks for."""

from __future__ import annotations

from typing import Any

from requests import PreparedRequest, Response
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth


class Challenged(HTTPDigestAuth):
    """Basic or Digest, as the first 401 says; what was asked for goes with the requests that follow."""

    _basic: HTTPBasicAuth | None = None

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        if self._basic:
            signed: PreparedRequest = self._basic(request)
            return signed
        prepared: PreparedRequest = super().__call__(request)  # type: ignore[no-untyped-call]
        return prepared

    def handle_401(self, r: Response, **kwargs: Any) -> Response:
        """The answer to the same request with the password, where `r` asks for it; else `r` itself."""
        asked = r.headers.get("WWW-Authenticate", "").lower()
        if r.status_code != 401 or "digest" in asked or "basic" not in asked:
            answer: Response = super().handle_401(r, **kwargs)  # type: ignore[no-untyped-call]
            return answer
        self._basic = HTTPBasicAuth(self.username, self.password)
        # Read to the end and closed, so that the connection can be used again.
        _ = r.content
        r.close()
        again = r.connection.send(self._basic(r.request.copy()), **kwargs)
        again.history.append(r)
        return again


class Token(AuthBase):
    """A bearer token with every request (QLever, hosted stores)."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request
