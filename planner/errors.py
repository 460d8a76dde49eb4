"""How a run of the planner ends, and the errors that end it early.

    Exit            the exit codes, with what each one means
    PlannerError    anything a user can put right or should know; ends with INPUT unless it says otherwise
    ├── InputError      a file, a value or a request that cannot be used (INPUT)
    │   └── AlreadyThere    the file to write exists, and --force was not given (INPUT)
    ├── NoPlan          a limit or the user ended the search before a plan was found (NO_PLAN)
    ├── Infeasible      it is proven that no plan meets every requirement (INFEASIBLE)
    └── Refused         the audit found that a plan breaks a rule (REFUSED)

``models.faults.Faults``, raised for a faulty instance, ends with INPUT. Anything else is an internal fault (INTERNAL).
"""

from __future__ import annotations

from enum import IntEnum
from typing import ClassVar


class Exit(IntEnum):
    """Exit codes of every command; the same everywhere."""

    OK = 0
    INTERNAL = 1
    INPUT = 2
    INFEASIBLE = 3
    LIMIT = 4
    NO_PLAN = 5
    REFUSED = 6


EXIT_MEANING: dict[Exit, str] = {
    Exit.OK: "done; for solve: a plan within the gap asked for",
    Exit.INTERNAL: "internal fault: please report it",
    Exit.INPUT: "bad input or usage",
    Exit.INFEASIBLE: "proven: no plan meets every requirement",
    Exit.LIMIT: "stopped by a limit or Ctrl-C, with a plan",
    Exit.NO_PLAN: "stopped by a limit or Ctrl-C, without a plan",
    Exit.REFUSED: "the audit refused the plan",
}


class PlannerError(Exception):
    """An error with a message for people and, where there is one, the ``remedy``: what to do about it."""

    exit: ClassVar[Exit] = Exit.INPUT

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.remedy = remedy


class InputError(PlannerError):
    """A file, a value or a request that cannot be used."""


class AlreadyThere(InputError):
    """The file to write exists already."""

    def __init__(self, target: object) -> None:
        super().__init__(f"{target} exists already; it was left as it is", "Add --force to replace it.")


class Infeasible(PlannerError):
    """It is proven that no plan meets every requirement."""

    exit: ClassVar[Exit] = Exit.INFEASIBLE


class NoPlan(PlannerError):
    """The search ended before a plan was found."""

    exit: ClassVar[Exit] = Exit.NO_PLAN


class Refused(PlannerError):
    """The audit found that a plan breaks a rule."""

    exit: ClassVar[Exit] = Exit.REFUSED
