"""Tests with hostile data: editions, exchange files, typed texts and command lines that mean harm."""
