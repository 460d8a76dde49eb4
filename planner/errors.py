"""How a run of the planner ends, and the errors that end it early.

    Exit            the exit codes, with what each one means
    InputError          a file, a value or a request that cannot be used (INPUT)
    ├── AlreadyThere    the file to write exists, and --force was not given
    └── Unsafe          an output that cannot be made safe for its audience (``planner.audience``)

``models.faults.Faults``, raised for a faulty instance or plan file, ends with INPUT as well. How a search ended is no
error but the status of its result. Anything else is an internal fault (INTERNAL).
"""

from __future__ import annotations

from enum import IntEnum


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


class InputError(Exception):
    """A file, a value or a request that cannot be used, in words for people.

    ``remedy`` says what to do about it, where there is something to do.
    """

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.remedy = remedy


class AlreadyThere(InputError):
    """The file to write exists already."""

    def __init__(self, target: object) -> None:
        super().__init__(f"{target} exists already; it was left as it is", "Add --force to replace it.")
