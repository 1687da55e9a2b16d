"""`kg build --engine spark`: the same graph from more articles than one machine reads in a day."""
