"""One report being filled: its entries, its session with undo, and how the next one starts."""
