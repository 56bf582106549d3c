"""Qt item models over the open report."""
