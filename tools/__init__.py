"""Commands for authors and contributors, run as `python -m tools.<name>`; Pelican never imports them."""
