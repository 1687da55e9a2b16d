"""Facts about mentions → one reading: which area, body, person and event each mention means, with a claim for each statement."""

from kg.identity.assemble import assemble, irrelevant

__all__ = ["assemble", "irrelevant"]
