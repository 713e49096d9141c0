"""The Pelican edge of the theme: filters and globals for Jinja, assets written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from pelican import signals
from pelican.generators import Generator

from plugins.shared.addresses import Addresses
from plugins.shared.files import write_page
from plugins.shared.problems import SiteError
from plugins.shared.run import Run
from plugins.theme.assets import find_assets
from plugins.theme.csp import content_security_policy
from plugins.theme.filters import filters
from plugins.theme.pictures import offer_variants

# Browsers and feed readers ask for it there, whatever a page says.
ROOT_ICON = ("icons/favicon.ico", "/favicon.ico")


class NavigationItem(NamedTuple):
    """A place that every page leads to."""

    label: str
    path: str


def equip(pelican: Any) -> None:
    """Give Jinja what templates need."""
    settings = pelican.settings
    run: Run = settings["RUN"]
    assets = find_assets(run.theme / "static")
    settings["ASSETS"] = assets
    paths = {asset.name: run.site.link(asset.path) for asset in assets}

    def asset(name: str) -> str:
        if name not in paths:
            raise SiteError(f"the theme has no asset {name!r}. It has: {', '.join(sorted(paths))}.")
        return paths[name]

    settings["JINJA_FILTERS"] = {
        **settings["JINJA_FILTERS"],
        **filters(run.site),
        "pictures": lambda html: offer_variants(html, run.image_at, run.site.media),
    }
    settings["JINJA_GLOBALS"] = {
        **settings["JINJA_GLOBALS"],
        "asset": asset,
        "site": run.site,
    }


def complete(pelican: Any) -> None:
    """Lead to the places that the site has, and allow the hosts it hears, now that all is known."""
    context = pelican.settings["RUN_CONTEXT"]
    sounds = [entry.episode.enclosure.path for entry in context["entries"] if entry.episode]
    remote = [path for path in sounds if not path.startswith("/")]
    context["csp"] = content_security_policy(context["RUN"].site, remote)
    addresses = context["RUN"].addresses
    context["nav"] = _existing(pelican.settings.get("NAVIGATION", ()), addresses)
    context["footer_nav"] = _existing(pelican.settings.get("FOOTER_NAVIGATION", ()), addresses)


def _existing(
    items: Iterable[tuple[str, str]], addresses: Addresses
) -> tuple[NavigationItem, ...]:  # fmt: skip
    return tuple(NavigationItem(label, path) for label, path in items if path in addresses)


class AssetsGenerator(Generator):
    """Writes the theme's files."""

    def generate_output(self, writer: Any) -> None:
        del writer
        for asset in self.settings["ASSETS"]:
            write_page(self.output_path, asset.path, asset.content)
            if asset.name == ROOT_ICON[0]:
                write_page(self.output_path, ROOT_ICON[1], asset.content)


def assets_generator(pelican: Any) -> type[Generator]:
    del pelican
    return AssetsGenerator


def register() -> None:
    signals.initialized.connect(equip)
    signals.get_generators.connect(assets_generator)
    signals.get_writer.connect(complete)
