"""The real cases: ``planner/cases`` in an installed planner, ``instances/cases`` in a checkout."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from planner.errors import InputError


def case_names() -> tuple[str, ...]:
    """Names of the cases, in alphabetical order."""
    return tuple(sorted(_found()))


def case_text(name: str) -> str:
    """The CSV of a case, as it stands. Raises :class:`InputError` for an unknown name, with the names there are."""
    from models.checks.spelling import fold, suggestion

    found = _found()
    by_fold = {fold(known).replace(" ", "-"): known for known in found}
    wanted = fold(name.removesuffix(".csv")).replace(" ", "-")
    if wanted not in by_fold:
        raise InputError(f'no case "{name}" comes with the planner', suggestion(name, case_names(), "case"))
    return found[by_fold[wanted]].read_text(encoding="utf-8")


def _found() -> dict[str, Traversable]:
    shipped = files("planner").joinpath("cases")
    folder = shipped if shipped.is_dir() else Path(__file__).parents[2] / "instances" / "cases"
    if not folder.is_dir():
        return {}
    return {each.name.removesuffix(".csv"): each for each in folder.iterdir() if each.name.endswith(".csv")}
