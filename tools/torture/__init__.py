"""The fault table: each line an experiment on the real program as a process, small in the tests, large here."""
