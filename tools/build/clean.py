"""Remove what builds made, and nothing else: `python -m tools.build.clean`.

Exit codes: 0 done, 2 wrong use or environment, 3 a folder that is not ours.
Needs no package, so that cleaning never sets anything up.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.build.record import Record, parse_record, read_record, record_path, records_folder
from tools.build.update import remove_empty, remove_file
from tools.shared.command import Parser, run_command
from tools.shared.console import count, line
from tools.shared.errors import RefusedError
from tools.shared.manifest import find_foreign
from tools.shared.paths import CACHE, ROOT, show, show_folder, user_path


def main(arguments: Sequence[str]) -> int:
    """Remove the output folder's built files and the cache."""
    parser = Parser("build.clean", __doc__)
    parser.add_argument("--output", type=user_path, default=ROOT / "output", metavar="DIR")
    output: Path = parser.parse_args(arguments).output.resolve()
    for text in (*clean_output(output), *clean_cache(output)):
        print(text)
    return 0


def clean_output(output: Path) -> list[str]:
    """Remove the files that builds wrote; what others put there stays, and is told."""
    if not output.exists():
        return []
    record = read_record(output)
    if record is None:
        raise RefusedError(
            f"{show_folder(output)}: no build has written here, so nothing was removed. "
            "Remove the folder yourself if it may go."
        )
    return _remove_recorded(record)


def _remove_recorded(record: Record) -> list[str]:
    for path in sorted(record.files):
        remove_file(record.folder, path)
    removed = line("Removed", f"{show_folder(record.folder)} ({count(len(record.files), 'file')})")
    if remove_empty(record.folder):
        return [removed]
    left = find_foreign(record.folder, ())
    what = f", such as {left[0]}" if left else ""
    return [removed, line("Left", f"{count(len(left), 'file')} of yours{what}")]


def clean_cache(output: Path) -> list[str]:
    """Remove the cache, but not what it knows of other output folders that still exist."""
    if not CACHE.is_dir():
        return []
    record_path(output).unlink(missing_ok=True)
    for path in sorted(CACHE.iterdir()):
        if path == records_folder():
            _clean_records()
        elif path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    remove_empty(CACHE)
    return [line("Removed", show(CACHE))]


def _clean_records() -> None:
    for path in sorted(records_folder().iterdir()):
        if not parse_record(path.read_text(encoding="utf-8")).folder.exists():
            path.unlink()
    remove_empty(records_folder())


if __name__ == "__main__":
    sys.exit(run_command(main, sys.argv[1:]))
