"""Show a built site on this machine: `python -m tools.serve`; with `--watch`, build it first.

Exit codes: 0 stopped by Ctrl-C, 2 wrong use or environment, 3 the output folder is not ours.
"""

from __future__ import annotations

import argparse
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tools.build.request import add_arguments, make_request
from tools.serve.server import SiteServer, make_server, serve_until_stopped
from tools.shared.command import Parser, run_command
from tools.shared.errors import ToolError
from tools.shared.paths import ROOT, show_folder, user_path

_LAST_PORT = 65535


def main(arguments: Sequence[str]) -> int:
    """Serve until stopped."""
    options = parse(arguments)
    if options.watch:
        serve_and_watch(options)
        return 0
    folder = find_folder(options.folder or [ROOT / "public", ROOT / "output"])
    server = make_server(folder, options.bind, options.port)
    print(serving_line(server, folder), flush=True)
    serve_until_stopped(server)
    return 0


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the flags."""
    parser = Parser("serve", __doc__)
    parser.add_argument(
        "--folder",
        type=user_path,
        action="append",
        metavar="DIR",
        help="folder to serve; given twice, the first that exists",
    )
    parser.add_argument("--port", type=parse_port, default=8000, help="0 takes any free port")
    parser.add_argument("--bind", default="127.0.0.1", metavar="ADDRESS")
    parser.add_argument("--watch", action="store_true", help="build --output, again on each change")
    parser.add_argument("--output", type=user_path, default=ROOT / "output", metavar="DIR")
    add_arguments(parser, "pelicanconf.py")
    return parser.parse_args(arguments)


def parse_port(text: str) -> int:
    """Return a port's number."""
    if text.isascii() and text.isdigit() and int(text) <= _LAST_PORT:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no port. Give a number from 0 to {_LAST_PORT}.")


def find_folder(folders: Sequence[Path]) -> Path:
    """Return the first folder that exists."""
    for folder in folders:
        if folder.is_dir():
            return folder
    tried = " and no ".join(show_folder(folder) for folder in folders)
    raise ToolError(
        f"There is nothing to show yet: no {tried}. Run make publish or make html first."
    )


def serving_line(server: SiteServer, folder: Path) -> str:
    """Return where the site is to be seen, and how to end."""
    address, port = server.server_address[:2]
    host = f"[{address!s}]" if ":" in str(address) else str(address)
    return f"Serving {show_folder(folder)} on http://{host}:{port}/   (Ctrl-C ends it)"


def serve_and_watch(options: argparse.Namespace) -> None:
    """Serve the output folder in the background while it is built again on every change."""
    from tools.build.watch import watch_site  # noqa: PLC0415  (only watching needs watchfiles)

    server = make_server(options.output, options.bind, options.port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(serving_line(server, options.output), flush=True)
    with suppress(KeyboardInterrupt):
        watch_site(make_request(options), options.output, print)


if __name__ == "__main__":
    sys.exit(run_command(main, sys.argv[1:]))
