"""Edits that could not be saved yet."""
