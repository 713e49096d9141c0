"""The command: say which episodes to speak, follow the progress, paste the chapters."""

import argparse
import sys
from pathlib import Path

from .episode import describe, record, render_files, write_files
from .errors import DemoAudioError
from .programs import require_programs
from .render import render_chapters
from .source import EPISODES, Source, read_sources


def main() -> int:
    """Make the sound of the episodes named, or of all, and return the exit code."""
    arguments = _parse_arguments()
    try:
        require_programs()
        for source in read_sources(arguments.stems):
            _make(source, arguments.output, wants_opus=arguments.opus)
    except DemoAudioError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    return 0


def _make(source: Source, folder: Path, *, wants_opus: bool) -> None:
    recording = record(source)
    # An alternate that is there is always made anew: it must never say other words than the MP3.
    alternate = wants_opus or (folder / f"{source.stem}.opus").exists()
    files = render_files(source, recording, alternate=alternate)
    write_files(files, folder, source.stem)
    print(describe(source, recording, files), file=sys.stderr, flush=True)
    if recording.chapters:
        print(f"{source.stem}.md\n\n{render_chapters(recording.chapters)}\n", flush=True)


def _parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tools.demo_audio",
        description="Speak the sample episodes: write MP3 and transcript, print the chapters.",
    )
    add = parser.add_argument
    add("stems", nargs="*", metavar="STEM", help="a script's name without .txt (default: all)")
    add("--opus", action="store_true", help="add an .opus alternate; one that exists is remade")
    add("--output", type=Path, default=EPISODES, metavar="FOLDER", help="another place to write to")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
