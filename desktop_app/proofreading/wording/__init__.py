"""Wording of a report: spelling, spaces, capitals, names, abbreviations, what is left of other reports."""
