"""The author's step that writes an episode's chapters into its audio, before it is published.

A build publishes audio byte for byte. Whatever changes a recording is done here, on the file in
`content/`: into a copy beside it, which is verified and then put in its place.
"""
