"""Quotations: their marks, their pieces, and what the marks are used for."""
