"""What was read in an article, sentence by sentence, and why: the steps of the pipeline laid open."""

from kg.explain.gather import Explanation, SentenceExplained, explain
from kg.explain.html import as_html
from kg.explain.objects import as_json
from kg.explain.tell import as_lines

__all__ = ["Explanation", "SentenceExplained", "as_html", "as_json", "as_lines", "explain"]
