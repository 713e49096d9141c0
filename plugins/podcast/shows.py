"""From configured shows to shows of the model, with their art found and checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from plugins.podcast.art.mend import fit_art
from plugins.podcast.categories import parse_category
from plugins.podcast.extras import Written, read_extras
from plugins.podcast.model import Paging, Person, Show
from plugins.podcast.settings.show import ShowSettings
from plugins.podcast.values.others import (
    read_publisher,
    read_remote_item,
    read_topic,
    read_update_frequency,
)
from plugins.podcast.values.people import Credit, read_credit
from plugins.shared.files import as_spelled, is_file, is_inside
from plugins.shared.images import Image
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
        where = f"PODCASTS[{position}]"
        image = _cover(settings, where, run)
        if image is not None:
            made[settings.key] = _show(settings, image, person, where, run)
    return made


def _cover(settings: ShowSettings, where: str, run: Run) -> Image | None:
    file = _file(settings.image, run)
    if not is_inside(file, run.content):
        what = f"{where}: the image {settings.image!r} leads out of the content folder."
        run.problems.error("pelicanconf.py", what, "Put it inside.", rule="file-inside")
        return None
    if not is_file(file):
        what = f"{where}: there is no cover art {settings.image!r} in the content folder."
        todo = "A plain one stands in: put a square JPEG of 1400 to 3000 pixels there."
        run.problems.warning("pelicanconf.py", what, todo, rule="show-cover")
        file = run.theme / STAND_IN
    return fit_art(file, f"The cover of {settings.title}", run, run.where(file))


def _show(
    settings: ShowSettings,
    image: Image,
    person: Callable[[str], Person],
    where: str,
    run: Run,
) -> Show:
    return Show(
        key=settings.key,
        title=settings.title,
        description=settings.description,
        language=settings.language,
        author=settings.author,
        categories=tuple(parse_category(category) for category in settings.categories),
        guid=settings.guid,
        image=image,
        itunes_title=settings.itunes_title,
        owner_name=settings.owner_name,
        owner_email=settings.owner_email,
        is_explicit=settings.explicit,
        type=settings.type,
        copyright=settings.copyright,
        locked=settings.locked,
        medium=settings.medium,
        hosts=tuple(person(name) for name in settings.hosts),
        credits=tuple(credited(read_credit(line), person) for line in settings.credits),
        season_names=tuple(sorted(settings.seasons.items())),
        open_seasons=tuple(settings.open_seasons),
        new_feed_url=settings.new_feed_url,
        is_blocked=settings.block,
        blocked_services=tuple(settings.block_services),
        is_complete=settings.complete,
        apple_verify=settings.apple_verify,
        managing_editor=settings.managing_editor,
        web_master=settings.web_master,
        topics=tuple(read_topic(line) for line in settings.topics),
        ttl=settings.ttl or None,
        hubs=tuple(settings.hubs),
        podroll=tuple(read_remote_item(line) for line in settings.podroll),
        publisher=read_publisher(settings.publisher) if settings.publisher else None,
        update_frequency=(
            read_update_frequency(settings.update_frequency) if settings.update_frequency else None
        ),
        uses_podping=settings.podping,
        country_of_origin=settings.country_of_origin,
        extras=read_extras(_written(settings, where, run), run),
        paging=Paging(page_size=settings.page_size, byte_budget=settings.byte_budget),
    )


def _written(settings: ShowSettings, where: str, run: Run) -> Written:
    def tell(key: str, fault: ValueError) -> None:
        what, todo = split_sentence(fault)
        run.problems.error("pelicanconf.py", f"{where}: {key}: {what}", todo, rule="show-setting")

    terms = f"{settings.license} {settings.license_url}".strip()
    lines: dict[str, Sequence[str]] = {
        "location": settings.locations,
        "license": _given(terms),
        "funding": [f"{url} {text}" for url, text in sorted(settings.funding.items())],
        "value": settings.value,
        "value_method": _given(settings.value_method),
        "txt": settings.texts,
        "images": settings.images,
        "chat": _given(settings.chat),
        "social": settings.social,
        "thumbnail": _given(settings.thumbnail),
    }
    return Written(lines=lines, locate=lambda path: _file(path, run), tell=tell)


def _file(path: str, run: Run) -> Path:
    return as_spelled(run.content / path.lstrip("/"))


def _given(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def credited(credit: Credit, person: Callable[[str], Person]) -> Person:
    """Return somebody who helped: with their page here, unless their credit says another."""
    known = person(credit.name)
    return replace(
        known,
        role=credit.role,
        group=credit.group,
        path="" if credit.href else known.path,
        image=None if credit.img else known.image,
        href=credit.href,
        img=credit.img,
    )
