"""Show notes as apps want them: a short description, and everything in full."""
