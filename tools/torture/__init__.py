"""The fault table: each line an experiment on the real program, small in the tests, large here."""
