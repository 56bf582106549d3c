"""The fault table in small, and what the program never does: the real program as a process."""
