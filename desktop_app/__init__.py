"""Báo cáo CCHC: prepare, check and print the periodic administrative-reform report, offline."""

__version__ = "0.1.0"
