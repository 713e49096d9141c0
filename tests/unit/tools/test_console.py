from __future__ import annotations

import io
import re
import sys
import time

import pytest

from tools.shared.console import Progress, has_colour


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def open_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Let both streams be one terminal; pytest would take them back before a test begins."""
    made = Terminal()
    monkeypatch.setattr(sys, "stdout", made)
    monkeypatch.setattr(sys, "stderr", made)
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    return made


def test_what_is_said_during_a_step_has_a_line_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = open_terminal(monkeypatch)
    with Progress() as progress:
        progress("Building")
        end = time.monotonic() + 20
        while "Building … " not in terminal.getvalue() and time.monotonic() < end:
            time.sleep(0.05)
        progress.say("Built")

    assert re.search(r"Building … \d+ s\r\x1b\[KBuilt\n", terminal.getvalue())
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_what_is_said_without_a_terminal_is_just_said(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress() as progress:
        progress("Building")
        progress.say("Built")

    assert capsys.readouterr() == ("Built\n", "")


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [("TERM", "xterm", True), ("TERM", "dumb", False), ("NO_COLOR", "1", False)],
)
def test_colours_are_for_terminals_that_show_them(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, *, expected: bool
) -> None:
    open_terminal(monkeypatch)
    monkeypatch.setenv(name, value)

    assert has_colour() is expected


def test_a_pipe_has_no_colour() -> None:
    assert not has_colour()
