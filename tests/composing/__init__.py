"""Tests of composing: the sample and awkward reports as neutral documents."""
