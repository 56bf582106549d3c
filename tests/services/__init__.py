"""Tests of the use cases, on real data files."""
