"""Templates, styles and scripts of the server's own pages."""
