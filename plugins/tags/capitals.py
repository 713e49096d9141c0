"""Where a CamelCase word parts, and which words have capitals inside without parting."""

from __future__ import annotations

import re
from itertools import pairwise

_WHOLE = (
    "ChatGPT",
    "DevOps",
    "FaceTime",
    "FedEx",
    "GitHub",
    "GitLab",
    "HubSpot",
    "JavaScript",
    "LinkedIn",
    "MacBook",
    "MailChimp",
    "MasterCard",
    "MySQL",
    "NoSQL",
    "OpenAI",
    "OpenStreetMap",
    "PayPal",
    "PhD",
    "PostgreSQL",
    "PowerPoint",
    "QuickBooks",
    "SharePoint",
    "SoundCloud",
    "TikTok",
    "TypeScript",
    "WeChat",
    "WhatsApp",
    "WiFi",
    "WordPress",
    "YouTube",
    "YouTuber",
    "macOS",
)
_WHOLE_WORD = re.compile(rf"(?:{'|'.join(sorted(_WHOLE, key=len, reverse=True))})s?(?![a-z])")
_TOGETHER = (
    re.compile(r"^[a-z][A-Z]"),  # iPhone, eBay
    re.compile(r"(?:^|(?<=[a-z]))Mc[A-Z](?=[a-z])"),  # McKinsey
    re.compile(r"[A-Z]{2,}s(?![a-z])"),  # CEOs: the s begins no word
)
# U an upper-case letter, l a lower-case one, d a digit.
_JOINT = re.compile(r"(?<=l)(?=U)|(?<=d)(?=Ul)|(?<=U)(?=Ul)")


def split_capitals(word: str) -> tuple[str, ...]:
    """Part a word at its capitals; acronyms and well-known names stay whole.

    >>> [" ".join(split_capitals(word)) for word in ("TrainingThursday", "TRUST", "Top10Tips")]
    ['Training Thursday', 'TRUST', 'Top10 Tips']
    >>> [" ".join(split_capitals(word)) for word in ("B2BSales", "AIForCoaches", "5GNetworks")]
    ['B2B Sales', 'AI For Coaches', '5G Networks']
    >>> [" ".join(split_capitals(word)) for word in ("YouTubeShorts", "MyLinkedIn", "iPhoneTips")]
    ['YouTube Shorts', 'My LinkedIn', 'iPhone Tips']
    >>> [" ".join(split_capitals(word)) for word in ("PhD", "McKinsey", "CEOsAndCTOs")]
    ['PhD', 'McKinsey', 'CEOs And CTOs']
    """
    joints = {match.start() for match in _JOINT.finditer("".join(map(_shape, word)))}
    for pattern in _TOGETHER:
        for match in pattern.finditer(word):
            joints -= _inside(match)
    for match in _WHOLE_WORD.finditer(word):
        joints -= _inside(match)
        joints |= {match.start(), match.end()}
    cuts = sorted(joints | {0, len(word)})
    return tuple(word[start:end] for start, end in pairwise(cuts))


def _inside(match: re.Match[str]) -> set[int]:
    return set(range(match.start() + 1, match.end()))


def _shape(char: str) -> str:
    if char.isdigit():
        return "d"
    return "U" if char.isupper() or char.istitle() else "l"
