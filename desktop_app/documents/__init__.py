"""A neutral document, the one table of styles, and the writers of DOCX, PDF and text."""
