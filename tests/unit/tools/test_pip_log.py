from __future__ import annotations

import pytest

from tools.setup.pip_log import explain_failure

OFFLINE = """\
WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError('<…>: Failed
ERROR: Could not find a version that satisfies the requirement packaging==26.3 (from versions: none)
ERROR: No matching distribution found for packaging==26.3
"""
UNKNOWN_HERE = """\
ERROR: Could not find a version that satisfies the requirement lxml==6.1.3 (from versions: 4.0)
ERROR: No matching distribution found for lxml==6.1.3
"""
OTHER_FILE = """\
ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated …
    jinja2==3.1.6 from https://example.org/jinja2.whl (from -r locks/run.txt (line 1)):
        Expected sha256 0137
             Got        85ec
"""
NOT_BUILT = """\
  error: subprocess-exited-with-error
ERROR: Could not build wheels for feedgen, which is required to install projects
"""


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (
            OFFLINE,
            (
                "packaging==26.3 could not be fetched: the package index did not answer. "
                "Check the network (behind a proxy: HTTPS_PROXY)."
            ),
        ),
        (
            "pip._vendor.urllib3.exceptions.ReadTimeoutError: Read timed out.",
            (
                "a package could not be fetched: the package index did not answer. "
                "Check the network (behind a proxy: HTTPS_PROXY)."
            ),
        ),
        (
            UNKNOWN_HERE,
            "lxml==6.1.3 could not be found for this Python. Try another one with PYTHON=…",
        ),
        (
            OTHER_FILE,
            (
                "jinja2==3.1.6 is not the file that was locked. "
                "Do not install it by hand; find out who serves another one."
            ),
        ),
        (
            NOT_BUILT,
            (
                "pip ended with: Could not build wheels for feedgen, "
                "which is required to install projects"
            ),
        ),
        ("OSError: [Errno 28] No space left on device", "The disk is full. Make room."),
        ("Killed", "pip ended without a reason."),
    ],
)
def test_a_failed_installation_is_explained_in_a_sentence(said: str, sentence: str) -> None:
    assert explain_failure(said) == sentence
