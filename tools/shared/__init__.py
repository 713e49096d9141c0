"""What two commands or more need: errors with exit codes, paths, locks, manifests, honest lines."""
