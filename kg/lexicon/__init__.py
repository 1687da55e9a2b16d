"""What the program knows before it reads: the ontology's word lists, the area tables, and the closed word classes."""
