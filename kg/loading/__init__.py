"""Bringing the graphs of a build into a triple store, and only those that it does not hold yet."""
