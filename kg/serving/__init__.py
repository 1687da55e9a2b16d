"""`kg serve`: a read-only server over a build. One process answers HTTP, others put the questions to the graph."""
