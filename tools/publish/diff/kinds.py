"""Every kind of change that a listener can meet, as one table for episodes and one for shows."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of change.

    `words` stand in the line of an episode, `counted` in the sentence above the lines; `detail`
    may tell what it `{was}` and is `{now}`. `harm` is what would happen to an episode whose
    author did not mean it; a kind without harm needs nobody's word. One that `is_always` told is
    counted even if there is none.
    """

    words: str
    counted: str = ""
    detail: str = ""
    harm: str = ""
    is_always: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change: its kind, and what it was and is now where that can be told."""

    kind: Kind
    was: str = field(default="", compare=False)
    now: str = field(default="", compare=False)

    def __str__(self) -> str:
        return self.kind.words + self.kind.detail.format(was=self.was, now=self.now)


NEW = Kind(words="new", is_always=True)
AGAIN = Kind(
    words="downloaded again",
    counted="downloaded again",
    harm="downloaded again",
    is_always=True,
)
DATED = Kind(words="re-dated", counted="re-dated", detail=" ({was} → {now})", harm="re-dated")
IDENTIFIED = Kind(
    words="re-identified",
    counted="re-identified",
    detail=" (its guid was {was})",
    harm="re-identified",
)
DOUBLE = Kind(
    words="has the guid of another",
    counted="with the guid of another",
    detail=" ({now})",
    harm="hidden by another with the same guid",
)
NOTES = Kind(words="notes edited", counted="notes edited", is_always=True)
TITLED = Kind(words="retitled", counted="retitled", detail=" (was “{was}”)")
NUMBERED = Kind(words="renumbered", counted="renumbered")
ART = Kind(words="art changed", counted="with other art")
CHAPTERS = Kind(words="chapters changed", counted="with other chapters")
TRANSCRIPT = Kind(words="transcript changed", counted="with another transcript")
TYPE = Kind(
    words="audio type changed",
    counted="with another audio type",
    detail=" ({was} → {now})",
)
DURATION = Kind(words="duration changed", counted="with another duration")
FORMATS = Kind(words="other formats changed", counted="with other formats")
PEOPLE = Kind(words="people changed", counted="with other people")
SOUNDBITES = Kind(words="soundbites changed", counted="with other soundbites")
EXPLICIT = Kind(words="explicit mark changed", counted="with another explicit mark")
BLOCK = Kind(words="block for directories changed", counted="with another block for directories")
PAGE = Kind(words="page moved", counted="at another page")
HOST = Kind(words="moved host", counted="moved host")
ARCHIVED = Kind(
    words="moved into archive page", counted="moved into an archive page", detail=" {now}"
)
FETCHED = Kind(words="moved back into the feed", counted="moved back into the feed")
TAGS = Kind(words="tags changed", counted="with other tags")
OTHER = Kind(words="other details changed", counted="with other details", detail=" ({now})")
GONE = Kind(words="gone", counted="gone", harm="lost", is_always=True)
# Of the podcast of a tag, a season, a series or a person alone: the show has it still.
LEFT = Kind(words="no longer in it", counted="no longer in it")

# In the order in which a line tells them, and a sentence counts them.
EPISODE_KINDS = (
    *(NEW, AGAIN, DATED, IDENTIFIED, DOUBLE, NOTES, TITLED, NUMBERED, ART, CHAPTERS, TRANSCRIPT),
    *(TYPE, DURATION, FORMATS, PEOPLE, SOUNDBITES, EXPLICIT, BLOCK, TAGS, PAGE, HOST),
    *(ARCHIVED, FETCHED, OTHER, GONE),
)
# From the facets of `tools/publish/feeds/elements.py`; the rest is compared by hand.
EPISODE_FACETS = {
    "notes": NOTES,
    "number": NUMBERED,
    "art": ART,
    "chapters": CHAPTERS,
    "transcript": TRANSCRIPT,
    "duration": DURATION,
    "formats": FORMATS,
    "people": PEOPLE,
    "soundbites": SOUNDBITES,
    "explicit": EXPLICIT,
    "block": BLOCK,
    "tags": TAGS,
}

UNREADABLE = Kind(
    words="served feed cannot be read",
    detail=" ({was})",
    harm="the feed that the target serves cannot be read, so nobody knows what would change",
)
SHOW_GONE = Kind(words="feed gone", detail=" ({was})", harm="its subscribers would be lost")
SHOW_GUID = Kind(
    words="podcast guid changed",
    detail=" ({was} → {now})",
    harm="apps would take it for another show",
)
FEED_MOVED = Kind(
    words="feed leaves its address",
    detail=" ({was} → {now})",
    harm="its subscribers would be lost, because nothing answers at the old address",
)
FEED_KEPT = Kind(words="feed moves", detail=" ({was} → {now}) and goes on at the old address")
ADDRESS = Kind(words="feed address moves", detail=" ({was} → {now})")
RENAMED = Kind(words="renamed", detail=" (was “{was}”)")
SHOW_FACETS = {
    "description": Kind(words="description edited"),
    "author": Kind(words="author changed"),
    "owner": Kind(words="owner changed"),
    "art": Kind(words="art changed"),
    "categories": Kind(words="categories changed"),
    "language": Kind(words="language changed"),
    "type": Kind(words="type changed"),
    "explicit": Kind(words="explicit mark changed"),
    "block": Kind(words="block for directories changed"),
    "new address": Kind(words="new address for apps changed"),
    "complete": Kind(words="mark of its end changed"),
    "people": Kind(words="people changed"),
    "funding": Kind(words="funding changed"),
    "copyright": Kind(words="copyright changed"),
    "trailer": Kind(words="trailer changed"),
    "link": Kind(words="page moved"),
}
SHOW_KINDS = (
    *(UNREADABLE, SHOW_GONE, SHOW_GUID, FEED_MOVED, FEED_KEPT, ADDRESS, RENAMED),
    *SHOW_FACETS.values(),
    OTHER,
)
