"""Builders for tests: a small edition written as text, sessions, documents."""
