"""Chapters: one source, every format that apps read."""
