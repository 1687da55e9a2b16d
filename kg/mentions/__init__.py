"""Sentences → mentions: what each stretch of text names. Finders know no more than the sentence and the lexicon.

`read` gives each sentence with the mentions on top (they do not overlap) and those inside them (a body inside a post,
everything inside a quotation).
"""

from kg.mentions.scan import ReadSentence, quoted, read

__all__ = ["ReadSentence", "quoted", "read"]
