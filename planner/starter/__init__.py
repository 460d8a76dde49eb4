"""What ``plan new`` writes: a commented starter as CSV or as a workbook, or a real case shipped with the planner.

starter_csv()                  # the text of a starter that solves
starter_workbook("plan.xlsx")  # the same as a workbook with drop-downs and notes
case_names(), case_text(name)  # the real cases
"""

from __future__ import annotations

from pathlib import Path

from planner.starter.cases import case_names, case_text

__all__ = ["case_names", "case_text", "starter_csv", "starter_workbook"]


def starter_csv() -> str:
    """A small invented conflict in the one-file form; its comments explain each part."""
    from importlib.resources import files

    return files(__name__).joinpath("instance.csv").read_text(encoding="utf-8")


def starter_workbook(path: str | Path, *, force: bool = False) -> None:
    """Write the starter as an .xlsx workbook: a sheet for each record, drop-downs, and a note on every heading.

    Raises ``FileExistsError`` where ``path`` exists and ``force`` is not given, other ``OSError`` where it cannot be
    written.
    """
    from planner.starter.workbook import workbook_bytes
    from planner.write.atomic import write_atomically

    write_atomically(path, workbook_bytes(), force=force)
