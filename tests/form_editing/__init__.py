"""Writing a form without its window."""
