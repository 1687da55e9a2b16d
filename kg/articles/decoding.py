"""Bytes to text, by a named rule; never a crash, never a silent loss."""

from __future__ import annotations

import codecs
import re

# Longest first: the mark of UTF-32-LE begins with that of UTF-16-LE.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32", "decoded_utf_32"),
    (codecs.BOM_UTF32_BE, "utf-32", "decoded_utf_32"),
    (codecs.BOM_UTF8, "utf-8-sig", ""),
    (codecs.BOM_UTF16_LE, "utf-16", "decoded_utf_16"),
    (codecs.BOM_UTF16_BE, "utf-16", "decoded_utf_16"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_ESCAPED = re.compile("[\udc80-\udcff]")
_SAMPLE = 65536


def decode(data: bytes) -> tuple[str, str] | None:
    """The text and the rule that decoded it ("" for plain UTF-8), or None if the bytes are not text."""
    for mark, codec, rule in _MARKS:
        if data.startswith(mark):
            return data.decode(codec, "replace"), rule
    if 0 in data[:_SAMPLE]:
        return _utf_16_without_mark(data)
    text, rule = _decode_bytes(data)
    return None if _is_binary(text) else (text, rule)


def _decode_bytes(data: bytes) -> tuple[str, str]:
    text = data.decode("utf-8", "surrogateescape")
    strays = len(_ESCAPED.findall(text))
    if not strays:
        return text, ""
    letters = sum(ord(char) > 127 for char in text) - strays
    if letters >= strays:
        return _ESCAPED.sub(lambda found: _windows(ord(found[0]) - 0xDC00), text), "decoded_utf_8_with_stray_bytes"
    try:
        return data.decode("cp1252"), "decoded_cp1252"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "decoded_latin_1"


def _windows(byte: int) -> str:
    # A character cut off at the end of a download leaves bytes that stand for nothing.
    return bytes([byte]).decode("cp1252", "ignore")


def _utf_16_without_mark(data: bytes) -> tuple[str, str] | None:
    sample = data[:_SAMPLE]
    odd, even = sample[1::2].count(0), sample[0::2].count(0)
    half = max(1, len(sample) // 2)
    # Latin text in UTF-16 has a zero in nearly every other byte, and in these only.
    for zeros, others, codec in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros / half > 0.7 and others == 0:
            return data.decode(codec, "replace"), "decoded_utf_16"
    return None


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    return len(_CONTROLS.findall(sample)) * 50 > len(sample)
