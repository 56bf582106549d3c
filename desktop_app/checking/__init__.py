"""Live checks as pure functions: compile an edition once, evaluate, find, explain."""
