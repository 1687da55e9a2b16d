"""Sentences with mentions → facts: who hosts what, who attends, who holds which post, who said what. No identity yet."""

from kg.facts.read import read

__all__ = ["read"]
