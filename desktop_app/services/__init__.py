"""Use cases: the library of reports, export, exchange, backup, preferences."""
