"""Item models: what tables and lists show, row by row."""
