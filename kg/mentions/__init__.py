"""Sentences → mentions: what each stretch of text names. Finders know no more than the sentence and the lexicon.

`read` gives each sentence with the mentions on top (they do not overlap) and those inside them (a body inside a post,
everything inside a quotation). `may_concern_elections` tells beforehand of most other texts that there is nothing to read.
"""

from kg.mentions.gate import may_concern_elections
from kg.mentions.scan import ReadSentence, quoted, read

__all__ = ["ReadSentence", "may_concern_elections", "quoted", "read"]
