"""Audio, measured: what a recording is, here or on another host."""
