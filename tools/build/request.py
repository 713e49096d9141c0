"""What a build is asked for: the flags that `build`, `publish` and `serve` share."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from unicodedata import normalize

from tools.shared.errors import ToolError
from tools.shared.paths import ROOT, show, user_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One build: from where, with what, as of when. Paths are absolute.

    `siteurl`, `now` and `ledger` are None where the configuration decides;
    a `ledger` of False leaves the ledger as it is; `accept` names the entries whose changes
    the author wants, though the ledger promised otherwise. With `is_diff` a broken promise stops
    nothing: it is built to be looked at, and told. One that `is_offline` asks no other host.
    """

    conf: Path
    content: Path
    siteurl: str | None = None
    now: str | None = None
    ledger: Path | bool | None = None
    accept: tuple[str, ...] = ()
    is_strict: bool = False
    is_diff: bool = False
    is_offline: bool = False

    def check(self) -> None:
        """Raise an error unless configuration and content are there."""
        if not self.conf.is_file():
            raise ToolError(
                f"{show(self.conf)}: there is no such file. "
                "Name the configuration with CONFFILE=… (make publish: PUBLISHCONF=…)."
            )
        if not self.content.is_dir():
            raise ToolError(
                f"{show(self.content)}: there is no such folder. "
                "Name the folder of your content with INPUTDIR=…"
            )


def add_arguments(parser: argparse.ArgumentParser, conf: str) -> None:
    """Add the flags of a build; `conf` is the configuration where none is named."""
    parser.add_argument("--conf", type=user_path, default=ROOT / conf, help="Pelican settings")
    parser.add_argument(
        "--content", type=user_path, default=ROOT / "content", help="folder of the content"
    )
    parser.add_argument("--siteurl", metavar="URL", help="address of the site, instead of SITEURL")
    parser.add_argument("--now", metavar="TIME", type=parse_now, help="build as of this ISO time")
    parser.add_argument(
        "--ledger", metavar="PATH", type=parse_ledger, help="ledger to use; 0 leaves it as it is"
    )
    parser.add_argument(
        "--accept",
        metavar="NAMES",
        type=parse_names,
        default=(),
        help="entries that may change what was promised of them, separated by commas",
    )
    parser.add_argument("--strict", action="store_true", help="treat warnings as errors")
    parser.add_argument("--offline", action="store_true", help="ask no other host for its audio")


def make_request(options: argparse.Namespace) -> Request:
    """Return the request that the parsed flags make."""
    return Request(
        conf=options.conf,
        content=options.content,
        siteurl=options.siteurl,
        now=options.now,
        ledger=options.ledger,
        accept=options.accept,
        is_strict=options.strict,
        is_offline=options.offline,
    )


def parse_ledger(text: str) -> Path | bool:
    """Return a ledger's path, or False for `0`."""
    return False if text == "0" else user_path(text)


def parse_names(text: str) -> tuple[str, ...]:
    r"""Return the names in a list with commas, spelled as the ledger spells them.

    >>> parse_names("075-unwanted-callers, trust")
    ('075-unwanted-callers', 'trust')
    >>> parse_names("u\u0308ber") == ("\u00fcber",)
    True
    """
    return tuple(name.strip() for name in normalize("NFC", text).split(",") if name.strip())


def parse_now(text: str) -> str:
    """Return the time as typed, if it is one."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no time. Write it as 2026-03-01 or 2026-03-01T08:30:00+01:00."
        ) from None
    return text
