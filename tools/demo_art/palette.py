"""The eight colours of the site, which the theme uses too, and shades mixed from them."""

Colour = tuple[int, int, int]


def parse_colour(text: str) -> Colour:
    """Turn a hexadecimal colour into its three parts.

    >>> parse_colour("#e9a23b")
    (233, 162, 59)
    """
    red, green, blue = bytes.fromhex(text.removeprefix("#"))
    return red, green, blue


def mix(first: Colour, second: Colour, share: float = 0.5) -> Colour:
    """Mix two colours; the share is how much of the second goes in.

    >>> mix((0, 0, 0), (100, 200, 40), 0.25)
    (25, 50, 10)
    """
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


INK = parse_colour("#1d2433")
PAPER = parse_colour("#fbf8f3")
TEAL = parse_colour("#0f6b66")
DEEP = parse_colour("#0a4744")
AMBER = parse_colour("#e9a23b")
CORAL = parse_colour("#d9593d")
SAND = parse_colour("#ecdfca")
SKY = parse_colour("#cfe3e6")

BRICK = mix(CORAL, INK, 0.28)
HONEY = mix(AMBER, PAPER, 0.45)
SAGE = mix(TEAL, SKY, 0.45)
STONE = mix(SAND, INK, 0.12)

WHEAT = mix(AMBER, SAND, 0.62)
CLAY = mix(mix(CORAL, AMBER, 0.45), INK, 0.18)
UMBER = mix(mix(CORAL, AMBER, 0.35), INK, 0.52)
