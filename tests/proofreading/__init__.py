"""The proof-reader: what it reads, what it finds, what it leaves alone."""
