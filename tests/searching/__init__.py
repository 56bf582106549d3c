"""Finding and replacing, without a window."""
