"""What is known of audio on other hosts, measured and kept with the content."""
