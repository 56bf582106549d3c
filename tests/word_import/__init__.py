"""Word files that anybody may have made, read back."""
