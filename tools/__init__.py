"""Tools for developers: the bench and the pictures of the README."""
