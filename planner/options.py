"""Options that may come from ``plan.toml`` in the current folder, from ``PLAN_*`` variables, or from flags.

Later ones win: plan.toml, then PLAN_*, then flags. Each option is one row of ``SETTINGS``; the command line, the
variables (``PLAN_TIME_LIMIT``) and the keys of plan.toml (``time-limit``) are all made from it. Light on purpose: the
help of the command line imports this file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from planner.address import EXPECTED, is_address

Parse = Callable[[Any], Any]
"""Turns a text, or a value of plan.toml, into the option's value, or raises ``Unusable``."""


class Unusable(ValueError):
    """A value that an option cannot take: what was ``expected``, and perhaps a ``hint`` such as a likely word."""

    def __init__(self, expected: str, hint: str = "") -> None:
        super().__init__(expected)
        self.expected = expected
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Setting:
    """One option: its ``name`` as after ``--`` and in plan.toml, its ``meaning``, and how it is read.

    ``many`` options may be given several times and are lists (or, as KEY=VALUE, a table) in plan.toml.
    """

    name: str
    meaning: str
    parse: Parse
    metavar: str = ""
    many: bool = False
    flag: bool = False
    choices: tuple[str, ...] = ()

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return "PLAN_" + self.name.replace("-", "_").upper()


def share(given: Any) -> float:
    """``0.1%`` or ``0.001``, at least 0 and below 1."""
    text = str(given).strip()
    match = re.fullmatch(r"(\d+\.?\d*(?:e-?\d+)?|\.\d+)\s*(%?)", text, re.ASCII | re.IGNORECASE)
    value = float(match[1]) / (100 if match[2] else 1) if match and not isinstance(given, bool) else 1.0
    if value >= 1:
        raise Unusable("a share below 100 %, such as 0.1% or 0.001")
    return value


def duration(given: Any) -> float:
    """Seconds in ``300``, ``90s``, ``5m``, ``1.5h`` or ``1h30m``; more than 0."""
    text = str(given).strip().lower()
    match = re.fullmatch(r"(?:([\d.]+)h)?(?:([\d.]+)m)?(?:([\d.]+)s?)?", text, re.ASCII)
    try:
        parts = [float(part or 0) for part in match.groups()] if match and not isinstance(given, bool) else [0.0]
    except ValueError:
        parts = [0.0]
    seconds = sum(part * unit for part, unit in zip(parts, (3600, 60, 1), strict=False))
    if not 0 < seconds < 1e9:
        raise Unusable("a time such as 90s, 5m or 1.5h")
    return seconds


def whole(least: int) -> Parse:
    """A whole number, ``least`` or more."""

    def parse(given: Any) -> int:
        text = str(given).strip()
        if isinstance(given, bool) or not re.fullmatch(r"\d{1,9}", text, re.ASCII) or int(text) < least:
            raise Unusable(f"a whole number, {least} or more")
        return int(text)

    return parse


def one_of(*words: str) -> Parse:
    """One of ``words``; capitals do not matter."""

    def parse(given: Any) -> str:
        text = str(given).strip().lower()
        if text not in words:
            raise Unusable(", ".join(words[:-1]) + f" or {words[-1]}", did_you_mean(text, words))
        return text

    return parse


def pair(given: Any) -> tuple[str, str]:
    """``KEY=VALUE``."""
    key, equals, value = str(given).partition("=")
    if not equals or not key.strip():
        raise Unusable("KEY=VALUE, such as mip_heuristic_effort=0.2")
    return key.strip(), value.strip()


def word(given: Any) -> str:
    """A word, not empty."""
    text = str(given).strip()
    if not text or isinstance(given, bool | list | dict):
        raise Unusable("a word")
    return text


def address(given: Any) -> str:
    """Where a cluster is."""
    text = str(given).strip()
    if not is_address(text):
        raise Unusable(EXPECTED)
    return text


def yes(given: Any) -> bool:
    """true or false; as text also yes, no, on, off, 1, 0."""
    words = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}
    try:
        return words[str(given).strip().lower()]
    except KeyError:
        raise Unusable("true or false") from None


def rule(given: Any) -> str:
    """The word of a rule that can be switched off."""
    from models.rules import RULES

    text = str(given).strip().lower().replace("-", "_")
    names = [each.name for each in RULES]
    if text not in names:
        raise Unusable("a rule listed by plan rules", did_you_mean(text, names))
    return text


FORMATS = ("text", "json", "csv")
AUDIENCES = ("owner", "partners", "public")
OBJECTIVES = ("progress", "cost")
METHODS = ("auto", "whole", "decomposed")

SETTINGS: dict[str, Setting] = {
    setting.name: setting
    for setting in (
        Setting("quiet", "Print the result and errors, nothing else.", yes, flag=True),
        Setting("verbose", "Say more on standard error; show where an internal fault happened.", yes, flag=True),
        Setting("format", "Form of the result.", one_of(*FORMATS), choices=FORMATS),
        Setting("ascii", "Print ASCII characters only.", yes, flag=True),
        Setting("audience", "Leave out what this audience may not see.", one_of(*AUDIENCES), choices=AUDIENCES),
        Setting("without", "Switch a rule off; may be repeated.", rule, "RULE", many=True),
        Setting("objective", "Most progress, or least cost to the targets.", one_of(*OBJECTIVES), choices=OBJECTIVES),
        Setting("method", "Solve a portfolio whole, or conflict by conflict.", one_of(*METHODS), choices=METHODS),
        Setting("cluster", "Let a Dask cluster solve the parts: local, or an address.", address, "ADDRESS"),
        Setting("cluster-unencrypted", "Allow a cluster that is reached without encryption.", yes, flag=True),
        Setting("gap", "Stop once no plan can be better by more than this, as 0.1% or 0.001.", share, "SHARE"),
        Setting("time-limit", "Stop after this time, as 90s, 5m or 1.5h.", duration, "TIME"),
        Setting("nodes", "Stop after this many branch-and-bound nodes.", whole(1), "NUMBER"),
        Setting("threads", "Cores to use.", whole(1), "NUMBER"),
        Setting("seed", "Seed of the solver's random choices.", whole(0), "NUMBER"),
        Setting("solver", "Solver: highs, cbc, scip or another one that PuLP finds.", word, "NAME"),
        Setting("solver-option", "The solver's own option; may be repeated.", pair, "KEY=VALUE", many=True),
        Setting("reproducible", "Same input, same plan: one thread, a limit on nodes.", yes, flag=True),
    )
}


def did_you_mean(found: str, known: Sequence[str]) -> str:
    """``Did you mean "gap"?`` or nothing."""
    from difflib import get_close_matches

    close = get_close_matches(found, known, n=1)
    return f'Did you mean "{close[0]}"?' if close else ""


def misspelt(variables: Iterable[str]) -> list[str]:
    """A sentence for each variable that is likely meant for the planner but sets nothing, such as ``PLAN_GPA``."""
    from difflib import get_close_matches

    known = [setting.variable for setting in SETTINGS.values()]
    likely = {
        name: get_close_matches(name, known, n=1, cutoff=0.85)
        for name in sorted(variables)
        if name.startswith("PLAN_") and name not in known
    }
    return [f"{name} sets nothing. Did you mean {close[0]}?" for name, close in likely.items() if close]
