"""Who is meant by a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from plugins.entries.model import Label
from plugins.shared.slugs import slugify


@dataclass(frozen=True)
class Directory:
    """Known people by every name they have; case and spaces do not matter."""

    names: Mapping[str, Label] = field(default_factory=dict)

    @cached_property
    def _by_slug(self) -> dict[str, Label]:
        return {slugify(name): label for name, label in self.names.items()}

    def label(self, name: str) -> Label:
        """Return the label of a name, known or not.

        >>> Directory().label("The desk").path
        '/people/the-desk/'
        """
        slug = slugify(name)
        return self._by_slug.get(slug) or Label(name=name, slug=slug, path=f"/people/{slug}/")
