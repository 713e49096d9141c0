"""Check content, or any podcast feed, against all rules, and write nothing."""
