"""The proof-reader: reads all words of a report and says what contradicts what."""
