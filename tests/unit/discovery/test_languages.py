from __future__ import annotations

import pytest

from plugins.discovery.languages import language_paths, open_graph_locale
from plugins.entries.model import Visibility
from tests.unit.discovery.builders import make_entry

SPANISH = make_entry(lang="es", path="/es/blog/listen/")


def test_one_language_alone_has_no_alternates() -> None:
    assert language_paths(make_entry(), (), "en") == ()


def test_a_hidden_translation_is_not_named() -> None:
    hidden = make_entry(lang="es", path="/es/blog/listen/", visibility=Visibility.HIDDEN)

    assert language_paths(make_entry(), (hidden,), "en") == ()


def test_a_hidden_text_names_none_of_its_translations() -> None:
    german = make_entry(lang="de", path="/de/blog/listen/")

    assert language_paths(make_entry(visibility=Visibility.HIDDEN), (german, SPANISH), "en") == ()


def test_the_site_s_language_is_the_default_wherever_it_stands_in_the_alphabet() -> None:
    assert language_paths(make_entry(), (SPANISH,), "es") == (
        ("en", "/blog/listen/"),
        ("es", "/es/blog/listen/"),
        ("x-default", "/es/blog/listen/"),
    )


def test_without_a_text_in_the_site_s_language_the_first_is_the_default() -> None:
    german = make_entry(lang="de", path="/de/blog/listen/")

    assert language_paths(SPANISH, (german,), "en")[-1] == ("x-default", "/de/blog/listen/")


@pytest.mark.parametrize(
    ("language", "locale"),
    [("en", ""), ("en-us", "en_US"), ("pt-BR", "pt_BR"), ("es-419", "es_419"), ("sr-Latn", "")],
)
def test_a_locale_needs_a_region(language: str, locale: str) -> None:
    assert open_graph_locale(language) == locale
