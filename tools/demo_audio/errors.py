"""What can go wrong for the author, with the exit code it ends in."""


class DemoAudioError(Exception):
    """A failure that is told without a traceback."""

    exit_code = 1


class ScriptError(DemoAudioError):
    """Scripts that cannot be spoken as written; all of their problems in one message."""


class ProgramError(DemoAudioError):
    """A program that ran and failed."""


class MissingProgramError(DemoAudioError):
    """A program that this machine does not have."""

    exit_code = 2


class UnknownScriptError(DemoAudioError):
    """A stem that has no script."""

    exit_code = 2
