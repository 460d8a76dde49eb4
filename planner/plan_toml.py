"""``plan.toml``: options kept in a file of the current folder, each key an option of ``planner.options``.

gap = "0.1%"
time-limit = "10m"
without = ["consultation_delay"]

[solver-option]
mip_heuristic_effort = 0.2
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from planner.options import SETTINGS, Setting, Unusable, did_you_mean

FILE = "plan.toml"
FAULT = "plan_toml"
"""Code of the faults of that file."""


def read_settings(folder: Path) -> dict[str, Any]:
    """The settings of ``plan.toml`` in ``folder``, converted; empty where there is none.

    Raises ``models.faults.Faults`` naming every unknown key and every value that cannot be used.
    """
    path = folder / FILE
    if not path.is_file():
        return {}
    import tomllib

    text = path.read_text(encoding="utf-8-sig", errors="replace")
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        row = int(match[1]) if (match := re.search(r"line (\d+)", str(error))) else 1
        raise _faults([(row, "", 'TOML, such as gap = "0.1%"', str(error), "Mend that line.")]) from None
    return _converted(given, text)


def _converted(given: Mapping[str, Any], text: str) -> dict[str, Any]:
    settings: dict[str, Any] = {}
    wrong: list[tuple[int, str, str, str, str]] = []
    for key, value in given.items():
        name = key.replace("_", "-")
        setting = SETTINGS.get(name)
        if setting is None:
            remedy = did_you_mean(name, list(SETTINGS)) or "Known: " + ", ".join(SETTINGS) + "."
            wrong.append((_row(text, key), key, "an option", f'"{key}"', remedy))
            continue
        try:
            settings[name] = _value(setting, value)
        except Unusable as error:
            remedy = error.hint or "Change the value, or remove the line."
            wrong.append((_row(text, key), key, error.expected, repr(value), remedy))
    if wrong:
        raise _faults(wrong)
    return settings


def _value(setting: Setting, value: Any) -> Any:
    if not setting.many:
        return setting.parse(value)
    if isinstance(value, dict):
        value = [f"{key}={each}" for key, each in value.items()]
    return tuple(setting.parse(each) for each in (value if isinstance(value, list) else [value]))


def _row(text: str, key: str) -> int:
    """The line of plan.toml that sets ``key``, or opens its table."""
    pattern = re.compile(rf"""\s*(\[\s*)?["']?{re.escape(key)}["']?\s*[\]=.]""")
    return next((row for row, line in enumerate(text.splitlines(), start=1) if pattern.match(line)), 1)


def _faults(wrong: Sequence[tuple[int, str, str, str, str]]) -> Exception:
    from models.faults import Fault, Faults
    from models.records.base import Place

    return Faults(
        Fault(FAULT, expected, found, remedy, Place(FILE, row, column))
        for row, column, expected, found, remedy in wrong
    )
