"""The table of all front-matter keys: who may have them, what they mean, how they are read.

`docs/front-matter.md` shows this table; a test keeps the two alike.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from plugins.frontmatter import values
from plugins.frontmatter.soundbites import soundbites


class Folder(StrEnum):
    """The folders of `content/` whose Markdown files have front matter."""

    POSTS = "posts"
    EPISODES = "episodes"
    PAGES = "pages"
    TAGS = "tags"
    SERIES = "series"
    PEOPLE = "people"


_ALL = frozenset(Folder)
_ENTRIES = frozenset({Folder.POSTS, Folder.EPISODES})
_WRITTEN = _ENTRIES | {Folder.PAGES}
_COLLECTIONS = frozenset({Folder.TAGS, Folder.SERIES, Folder.PEOPLE})
_EPISODES = frozenset({Folder.EPISODES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key: `read` turns its text into a value or raises ValueError with a whole sentence."""

    name: str
    folders: frozenset[Folder]
    read: Callable[[values.Value], object]
    rule: str
    example: str
    required: bool = False


def _key(name: str, folders: frozenset[Folder], read: Callable[[values.Value], object], rule: str,
         example: str, *, required: bool = False) -> Key:  # fmt: skip
    return Key(name=name, folders=folders, read=read, rule=rule, example=example, required=required)


KEYS: tuple[Key, ...] = (
    _key("Title", _ALL, values.title, "What it is called; an episode's without show name and "
         "number.", "Unwanted callers", required=True),
    _key("Date", _WRITTEN, values.text, "When it is published; without a zone, in the site's. "
         "Later than now: scheduled. A post's file name may carry it instead.", "2026-02-05 07:30"),
    _key("Modified", _WRITTEN, values.text, "When readers should know it changed; never the date "
         "in a podcast app.", "2026-03-01"),
    _key("Slug", _ALL, values.slug, "The last part of the address. Else the file's name without "
         "its leading number or date.", "unwanted-callers"),
    _key("Status", _WRITTEN, values.status, "`published`, `draft` (in no published tree), "
         "`hidden` (at its address, in no list), or `skip`.", "draft"),
    _key("Lang", _WRITTEN, values.language, "The language, if it is not the site's.", "es"),
    _key("Summary", _ALL, values.plain, "One or two sentences for lists, feeds and cards. Else "
         "the beginning of the text.", "Who calls, and what to say."),
    _key("Description", _ALL, values.plain, "Another word for `Summary`.", "Who calls."),
    _key("Author", _WRITTEN, values.names, "Who wrote it. Else `AUTHOR`.", "Dave"),
    _key("Authors", _WRITTEN, values.names, "The same, for several.", "Dave, The desk"),
    _key("Tags", _ENTRIES, values.names, "What it is about; #hashtags in the text count too.",
         "trust, contact list"),
    _key("Category", _ENTRIES, values.names, "Pelican's word; here one more tag.", "Clients"),
    _key("Series", _ENTRIES, values.title, "The ordered series it belongs to.",
         "The Fundamentals"),
    _key("Part", _ENTRIES, values.number, "Its number there. Else it follows by date.", "7"),
    _key("Image", _ALL, values.path, "A picture: a path from this file, or from `content/` with "
         "a leading slash.", "/images/phone.jpg"),
    _key("ImageAlt", _ALL, values.plain, "What the picture shows.", "A telephone"),
    _key("Aliases", _ALL, values.names, "Old addresses that lead here; for a tag also other "
         "spellings of it.", "/2019/unwanted/"),
    _key("Template", frozenset({Folder.PAGES, Folder.POSTS}), values.template,
         "Another template of the theme.", "subscribe"),
    _key("Url", _WRITTEN, values.address, "Pelican's word for an address of its own, relative to "
         "the site.", "old/place/"),
    _key("Save_as", _WRITTEN, values.file_address, "The file for that address; goes with `Url`.",
         "old/place/index.html"),
    _key("Translation", _WRITTEN, values.yes_or_no, "Pelican's mark of a text that is not the "
         "original of its languages.", "yes"),
    _key("Directory", _COLLECTIONS, values.yes_or_no, "Whether directories may list its podcast "
         "as a show of its own. Else it asks them not to.", "no"),
    _key("Role", frozenset({Folder.PEOPLE}), values.role, "`host`, `guest`, `author` or another "
         "role of the podcast taxonomy.", "guest"),
    _key("Audio", _EPISODES, values.path, "The recording: a path or a URL. Else the file with the "
         "same stem.", "075-unwanted-callers.mp3"),
    _key("Episode", _EPISODES, values.episode_number, "Its number, unique in its season among "
         "full episodes; one between two others such as 75.5 is shown by newer apps alone.", "75"),
    _key("EpisodeDisplay", _EPISODES, values.display, "How its number is shown, in at most 32 "
         "letters.", "Chapter 3"),
    _key("Season", _EPISODES, values.number, "The number of its season.", "2"),
    _key("Type", _EPISODES, values.episode_type, "`full`, `trailer` or `bonus`.", "bonus"),
    _key("Guid", _EPISODES, values.guid, "Its identity for ever. Else made from the show's and "
         "the file's name.", "1d8e0b0c-5a9f-4b8e-9a55-3f4a2f0c9f10"),
    _key("Explicit", _EPISODES, values.yes_or_no, "Whether it is not for children.", "no"),
    _key("Hosts", _EPISODES, values.people, "Who speaks. Else the show's hosts.", "Dave"),
    _key("Guests", _EPISODES, values.people, "Who is invited.", "A listener"),
    _key("Soundbite", _EPISODES, soundbites, "A moment to share: start, seconds, title. "
         "Several stand on lines of their own.", "00:12 20 The question to ask"),
    _key("Transcript", _EPISODES, values.path, "The transcript: WebVTT, SRT, JSON or "
         "HTML. Else the file with the same stem.", "075-unwanted-callers.vtt"),
    _key("AppTitle", _EPISODES, values.title,
         "What podcast apps call it, if not `Title`.",
         "Unwanted callers (live)"),
    _key("Block", _EPISODES, values.yes_or_no,
         "Whether Apple Podcasts leaves it out.",
         "no"),
    _key("Credits", _EPISODES, values.lines,
         "Who else helped, with a role of the podcast taxonomy, a line each.",
         'Dave role="audio editor"'),
    _key("Location", _EPISODES, values.lines,
         "What place it is about: words, and `geo=`, `osm=`, `country=`, `rel=`.",
         "London geo=51.5,-0.12 country=GB"),
    _key("License", _EPISODES, values.lines,
         "Its terms, if not the show's: an identifier, or a name and an address.",
         "cc-by-nc-4.0"),
    _key("Funding", _EPISODES, values.lines,
         "Where to give for it: an address, then words.",
         "https://example.org/give Buy a coffee"),
    _key("Value", _EPISODES, values.lines,
         "Who gets what listeners send while it plays: words, `address=`, `split=`.",
         "Dave address=dave@example.org split=100"),
    _key("ValueSplit", _EPISODES, values.lines,
         "Others for a while: start, seconds, then as in `Value`, or another show's "
         "`feedGuid=`.",
         "01:05 60 A guest address=guest@example.org split=90"),
    _key("Txt", _EPISODES, values.lines,
         "Text for machines, with `purpose=`.",
         "false purpose=ai-content"),
    _key("Images", _EPISODES, values.lines,
         "Further pictures: a path, and `alt=`, `purpose=`.",
         'desk.jpg alt="A desk" purpose=banner'),
    _key("Thumbnail", _EPISODES, values.lines,
         "A picture of 16:9 for places that show video.",
         "wide.jpg"),
    _key("Chat", _EPISODES, values.lines,
         "Where listeners talk: server, protocol, `space=`, `accountId=`.",
         "irc.example.org irc space=#dave"),
    _key("SocialInteract", _EPISODES, values.lines,
         "Where its comments are: protocol, address, `accountId=`; or `disabled`.",
         "activitypub https://social.example/@dave/1"),
    _key("ContentLink", _EPISODES, values.lines,
         "The same elsewhere: an address, then words.",
         "https://video.example/75 Watch it"),
    _key("Comments", _EPISODES, values.lines,
         "The page of its comments.",
         "https://example.org/forum/75"),
    _key("Source", _EPISODES, values.lines,
         "The feed that it comes from: an address, then its title.",
         "https://example.org/feed.xml Another show"),
    _key("Alternates", _EPISODES, values.lines,
         "Other recordings of it: a path or an address, and `title=`, `lang=`, `rel=`, "
         "`type=`, `length=`, `bitrate=`, `height=`, `codecs=`.",
         "075-short.opus title=Short"),
)  # fmt: skip


def keys_of(folder: Folder) -> dict[str, Key]:
    """Return the keys that a folder's files may have, by their name in lower case."""
    return {key.name.lower(): key for key in KEYS if folder in key.folders}
