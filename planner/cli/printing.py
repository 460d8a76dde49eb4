"""What a command says about a plan: on standard output the plan, on standard error how it came about."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, TextIO

from planner.cli.manners import Manners
from planner.cli.streams import emit, say, unicode_output
from planner.errors import Exit

if TYPE_CHECKING:
    from models.audit import Audit
    from planner.planfile import Outcome
    from planner.solve import Result

ON_A_PIPE = 100
"""Columns of text that goes to a pipe or a file."""
SHOWN_VIOLATIONS = 20


@dataclass(frozen=True, slots=True)
class Printing:
    """How to print plans for an ``audience``."""

    audience: Any
    manners: Manners

    def plan(self, outcome: Outcome | Result) -> None:
        """Print a plan in the form asked for."""
        emit(self.text(outcome) if self.manners.format == "text" else self.document(outcome))

    def text(self, outcome: Outcome | Result, *, on_stderr: bool = False) -> str:
        from planner.show import render

        page = sheet(self.manners, sys.stderr if on_stderr else sys.stdout)
        return render(outcome, audience=self.audience, verbose=self.manners.verbose, **page)

    def document(self, outcome: Outcome | Result) -> str:
        """The plan file that --out would write, as JSON or CSV."""
        from planner.planfile import document

        return document(outcome, "csv" if self.manners.format == "csv" else "json", audience=self.audience)


def sheet(manners: Manners, stream: TextIO) -> dict[str, Any]:
    """How wide, in which letters and colours a page is printed on a stream: the keywords that renderers share."""
    terminal = stream.isatty()
    return {
        "width": get_terminal_size((ON_A_PIPE, 24)).columns if terminal else ON_A_PIPE,
        "ascii_only": manners.ascii or not unicode_output(),
        "colour": terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb",
    }


def announce(result: Result, printing: Printing) -> Exit:
    """Print the result of a solve and say on standard error what else there is to know; return the exit code."""
    from planner.solve import Status

    manners = printing.manners
    if result.plan is not None:
        printing.plan(result)
        return Exit.OK if result.status is Status.SOLVED else Exit.LIMIT
    if manners.format == "json":
        emit(printing.document(result))
    say(printing.text(result, on_stderr=True).rstrip())
    if result.status is Status.REFUSED:
        assert result.audit is not None
        if printing.audience == "owner":
            say(violations(result.audit))
        say("This is a mistake of the program: please report it. The plan was neither shown nor saved.")
        return Exit.REFUSED
    return Exit.INFEASIBLE if result.status is Status.INFEASIBLE else Exit.NO_PLAN


def violations(audit: Audit) -> str:
    """The violations of an audit, a line each; many are cut short."""
    lines = [f"  {violation}." for violation in audit.violations]
    if len(lines) > SHOWN_VIOLATIONS:
        lines[SHOWN_VIOLATIONS:] = [f"  and {len(lines) - SHOWN_VIOLATIONS} more; --format json lists all"]
    return "\n".join(lines)
