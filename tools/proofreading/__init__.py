"""How much the proof-reader finds, and how much it raises wrongly."""
