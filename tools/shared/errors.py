"""Expected failures of a command, each with the exit code it ends in."""

from __future__ import annotations

from plugins.shared.problems import SiteError


class ToolError(SiteError):
    """The command was used wrongly, or the machine lacks something."""

    exit_code = 2


class ContentError(ToolError):
    """The content has problems; the build has told them already or the message does."""

    exit_code = 1


class RefusedError(ToolError):
    """A folder is not ours to write to."""

    exit_code = 3


class HarmError(ToolError):
    """Listeners would be harmed, and the author has not said that this is meant."""

    exit_code = 3
