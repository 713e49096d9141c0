"""Transcripts: every word that was said, and when."""
