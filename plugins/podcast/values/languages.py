"""Codes of languages: ISO 639, with a region."""

from __future__ import annotations

import re

from plugins.podcast.values.words import words

# ISO 639-1.
TWO_LETTERS = words(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu
    cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi
    ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks
    ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl
    nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk
    sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz
    ve vi vo wa wo xh yi yo za zh zu in iw ji
    """
)
_CODE = re.compile(r"([A-Za-z]{2,3})((?:-[A-Za-z0-9]{1,8})*)")


def language_fault(text: str) -> str:
    """Return what is wrong with a code, as the end of a sentence, or nothing.

    >>> language_fault("en-GB"), language_fault("en_GB")
    ('', "'en_GB' has an underscore, not a hyphen.")
    """
    if "_" in text:
        return f"{text!r} has an underscore, not a hyphen."
    found = _CODE.fullmatch(text)
    is_two = found is not None and len(found[1]) == 2  # noqa: PLR2004 ISO 639-1
    if found is None or (is_two and found[1].lower() not in TWO_LETTERS):
        return f"{text!r} is no code of a language."
    return ""
