"""The site's settings, as its author previews it. `docs/settings.md` explains each one.

`publishconf.py` changes what is different on the published site.
"""

AUTHOR = "Dave"
SITENAME = "Clients, Not Customers"
SITESUBTITLE = "A business coach on serving people who come back"
SITEURL = ""
# Posts and shows get their identity from these; they never change, whatever else does.
SITE_GUID = "9eeb57e8-b5c6-50e9-b02c-a77e1ea9e847"

PATH = "content"
TIMEZONE = "Europe/London"
DEFAULT_LANG = "en"

# Drafts and scheduled entries are built too, under /drafts/.
PREVIEW = True

PODCASTS = [
    {
        "key": "podcast",
        "title": "The Daily Dave",
        "description": (
            "A short word every working day, for people who live by serving others: how to tell a "
            "client from a customer, whom to call this week, what to say when the phone rings, and "
            "how to make yourself needed a little less. With Dave, in about a minute."
        ),
        "language": "en",
        "author": "Dave",
        "owner_name": "Dave",
        "owner_email": "dave@dave.example.org",
        "categories": ["Business: Entrepreneurship", "Education: Self-Improvement"],
        # UUIDv5 of dave.example.org/podcast/feed.xml, computed once.
        "guid": "1406459e-3d7f-578c-91ab-080b8a6e884a",
        "image": "images/cover.jpg",
        "explicit": False,
        "type": "episodic",
        "copyright": "Dave",
        "license": "cc-by-4.0",
        "license_url": "https://creativecommons.org/licenses/by/4.0/",
        "locked": True,
        "hosts": ["Dave"],
        "credits": ['The desk role="content manager"'],
        "managing_editor": "dave@dave.example.org (Dave)",
        "web_master": "desk@dave.example.org (The desk)",
        "topics": ["coaching", "customer service", "the telephone"],
        "locations": ["London rel=creator country=GB"],
        "country_of_origin": "gb",
        "update_frequency": "Every working day rrule=FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        # The site has no comments.
        "social": ["disabled"],
        "seasons": {1: "Serving", 2: "The telephone"},
    },
]

NAVIGATION = [
    ("Blog", "/blog/"),
    ("Podcast", "/podcast/"),
    ("Tags", "/tags/"),
    ("Archive", "/archive/"),
    ("Search", "/search/"),
    ("Subscribe", "/subscribe/"),
]
FOOTER_NAVIGATION = [
    ("About", "/about/"),
    ("Series", "/series/"),
    ("People", "/people/"),
    ("Contact", "/contact/"),
    ("Privacy", "/privacy/"),
]
DEFAULT_PAGINATION = 6

# Front-matter keys that plugins of your own read.
EXTRA_KEYS: list[str] = []

# ---- The engine. What follows makes Pelican the host of our plugins. ----

# In the order of the flow: read, freeze, hear, gather, know, list, tell. Theirs is the order of a
# build.
PLUGINS = [
    "plugins.frontmatter",
    "plugins.entries",
    "plugins.podcast",
    "plugins.tags",
    "plugins.people",
    "plugins.series",
    "plugins.identity",
    "plugins.listings",
    "plugins.discovery",
    "plugins.theme",
    "plugins.report",
]
THEME = "theme"
ARTICLE_PATHS = ["posts"]
PAGE_PATHS = ["pages"]
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
IGNORE_FILES = [".*", "*~", "#*#", "__pycache__"]
MARKDOWN = {
    "extensions": [
        "markdown.extensions.extra",
        "markdown.extensions.admonition",
        "markdown.extensions.codehilite",
        "markdown.extensions.sane_lists",
        "markdown.extensions.smarty",
        "markdown.extensions.toc",
    ],
    "extension_configs": {
        "markdown.extensions.codehilite": {"css_class": "highlight", "guess_lang": False},
        "markdown.extensions.toc": {"permalink": False},
    },
    "output_format": "html5",
}
# Whatever the machine speaks, dates are written by our own filters.
LOCALE = ("C.UTF-8", "C")
# Our reader decides by NOW what is due.
WITH_FUTURE_DATES = True
USE_FOLDER_AS_CATEGORY = False
DELETE_OUTPUT_DIRECTORY = False
CACHE_CONTENT = False

ARTICLE_URL = "blog/{slug}/"
ARTICLE_SAVE_AS = "blog/{slug}/index.html"
ARTICLE_LANG_URL = "{lang}/blog/{slug}/"
ARTICLE_LANG_SAVE_AS = "{lang}/blog/{slug}/index.html"
DRAFT_URL = "drafts/blog/{slug}/"
DRAFT_SAVE_AS = "drafts/blog/{slug}/index.html"
DRAFT_LANG_URL = "drafts/{lang}/blog/{slug}/"
DRAFT_LANG_SAVE_AS = "drafts/{lang}/blog/{slug}/index.html"
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
PAGE_LANG_URL = "{lang}/{slug}/"
PAGE_LANG_SAVE_AS = "{lang}/{slug}/index.html"
DRAFT_PAGE_URL = "drafts/{slug}/"
DRAFT_PAGE_SAVE_AS = "drafts/{slug}/index.html"
DRAFT_PAGE_LANG_URL = "drafts/{lang}/{slug}/"
DRAFT_PAGE_LANG_SAVE_AS = "drafts/{lang}/{slug}/index.html"

# Our plugins write lists and feeds; Pelican's own are off.
TAG_SAVE_AS = CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = ""
TAGS_SAVE_AS = CATEGORIES_SAVE_AS = AUTHORS_SAVE_AS = ARCHIVES_SAVE_AS = ""
YEAR_ARCHIVE_SAVE_AS = MONTH_ARCHIVE_SAVE_AS = DAY_ARCHIVE_SAVE_AS = ""
DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = FEED_ALL_RSS = CATEGORY_FEED_ATOM = CATEGORY_FEED_RSS = None
TAG_FEED_ATOM = TAG_FEED_RSS = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = TRANSLATION_FEED_RSS = None
