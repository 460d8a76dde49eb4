"""How every command ends: an exit code, and a message for people where something went wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import click

from planner.cli.streams import emit, hush, say
from planner.errors import Exit, InputError

REPORT_TO = "the project's issue tracker"


@dataclass
class Session:
    """What the end of a run must know of its start."""

    verbose: bool = False
    undone: str = "nothing was done"
    """What did not happen because of faults, in words: ``nothing was solved``."""
    source: str = ""
    """Name of the instance that was read."""
    format: str = "text"
    """Form of the result: programs that asked for JSON or CSV get the faults so, too."""


def ended(run: Callable[[], Any], session: Session) -> int:
    """Call ``run``; return its exit code, or that of the error it raised, which is told on standard error."""
    try:
        code = run()
        sys.stdout.flush()
        return int(code or 0)
    except click.exceptions.Exit as error:
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        say("Stopped.")
        return Exit.NO_PLAN
    except click.exceptions.NoArgsIsHelpError as error:
        say(error.format_message())
        return Exit.INPUT
    except click.UsageError as error:
        say(usage(error))
        return Exit.INPUT
    except click.ClickException as error:
        say(error.format_message())
        return Exit.INPUT
    except InputError as error:
        say(" ".join(filter(None, (_sentence(error), error.remedy))))
        return Exit.INPUT
    except BrokenPipeError:
        hush()
        return Exit.OK
    except Exception as error:
        return _other(error, session)


def usage(error: click.UsageError) -> str:
    """The message of a usage error, naming the variable or file where the value came from one."""
    message = _sentence(error.format_message())
    if type(error) is click.BadParameter and error.ctx and error.param:
        source = error.ctx.get_parameter_source(error.param.name or "")
        from_variable = source is click.core.ParameterSource.ENVIRONMENT
        name = error.param.envvar if from_variable else error.param.get_error_hint(error.ctx).strip("'")
        message = f"{name}: {_sentence(error.message)}"
    where = f"{error.ctx.command_path} --help" if error.ctx else "plan --help"
    return f"{message} See {where}."


def _other(error: Exception, session: Session) -> int:
    if (faults := sys.modules.get("models.faults")) and isinstance(error, faults.Faults):
        from planner.cli.faultlist import summary, table
        from planner.cli.manners import Manners

        if session.format != "text":
            emit(getattr(table(error.faults), session.format)(Manners()))
        say(summary(error.faults, session.undone, session.source))
        return Exit.INPUT
    if isinstance(error, OSError):
        place = "The output" if error.filename is None else os.fsdecode(error.filename)
        say(f"{place}: {(error.strerror or 'it cannot be used').lower()}.")
        return Exit.INPUT
    return internal(error, session)


def internal(error: Exception, session: Session) -> int:
    """Tell of a mistake of the program.

    The line to report quotes nothing of the instance, which the messages of errors may do; ``-v`` shows everything.
    """
    import traceback

    if session.verbose:
        say("".join(traceback.format_exception(error)) + str(getattr(error, "details", "")))
        say("The lines above may quote your instance: read them before you share them.")
    say(f"Internal fault: {_report(error)}. This is a mistake of the program, not of yours.")
    more = "" if session.verbose else "; -v shows where it happened"
    say(f"Please report that line to {REPORT_TO}{more}.")
    return Exit.INTERNAL


def _report(error: Exception) -> str:
    """What happened where, and in which version."""
    import platform
    import traceback
    from importlib.metadata import version

    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else ""
    planner = version("multitrack-planner")
    return f"{type(error).__name__}{place}, planner {planner}, Python {platform.python_version()}, {platform.system()}"


def _sentence(error: object) -> str:
    text = str(error)
    return text if text.endswith((".", "?", "!")) else text + "."
