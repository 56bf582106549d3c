"""Make the pictures of docs/pictures from the real window and the real printed pages."""
