"""An empty form of Word or Excel is taken apart into a draft edition, and what was not understood is said."""
