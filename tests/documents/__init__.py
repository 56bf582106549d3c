"""Tests of the writers: real files, opened again and read."""
