"""From configured shows to shows of the model, with their art found and checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from plugins.podcast.categories import parse_category
from plugins.podcast.model import Person, Show
from plugins.podcast.rules import check_art
from plugins.podcast.settings import ShowSettings
from plugins.shared.files import is_inside
from plugins.shared.images import Image, measure_image
from plugins.shared.problems import split_sentence
from plugins.shared.run import Run

# Shown with a warning where an author has no cover yet, so that the feed is valid all the same.
STAND_IN = "static/stand_in_cover.jpg"


def make_shows(
    shows: Iterable[ShowSettings], run: Run, person: Callable[[str], Person]
) -> dict[str, Show]:
    """Return the shows by key."""
    made = {}
    for position, settings in enumerate(shows):
        image = _cover(settings, f"PODCASTS[{position}]", run)
        if image is not None:
            made[settings.key] = _show(settings, image, person)
    return made


def _cover(settings: ShowSettings, where: str, run: Run) -> Image | None:
    file = run.content / settings.image.lstrip("/")
    if not is_inside(file, run.content):
        what = f"{where}: the image {settings.image!r} leads out of the content folder."
        run.problems.error("pelicanconf.py", what, "Put it inside.")
        return None
    if not file.is_file():
        what = f"{where}: there is no cover art {settings.image!r} in the content folder."
        todo = "A plain one stands in: put a square JPEG of 1400 to 3000 pixels there."
        run.problems.warning("pelicanconf.py", what, todo)
        file = run.theme / STAND_IN
    return _checked(file, settings, run)


def _checked(file: Path, settings: ShowSettings, run: Run) -> Image | None:
    where = run.where(file)
    try:
        image = run.media.add_image(file, f"The cover of {settings.title}")
    except ValueError as error:
        what, todo = split_sentence(error)
        run.problems.error(where, what, todo)
        return None
    run.problems.add_all(check_art(image, measure_image(file).mode, where))
    return image


def _show(settings: ShowSettings, image: Image, person: Callable[[str], Person]) -> Show:
    return Show(
        key=settings.key,
        title=settings.title,
        description=settings.description,
        language=settings.language,
        author=settings.author,
        categories=tuple(parse_category(category) for category in settings.categories),
        guid=settings.guid,
        image=image,
        owner_name=settings.owner_name,
        owner_email=settings.owner_email,
        is_explicit=settings.explicit,
        type=settings.type,
        copyright=settings.copyright,
        license=settings.license,
        license_url=settings.license_url,
        locked=settings.locked,
        medium=settings.medium,
        hosts=tuple(person(name) for name in settings.hosts),
        funding=tuple(sorted(settings.funding.items())),
        season_names=tuple(sorted(settings.seasons.items())),
    )
