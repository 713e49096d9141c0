"""Bring the ledger back from what is published: `make ledger TARGET=…`.

TARGET is what `make publish` published to, any folder with a published site, or the address of a
feed. What cannot be matched with a source is told, never guessed.
Exit codes: 0 done, 1 the ledger at hand says otherwise, 2 wrong use or nothing to read.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from plugins.identity.promises import Ledger
from plugins.identity.text import LedgerError, dump_ledger, parse_ledger
from plugins.shared.files import write_whole
from tools.build import facts
from tools.build.request import parse_ledger as parse_ledger_path
from tools.publish.folder import FolderTarget
from tools.publish.ledger import write_ledger
from tools.publish.merge import merge_ledgers
from tools.publish.promise_again import promise_again
from tools.publish.read_back import read_back
from tools.shared.command import Parser
from tools.shared.console import count, line
from tools.shared.errors import ContentError, ToolError
from tools.shared.paths import ROOT, show, user_path

# Hidden files are never published.
OLD = ".ledger-old.json"


def main(arguments: Sequence[str]) -> int:
    """Rebuild the ledger once."""
    parser = Parser("publish ledger", __doc__)
    parser.add_argument("--from", dest="source", metavar="TARGET", required=True)
    parser.add_argument(
        "--content", type=user_path, default=ROOT / "content", help="folder of the content"
    )
    parser.add_argument(
        "--ledger", type=parse_ledger_path, help="ledger to write, instead of that of the content"
    )
    parser.add_argument(
        "--force", action="store_true", help="let what is published win over the ledger at hand"
    )
    options = parser.parse_args(arguments)
    if not options.content.is_dir():
        raise ToolError(f"{show(options.content)}: there is no such folder. Name your content.")
    if options.ledger is False:
        raise ToolError("LEDGER=0 leaves the ledger as it is, and this writes it. Leave it out.")
    path = options.ledger or options.content / "ledger.json"
    print("\n".join(rebuild(options.source, options.content, path, is_forced=options.force)))
    return 0


def rebuild(source: str, content: Path, path: Path, *, is_forced: bool = False) -> list[str]:
    """Write the ledger that a target keeps or its feeds tell; return what to say of it."""
    found, lines = _read(source, content)
    before = _at_hand(path)
    merged = merge_ledgers(before or Ledger(), found)
    if merged.conflicts and not is_forced:
        told = "\n".join(f"  {conflict}" for conflict in merged.conflicts)
        raise ContentError(
            f"{show(path)}: it says otherwise than {source}:\n{told}\n"
            "Nothing was written. If what is published is right: FORCE=1 (--force)."
        )
    text = dump_ledger(merged.ledger)
    if path.is_file() and path.read_bytes() != text.encode():
        write_whole(path.with_name(OLD), path.read_bytes())
        lines.append(line("Kept", f"the old one as {show(path.with_name(OLD))}"))
    is_new = write_ledger(facts.Ledger(path=path, text=text))
    told = f"{count(len(merged.added), 'promise')} brought back" if is_new else "it knew all this"
    lines.append(line("Ledger", f"{show(path)}: {told}"))
    lines.append(line("Next", "make publish   holds it against the content"))
    return lines


def _read(source: str, content: Path) -> tuple[Ledger, list[str]]:
    """Return what is promised: as the target noted it, else as its feeds tell it."""
    noted = "" if "://" in source else FolderTarget(source).noted()
    try:
        if noted:
            lines = [line("Read", f"{source}, which keeps its ledger")]
            return parse_ledger(noted), lines
    except LedgerError:
        pass
    served = read_back(source)
    found, notes = promise_again(served, content)
    entries = count(len(served.rows), "entry").replace("entrys", "entries")
    lines = [line("Read", f"{source}: {count(served.feeds, 'feed')} with {entries}")]
    return found, lines + [line("Unmatched", note) for note in notes]


def _at_hand(path: Path) -> Ledger | None:
    """Return the ledger as it is, if it is one."""
    try:
        return parse_ledger(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, LedgerError):
        return None
