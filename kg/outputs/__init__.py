"""The files that a build writes, and the questions that can be put to them; one module a format."""
