"""Why an installation failed: one sentence from what pip said."""

from __future__ import annotations

import re

_OFFLINE = re.compile(
    r"NewConnectionError|NameResolutionError|name resolution|Network is unreachable|"
    r"Connection refused|ConnectTimeout|ReadTimeout|Read timed out|ProxyError|SSLError|"
    r"Max retries exceeded|RemoteDisconnected|Connection aborted",
)
_WANTED = re.compile(r"No matching distribution found for (?P<name>\S+)")
_HASHES = re.compile(
    r"DO NOT MATCH THE HASHES.*?^\s*(?P<name>[\w.-]+==\S+)", re.DOTALL | re.MULTILINE
)
_FULL = re.compile(r"No space left on device")
_ERROR = re.compile(r"^ERROR: (?P<text>.+)$", re.MULTILINE)


def explain_failure(said: str) -> str:
    """Return what went wrong and what to do about it."""
    if _FULL.search(said):
        return "The disk is full. Make room."
    wanted = _WANTED.search(said)
    name = wanted["name"] if wanted else "a package"
    if _OFFLINE.search(said):
        return (
            f"{name} could not be fetched: the package index did not answer. "
            "Check the network (behind a proxy: HTTPS_PROXY)."
        )
    mismatch = _HASHES.search(said)
    if mismatch:
        return (
            f"{mismatch['name']} is not the file that was locked. "
            "Do not install it by hand; find out who serves another one."
        )
    if wanted:
        return f"{name} could not be found for this Python. Try another one with PYTHON=…"
    errors = _ERROR.findall(said)
    return f"pip ended with: {errors[-1]}" if errors else "pip ended without a reason."
