"""Apple's category tree, which every directory reads. Source: Apple Podcasts categories, 2019."""

from __future__ import annotations

from plugins.shared.nearest import did_you_mean

CATEGORIES: dict[str, tuple[str, ...]] = {
    "Arts": ("Books", "Design", "Fashion & Beauty", "Food", "Performing Arts", "Visual Arts"),
    "Business": (
        "Careers", "Entrepreneurship", "Investing", "Management", "Marketing", "Non-Profit",
    ),
    "Comedy": ("Comedy Interviews", "Improv", "Stand-Up"),
    "Education": ("Courses", "How To", "Language Learning", "Self-Improvement"),
    "Fiction": ("Comedy Fiction", "Drama", "Science Fiction"),
    "Government": (),
    "History": (),
    "Health & Fitness": (
        "Alternative Health", "Fitness", "Medicine", "Mental Health", "Nutrition", "Sexuality",
    ),
    "Kids & Family": ("Education for Kids", "Parenting", "Pets & Animals", "Stories for Kids"),
    "Leisure": (
        "Animation & Manga", "Automotive", "Aviation", "Crafts", "Games", "Hobbies",
        "Home & Garden", "Video Games",
    ),
    "Music": ("Music Commentary", "Music History", "Music Interviews"),
    "News": (
        "Business News", "Daily News", "Entertainment News", "News Commentary", "Politics",
        "Sports News", "Tech News",
    ),
    "Religion & Spirituality": (
        "Buddhism", "Christianity", "Hinduism", "Islam", "Judaism", "Religion", "Spirituality",
    ),
    "Science": (
        "Astronomy", "Chemistry", "Earth Sciences", "Life Sciences", "Mathematics",
        "Natural Sciences", "Nature", "Physics", "Social Sciences",
    ),
    "Society & Culture": (
        "Documentary", "Personal Journals", "Philosophy", "Places & Travel", "Relationships",
    ),
    "Sports": (
        "Baseball", "Basketball", "Cricket", "Fantasy Sports", "Football", "Golf", "Hockey",
        "Rugby", "Running", "Soccer", "Swimming", "Tennis", "Volleyball", "Wilderness",
        "Wrestling",
    ),
    "Technology": (),
    "True Crime": (),
    "TV & Film": ("After Shows", "Film History", "Film Interviews", "Film Reviews", "TV Reviews"),
}  # fmt: skip


def parse_category(text: str) -> tuple[str, str]:
    """Read `Business` or `Business: Careers`.

    Raises:
        ValueError: with a whole sentence, if the tree has no such category.

    >>> parse_category("Business: Careers"), parse_category("History")
    (('Business', 'Careers'), ('History', ''))
    """
    top, _, sub = (part.strip() for part in text.partition(":"))
    if top not in CATEGORIES:
        raise ValueError(f"there is no category {top!r}. {_hint(top, tuple(CATEGORIES))}")
    if sub and sub not in CATEGORIES[top]:
        raise ValueError(f"{top!r} has no subcategory {sub!r}. {_hint(sub, CATEGORIES[top])}")
    return top, sub


def _hint(word: str, known: tuple[str, ...]) -> str:
    return did_you_mean(word, known) or f"Choose one of: {', '.join(known) or 'none at all'}."
