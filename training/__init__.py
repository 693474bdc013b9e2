"""Learns from corpora what the library ships; never imported by it."""
