"""The feed's elements beyond RSS 2.0, as two tables that read like the specifications.

Each row names an element, the key it comes from, and what makes it; `docs/feed.md` shows both
tables to authors. Sources: Apple's podcast RSS elements, the podcast namespace 1.0, Podlove
Simple Chapters 1.2, RFC 4287 (atom:link), RFC 5005 (fh), Media RSS.
"""
