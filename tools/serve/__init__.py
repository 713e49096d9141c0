"""Show a built site on this machine the way a good web server would."""
