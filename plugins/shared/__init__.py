"""Values and small tools that two plugins or more need; nothing here knows Pelican."""
