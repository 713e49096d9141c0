from __future__ import annotations

import ast
import runpy
import sys

import pytest

from tools.shared.paths import ROOT

GATES = ["tools/__init__.py", "tools/setup/__init__.py", "tools/setup/__main__.py"]


@pytest.mark.parametrize("name", GATES)
def test_an_old_python_can_read_the_set_up(name: str) -> None:
    tree = ast.parse((ROOT / name).read_text(), feature_version=(3, 6))

    imported = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert "__future__" not in imported


def test_an_old_python_says_what_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))
    monkeypatch.setattr(sys, "version", "3.9.18 (main)")
    monkeypatch.setattr(sys, "executable", "/usr/bin/python3")

    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(ROOT / "tools" / "setup" / "__main__.py"))

    assert ended.value.code == 2
    assert capsys.readouterr().err == (
        "python3: Python 3.11 or newer is needed, and this is 3.9.18 (/usr/bin/python3). "
        "Debian 12 and Ubuntu 24.04 have one: sudo apt-get install python3 python3-venv. "
        "If another is elsewhere, name it: make publish PYTHON=/path/to/python3.12\n"
    )
