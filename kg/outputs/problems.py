"""What is wrong with a build's folder or a question put to it."""

from __future__ import annotations


class QuestionError(Exception):
    """What is wrong with a question or the dataset it was put to, in one line that says how to mend it."""


class Misused(QuestionError):
    """What was asked for does not fit the question: wrong usage, not a failure."""
