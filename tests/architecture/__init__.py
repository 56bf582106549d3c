"""Tests of the house itself: arrows, sizes, habits."""
