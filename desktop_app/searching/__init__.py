"""Words found all over a report, and others put in their place."""
