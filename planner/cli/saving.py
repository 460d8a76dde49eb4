"""Where a plan shall be saved, looked at before a search that may take minutes."""

from __future__ import annotations

from pathlib import Path

from planner.errors import AlreadyThere, InputError

PLANS = (".csv", ".json", ".xlsx", "")
"""Endings of plan files; none means a folder."""
INSTANCES = (".csv", ".xlsx", "")
ANSWERS = (".csv", ".json", ".txt", ".md")
MODELS = (".mps", ".lp", ".mps.gz", ".lp.gz")


def check_target(target: str | None, force: bool, endings: tuple[str, ...] = PLANS) -> Path | None:
    """The path to write to, None for standard output. Raises ``InputError`` where it will not do."""
    if target in (None, "-"):
        return None
    path = Path(str(target))
    ending = "".join(path.suffixes[-2:]) if path.suffix == ".gz" else path.suffix
    if ending.lower() not in endings:
        known = ", ".join(each or "no ending, for a folder" for each in endings)
        raise InputError(f"{target} cannot be written: expected a name with one of the endings {known}")
    if not path.parent.is_dir():
        raise InputError(f"{target} cannot be written: there is no folder {path.parent}", "Make it first.")
    if path.exists() and not force:
        raise AlreadyThere(path)
    return path
