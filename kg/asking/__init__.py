"""Putting questions to what was built: named questions, any SPARQL, and the graph for Python."""
