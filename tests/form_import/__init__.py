"""An empty form of Word or Excel becomes a draft edition."""
