"""Draw every picture of the sample site by code: flat shapes in eight colours.

The same code gives the same bytes, so a picture changes only when its drawing does.
"""
