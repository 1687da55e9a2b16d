"""A build's statements in the formats that other programs read."""

from kg.outputs.exports.formats import FORMATS, Format, format_of
from kg.outputs.exports.writing import Wanted, export

__all__ = ["FORMATS", "Format", "Wanted", "export", "format_of"]
