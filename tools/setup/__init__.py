"""Set up what the other commands need: `.venv` with the locked packages, programs for the tests."""
