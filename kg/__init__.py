"""Reads Indonesian news about the supervision of elections into an evidence-backed knowledge graph."""

__version__ = "0.1.0"
