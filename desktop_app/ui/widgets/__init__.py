"""Fields and editors that pages are made of."""
