"""What commands that answer a question by many solves do alike: whom they answer, where to, and their exit code."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from planner.cli.manners import Manners, reading
from planner.errors import Exit

if TYPE_CHECKING:
    from models.instance import Instance
    from planner.solve import Status


class Document(Protocol):
    """An answer for programs: the module ``document`` of its package."""

    @property
    def COLUMNS(self) -> tuple[str, ...]:
        """Of the table."""

    def rows(self, found: Any, /) -> Sequence[Sequence[Any]]:
        """Of the table."""

    def content(self, found: Any, /) -> dict[str, Any]:
        """For JSON."""


def whole_instance(
    file: str, audience: Any, manners: Manners, *, rests: str, ask: str, undone: str = "nothing was solved"
) -> Instance:
    """The instance in a file, for an answer that cannot be reduced to what an audience may see.

    So it is told to those who may see everything; others are refused (``Unsafe``) with a sentence that begins with what
    ``rests`` on all work and with what to ``ask`` for instead. ``undone`` is what does not happen if it is faulty.
    """
    from planner.audience import Unsafe, hides
    from planner.cli.warnings import tell
    from planner.read import read

    reading(file, undone)
    instance, warnings = read(file)
    if hides(instance.records, audience):
        raise Unsafe(
            f"{rests}, and this instance keeps some of it from that audience; nothing was solved",
            f"{ask} the instance that they may have: plan convert INSTANCE shown.csv --audience {audience}",
        )
    tell(file, warnings, manners)
    return instance


def put_answer(
    kind: str, found: Any, document: Document, render: Callable[..., str], manners: Manners, *, planless: bool = False
) -> None:
    """Print an answer in the form asked for, or write it to ``--out``.

    ``kind`` names it in JSON; ``render`` makes its text for a page (see ``printing.sheet``). An answer that is
    ``planless`` is no result: its text goes to standard error.
    """
    import sys

    from planner.cli import table
    from planner.cli.printing import ON_A_PIPE, sheet
    from planner.cli.streams import say

    match manners.form:
        case "csv":
            table.put(table.Table(kind, document.COLUMNS, document.rows(found)), manners)
        case "json":
            table.put_text(table.document(kind, document.content(found), manners), manners)
        case "text" if planless:
            say(render(found, **sheet(manners, sys.stderr)).rstrip())
        case "text":
            page = sheet(manners, sys.stdout)
            if manners.out not in (None, "-"):
                page |= {"width": ON_A_PIPE, "colour": False, "ascii_only": manners.ascii}
            table.put_text(render(found, **page), manners)


def exit_code(
    needed: Collection[Status | None], others: Collection[Status | None] = (), *, planless: bool, complete: bool
) -> Exit:
    """How a command ends, by the endings of the searches ``needed`` for any answer and of the ``others``
    (None: a search that was not made)."""
    from planner.solve import Status

    if Status.REFUSED in (*needed, *others):
        return Exit.REFUSED
    if planless:
        return Exit.INFEASIBLE if set(needed) == {Status.INFEASIBLE} else Exit.NO_PLAN
    return Exit.OK if complete else Exit.LIMIT
