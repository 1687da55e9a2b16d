"""Holds a dataset against the shapes of the ontology, and tells what is wrong in words, with the article it stands in."""
