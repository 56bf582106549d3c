"""From a report to a neutral document: letterhead, body, signature, appendices."""
