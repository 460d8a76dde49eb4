"""``rule`` records: words of the rule book, parameters of the table of assumptions, values in their range."""

from __future__ import annotations

from collections.abc import Iterator

from models.assumptions import ASSUMPTIONS, DEFAULTS
from models.checks.draft import Draft
from models.checks.finding import Finding, at, number, where
from models.checks.spelling import suggestion
from models.records import RuleSetting
from models.words import RULE_NAMES

_SWITCHES = ("off", "on")


def rules(draft: Draft) -> Iterator[Finding]:
    switched: dict[str, RuleSetting] = {}
    for row in draft.of(RuleSetting):
        if row.name not in (*RULE_NAMES, "core"):
            continue  # an unknown name, a fault of its own
        if row.kind not in _SWITCHES:
            yield from _parameter(row)
            continue
        if row.name == "core":
            yield at(row, "kind", "core_switch", expected="a parameter of the core", found=row.kind)
        if row.amount is not None:
            yield at(
                row,
                "amount",
                "switch_with_value",
                expected=f"a blank, since the row switches the rule {row.kind}",
                found=number(row.amount),
            )
        before = switched.setdefault(row.name, row)
        if before.kind != row.kind:
            yield at(
                row, "kind", "on_and_off", expected=f"{before.kind}, as in {where(before)}, or no row", found=row.kind
            )


def _parameter(row: RuleSetting) -> Iterator[Finding]:
    assumption = DEFAULTS.get((row.name, row.kind))
    if assumption is None:
        own = tuple(other.parameter for other in ASSUMPTIONS if other.rule == row.name)
        yield at(
            row,
            "kind",
            "unknown_parameter",
            expected=f"off, on{', ' if own else ''}{', '.join(own)}",
            found=f'"{row.kind}"',
            remedy=suggestion(row.kind, (*_SWITCHES, *own), "parameter"),
        )
    elif row.amount is None:
        yield at(row, "amount", "no_value", expected=f"a value for {row.kind} ({assumption.unit})", found="a blank")
    elif not assumption.low <= row.amount <= assumption.high:
        yield at(
            row,
            "amount",
            "value_out_of_range",
            expected=f"{row.kind} from {number(assumption.low)} to {number(assumption.high)} ({assumption.unit})",
            found=number(row.amount),
        )
