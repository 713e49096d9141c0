"""The engine's own Pelican plugins, one package per feature."""
