"""Audio on other hosts: measured by a few small requests, and remembered with the content."""
