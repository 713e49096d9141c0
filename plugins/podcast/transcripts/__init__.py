"""Transcripts: every word that was said, by whom and when.

WebVTT, SRT, JSON or HTML comes in, all four go out. A parser returns `Spoken` with lines and
faults; `read` names the speakers, checks the times and makes cues; `files` writes them.
"""
