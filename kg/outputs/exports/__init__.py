"""A build's statements in the formats that other programs read."""

from kg.outputs.exports.writing import Wanted, export
from kg.outputs.exports.formats import FORMATS, Format, format_of

__all__ = ["FORMATS", "Format", "Wanted", "export", "format_of"]
