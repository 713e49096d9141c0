"""HTML of an entry on its way into a feed: cleaned, well-formed, with whole addresses."""
