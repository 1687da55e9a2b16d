"""The server's pages, put together with every value escaped."""

from __future__ import annotations

import re
from functools import cache
from html import unescape

from jinja2 import Environment, PackageLoader, StrictUndefined

from kg.serving import headings
from kg.serving.replies import Reply

POLICY = ("default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; "
          "frame-ancestors 'none'")  # fmt: skip
EDITOR_POLICY = ("default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
                 "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")  # fmt: skip
_POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')
_HEAD = 4000  # bytes in which a page's policy stands


@cache
def _environment() -> Environment:
    return Environment(loader=PackageLoader("kg.serving", "page"), autoescape=True, undefined=StrictUndefined,
                       trim_blocks=True, lstrip_blocks=True, auto_reload=False)  # fmt: skip


def html(name: str, language: str, status: int = 200, policy: str = POLICY, **values: object) -> Reply:
    """A page from a template, in a language."""

    def t(key: str, *parts: object) -> str:
        return headings.word(key, language).format(*parts)

    text = _environment().get_template(name).render(t=t, language=language, **values)
    return Reply(status, "text/html; charset=utf-8", text.encode(), (("content-security-policy", policy),))


def policy(page: bytes) -> str:
    """The policy that a page of ours states itself, and that nobody may frame it."""
    found = _POLICY.search(page[:_HEAD].decode(errors="replace"))
    own = unescape(found[1]) if found else "default-src 'none'"
    return f"{own}; frame-ancestors 'none'"
