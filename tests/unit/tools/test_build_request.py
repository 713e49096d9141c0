from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import pytest

from tools.build.pelican import (
    failure_text,
    overrides,
    pelican_command,
    pelican_environment,
)
from tools.build.request import Request, add_arguments, make_request, parse_now
from tools.shared.errors import ToolError
from tools.shared.paths import ROOT

FACTS = Path("/work place/facts.json")


def parse(*arguments: str) -> Request:
    parser = argparse.ArgumentParser()
    add_arguments(parser, "publishconf.py")
    return make_request(parser.parse_args(arguments))


def test_without_flags_the_repository_itself_is_built() -> None:
    assert parse() == Request(conf=ROOT / "publishconf.py", content=ROOT / "content")


@pytest.mark.parametrize(
    ("flags", "settings"),
    [
        ((), {}),
        (("--siteurl=https://example.org/",), {"SITEURL": "https://example.org"}),
        (
            ("--siteurl=https://x.org/?a=b&c='\"$d\"'#é",),
            {"SITEURL": "https://x.org/?a=b&c='\"$d\"'#é"},
        ),
        (("--now=2026-03-01T08:00:00+01:00",), {"NOW": "2026-03-01T08:00:00+01:00"}),
        (("--ledger=0",), {"LEDGER": False}),
        (("--ledger=/a b/ledger.json",), {"LEDGER": "/a b/ledger.json"}),
        (("--strict",), {"STRICT": True}),
        (("--offline",), {"OFFLINE": True}),
    ],
)
def test_flags_become_settings(flags: tuple[str, ...], settings: dict[str, object]) -> None:
    usual: dict[str, object] = {"FACTS": str(FACTS), "STRICT": False}

    assert overrides(parse(*flags), FACTS) == usual | settings


def test_a_build_for_a_diff_only_tells_which_promises_break() -> None:
    request = replace(parse(), is_diff=True)

    assert overrides(request, FACTS)["IDENTITY"] == "tell"
    assert "IDENTITY" not in overrides(parse(), FACTS)


def test_pelican_is_called_with_every_setting_behind_one_flag() -> None:
    request = Request(conf=Path("/s/conf.py"), content=Path("/s/content"), siteurl='https://a/?"=')

    command = pelican_command(request, Path("/s/out"), FACTS)

    assert command[1:] == [
        *("-m", "pelican", "/s/content", "-o", "/s/out", "-s", "/s/conf.py"),
        *("--fatal", "errors", "--log-handler", "plain"),
        *("-e", 'FACTS="/work place/facts.json"', "STRICT=false", 'SITEURL="https://a/?\\"="'),
    ]


def test_a_build_does_not_see_another_pythons_packages() -> None:
    environment = {"PATH": "/bin", "PYTHONPATH": "/x", "PYTHONHOME": "/y", "PYTHONSAFEPATH": "1"}

    assert pelican_environment(environment) == {"PATH": "/bin", "PYTHONUTF8": "1"}


@pytest.mark.parametrize(
    ("chatter", "problems", "exit_code", "text"),
    [
        ("Done: 3 articles\n", "a.md: no title.\n", 1, "Done: 3 articles\na.md: no title."),
        ("", "a.md: no title.", 1, "a.md: no title."),
        ("", "", 1, "The build ended with 1 and said nothing."),
        ("", "", -9, "The build was ended by signal 9 and said nothing."),
    ],
)
def test_a_failed_build_tells_its_problems_last(
    chatter: str, problems: str, exit_code: int, text: str
) -> None:
    assert failure_text(chatter, problems, exit_code) == text


def test_a_missing_configuration_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(ToolError) as caught:
        Request(conf=tmp_path / "conf.py", content=tmp_path).check()

    assert str(caught.value) == (
        "conf.py: there is no such file. "
        "Name the configuration with CONFFILE=… (make publish: PUBLISHCONF=…)."
    )


def test_a_missing_content_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "conf.py").touch()

    with pytest.raises(ToolError) as caught:
        Request(conf=tmp_path / "conf.py", content=tmp_path / "content").check()

    assert str(caught.value) == (
        "content: there is no such folder. Name the folder of your content with INPUTDIR=…"
    )


def test_a_time_that_is_none_is_told() -> None:
    with pytest.raises(argparse.ArgumentTypeError) as caught:
        parse_now("next monday")

    assert str(caught.value) == (
        "'next monday' is no time. Write it as 2026-03-01 or 2026-03-01T08:30:00+01:00."
    )
