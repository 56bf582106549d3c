"""Fields, editors, views and panels that pages are made of."""
