"""From readings to quads: one named graph per article, the reference graph, and what is derived across articles."""
