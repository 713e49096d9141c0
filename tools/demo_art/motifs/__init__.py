"""Things that appear in more than one picture, each drawn around its own origin."""
