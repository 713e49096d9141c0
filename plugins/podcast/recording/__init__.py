"""The recording of an episode: its files found, measured, checked, and what is promised of them."""
