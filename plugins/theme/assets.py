"""The theme's files under names that hold a part of their digest; style sheets joined into one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import lightningcss

from plugins.shared.problems import SiteError


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file of the theme: its name in templates, its site path, its bytes."""

    name: str
    path: str
    content: bytes


def join_styles(entry: Path) -> bytes:
    """Put imported style sheets in the place of their `@import`, each in its layer.

    Raises:
        SiteError: if an imported file is not there, or is no style sheet.
    """
    try:
        joined: str = lightningcss.bundle_css(str(entry))
    except (OSError, ValueError) as error:
        raise SiteError(f"{entry}: {error}. Correct the style sheet.") from error
    return joined.encode()


def find_assets(static: Path) -> tuple[Asset, ...]:
    """Return every asset of a theme: the joined style sheet, scripts, icons, fonts."""
    return tuple(sorted(_find(static), key=lambda asset: asset.name))


def _find(static: Path) -> Iterator[Asset]:
    main = static / "css" / "main.css"
    if main.is_file():
        yield _asset("main.css", join_styles(main))
    for script in sorted((static / "js").glob("*.js")):
        yield _asset(script.name, script.read_bytes())
    for folder in ("icons", "fonts"):
        for file in sorted((static / folder).glob("*")):
            if file.is_file() and not file.name.startswith("."):
                yield _asset(f"{folder}/{file.name}", file.read_bytes())


def _asset(name: str, content: bytes) -> Asset:
    digest = hashlib.sha256(content).hexdigest()[:8]
    file = Path(name)
    return Asset(name=name, path=f"/assets/{file.stem}-{digest}{file.suffix}", content=content)
