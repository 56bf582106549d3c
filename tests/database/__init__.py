"""Tests of the data file: real SQLite files in a folder of their own."""
