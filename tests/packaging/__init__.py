"""The project as it is installed."""
