"""Commands for authors and contributors: `python -m tools.<name>`; Pelican never imports them."""
