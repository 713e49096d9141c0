from __future__ import annotations

import errno
from collections.abc import Sequence

import pytest

from tools.shared.command import Parser, run_command
from tools.shared.errors import ContentError, RefusedError, ToolError


@pytest.mark.parametrize(
    ("error", "exit_code", "said"),
    [
        (ContentError("posts/a.md: no title."), 1, "posts/a.md: no title.\n"),
        (ToolError("PORT=80: taken."), 2, "PORT=80: taken.\n"),
        (RefusedError("public: a folder."), 3, "public: a folder.\n"),
        (KeyboardInterrupt(), 130, "Stopped.\n"),
        (OSError(errno.ENOSPC, "No space left", "/x"), 2, "/x: No space left.\n"),
        (PermissionError(errno.EACCES, "Permission denied", "/x"), 2, "/x: Permission denied.\n"),
    ],
)
def test_what_may_go_wrong_ends_in_a_sentence_and_an_exit_code(
    capsys: pytest.CaptureFixture[str], error: BaseException, exit_code: int, said: str
) -> None:
    def fail(_arguments: Sequence[str]) -> int:
        raise error

    assert run_command(fail, ()) == exit_code
    assert capsys.readouterr().err == said


def test_our_own_mistakes_show_themselves() -> None:
    def fail(_arguments: Sequence[str]) -> int:
        raise FileNotFoundError(errno.ENOENT, "No such file", "/x")

    with pytest.raises(FileNotFoundError):
        run_command(fail, ())


def test_a_wrong_flag_is_told_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        Parser("publish", "").parse_args(["--colour"])

    assert ended.value.code == 2
    assert capsys.readouterr().err == (
        "unrecognized arguments: --colour. python -m tools.publish --help lists all flags.\n"
    )
