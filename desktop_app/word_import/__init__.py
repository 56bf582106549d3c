"""A Word file taken apart: what stands in it, and which place of the form each piece belongs to."""
