"""The tabs of an open report, the start page and the preview."""
