"""From an open report to a neutral document: letterhead, body, signature, appendices."""
