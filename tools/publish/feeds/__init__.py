"""Read podcast feeds back as a podcast app would: all documents of a show, one row an episode."""
