"""Documents that a report names: how they are read, kept together and compared."""
