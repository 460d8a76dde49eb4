"""Warnings about an instance that is going to be solved all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.manners import Manners

if TYPE_CHECKING:
    from models.faults import Fault


def tell(file: str, warnings: tuple[Fault, ...], manners: Manners) -> None:
    """A short word about warnings; all of them only where more was asked for."""
    if not warnings or manners.quiet:
        return
    from planner.cli.faultlist import count, summary

    if manners.verbose or len(warnings) <= 3:
        manners.note(summary(warnings, ""))
    else:
        manners.note(f"{file} has {count(len(warnings), 'warning')}: plan check {file}")
