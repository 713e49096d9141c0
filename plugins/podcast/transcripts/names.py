"""Names that words begin with, in files without voices of their own: "Dave: Good morning".

So begins a sentence too: "Note: ring back". A name is therefore one that the episode knows, or
one that is repeated in a file which begins with a name, or one of a file where every cue has one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from plugins.podcast.transcripts.text import tidy

_LABEL = re.compile(
    r"^[ \t]*(?:>>+[ \t]*|[-–—][ \t]+)?"
    r"(?P<name>[^\W\d_](?:[\w.'’&()/-]|[ \t\xa0](?=\S)){0,39}?)[ \t\xa0]?(?::(?=\s|$)|：)",
    re.MULTILINE,
)
_SOUND = re.compile(r"\s*(?:[\[(♪♫*].*[\])♪♫*]|\W*)\s*", re.DOTALL)
_MOST_WORDS = 4
_SMALL_WORDS = {"de", "del", "der", "di", "du", "la", "le", "of", "the", "van", "von", "y"}
# Words that begin sentences with a colon and are nobody's name.
_COMMON_WORDS = """
note notes nb n.b ps p.s warning caution attention important remember remark hint tip tips
example examples question answer result results summary conclusion fact source sources update
reminder today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday
step lesson rule reason problem solution why how what when where who then first second third
finally lastly next once yes no well so and but or also plus including meaning http https nota
aviso atención importante recuerda recordatorio consejo ejemplo pregunta respuesta resultado
resumen conclusión fuente hoy mañana ayer lunes martes miércoles jueves viernes sábado domingo
paso regla razón problema solución primero segundo tercero hinweis achtung wichtig beispiel
frage antwort ergebnis fazit quelle heute morgen gestern remarque exemple réponse résultat
résumé aujourd'hui
"""
_NO_NAMES = frozenset(_COMMON_WORDS.split())


def find_names(texts: Iterable[str], known: Collection[str]) -> frozenset[str]:
    """Return the names that words begin with, folded.

    >>> sorted(find_names(["Dave: One.", "Two.", "Note: three."], ["Dave"]))
    ['dave']
    """
    texts = [text for text in texts if not _SOUND.fullmatch(text)]
    labels = [match for text in texts for match in find_labels(text)]
    counts = Counter(fold_name(match["name"]) for match in labels)
    ours = {fold_name(name) for name in known}
    ours |= {first for name in ours if len(first := name.split(" ")[0]) > 1}
    leading = [fold_name(match["name"]) for match in labels if match.start() == 0]
    capitals = {fold_name(match["name"]) for match in labels if _is_in_capitals(match["name"])}
    repeated = {name for name in capitals - _NO_NAMES if counts[name] > 1}
    if len(leading) == len(texts) > 1 and _NO_NAMES.isdisjoint(leading):
        are_names = capitals.issuperset(leading) or not (ours | repeated).isdisjoint(leading)
        return frozenset(leading) | (counts.keys() & ours) if are_names else frozenset()
    begins = (
        next((fold_name(match["name"]) for match in find_labels(texts[0])), "") if texts else ""
    )
    return frozenset(counts.keys() & (ours | repeated if begins in ours | repeated else ours))


def find_labels(text: str) -> Iterator[re.Match[str]]:
    """Yield what looks like a name and a colon at the beginning of a line."""
    for match in _LABEL.finditer(text):
        name = match["name"]
        if not name[0].islower() and len(name.split()) <= _MOST_WORDS:
            yield match


def _is_in_capitals(name: str) -> bool:
    return not any(word[0].islower() and word not in _SMALL_WORDS for word in name.split())


def fold_name(name: str) -> str:
    """Return a name as names are compared."""
    return tidy(name.replace("\xa0", " ")).casefold()
