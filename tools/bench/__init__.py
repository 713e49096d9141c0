"""Benchmarks: what is claimed of speed and size is measured here, side by side in one run."""
