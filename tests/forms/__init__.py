"""Tests of the form as data, its loader and its linter."""
