from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.faults.tiny_site import make_build, make_request, publish_files, read_files
from tools.build.request import Request
from tools.build.site import Site
from tools.publish.flow import publish
from tools.publish.folder import FolderTarget
from tools.shared.errors import ToolError
from tools.shared.paths import ROOT

FILES = {"index.html": "mine"}


def test_of_two_publishers_at_once_one_wins_and_the_other_stops(tmp_path: Path) -> None:
    build = make_build(FILES)
    messages: list[str] = []

    def build_while_another_tries(request: Request, place: Path) -> Site:
        with pytest.raises(ToolError) as caught:
            publish_files(tmp_path, {"index.html": "theirs"})
        messages.append(str(caught.value))
        return build(request, place)

    target = FolderTarget(str(tmp_path / "public"))
    publish(make_request(tmp_path), target, build_while_another_tries, lambda _step: None)

    busy = f"{tmp_path}/public/: another publish is at work here. "
    assert messages == [busy + "Wait until it is done, then run this again."]
    assert read_files(tmp_path / "public") == FILES


def test_the_lock_of_a_publisher_that_died_is_taken_over(tmp_path: Path) -> None:
    hold_and_wait = """
        import sys, time
        from tools.publish.folder import FolderTarget
        target = FolderTarget(sys.argv[1])
        with target.hold(), target.place() as place:
            (place / "half.html").write_text("half")
            print("held", flush=True)
            time.sleep(60)
    """
    command = [sys.executable, "-c", textwrap.dedent(hold_and_wait), str(tmp_path / "public")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        os.kill(holder.pid, signal.SIGKILL)

    name = publish_files(tmp_path, FILES).name

    left = sorted(path.name for path in (tmp_path / "public.releases").iterdir())
    assert left == [name, f"{name}.json", f"{name}.moves.json"]
