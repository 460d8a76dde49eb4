"""The rows of a plan file, the same in every kind of file: what each says, under which headings."""

from __future__ import annotations

from collections.abc import Iterator

from planner.identity import identity
from planner.outcome import FORMAT, Outcome

type Value = str | int | float | bool | None

SHEETS: dict[str, tuple[str, ...]] = {
    "plan": ("name", "value"),
    "work": ("activity", "period", "spend", "setup", "output", "start"),
    "grant": ("funder", "activity", "period", "amount"),
    "fee": ("funder", "activity", "period", "amount"),
    "signing": ("milestone", "period"),
    "transfer": ("conflict", "link", "period", "amount"),
    "bonus": ("link", "period", "level"),
}
"""Record word -> its columns. ``period`` is a node's label: ``2008-Q3``, or ``2008-Q3/rupture`` on a branch."""

HEADINGS: tuple[str, ...] = (
    "record", "name", "value", "activity", "period", "spend", "setup", "output", "start",
    "funder", "amount", "milestone", "conflict", "link", "level",
)  # fmt: skip
"""Headings of the one-file form."""

TITLES: dict[str, str] = {
    "plan": "summary",
    "work": "works",
    "grant": "ledger",
    "fee": "fees",
    "signing": "signings",
    "transfer": "transfers",
    "bonus": "bonuses",
}
"""Record word -> its sheet in a workbook, its file in a folder, its list in JSON."""

DERIVED: tuple[str, ...] = ("timeline", "by_year", "progress", "binds", "assumptions", "unverified")
"""Sheets and files that follow from the plan; written for people, and left alone in reading."""

STATED, AS_ALLOWED = "stated", "as the rules allow"
"""Whether a plan states its transfers and bonuses, or takes as much as the rules allow."""


def rows(outcome: Outcome) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """Every row of the plan file, as (record word, values in the order of its columns)."""
    for name, value in summary(outcome).items():
        yield "plan", (name, value)
    plan = outcome.plan
    if plan is None:
        return
    label = outcome.instance.label
    for work in plan.works:
        yield "work", (work.activity, label(work.node), work.spend, work.setup, work.output, work.start)
    for grant in plan.grants:
        yield "grant", (grant.funder, grant.activity, label(grant.node), grant.amount)
    for fee in plan.fees:
        yield "fee", (fee.funder, fee.activity, label(fee.node), fee.amount)
    for signing in plan.signings:
        yield "signing", (signing.milestone, label(signing.node))
    for transfer in plan.transfers or ():
        yield "transfer", (transfer.conflict, transfer.link, label(transfer.node), transfer.amount)
    for bonus in plan.bonuses or ():
        yield "bonus", (bonus.link, label(bonus.node), bonus.level)


def summary(outcome: Outcome) -> dict[str, Value]:
    """How the plan came about, by name; what is unknown or withheld is not in it."""
    plan = outcome.plan
    withheld = {
        "records": outcome.hidden,
        "payers": outcome.payers_hidden,
        "scenarios": outcome.scenarios_hidden,
    }
    found: dict[str, Value] = {
        "format": FORMAT,
        "title": outcome.instance.horizon.name,
        "instance": identity(outcome.instance),
        "audience": outcome.audience,
        "withheld": "|".join(name for name, hidden in withheld.items() if hidden),
        "status": outcome.status,
        "objective": outcome.objective,
        "audit": None if outcome.passed is None else "passed" if outcome.passed else "refused",
        "score": outcome.score,
        "cost": outcome.cost,
        "bound": outcome.bound,
        "gap": outcome.gap,
        "solver": outcome.solver,
        "seconds": outcome.seconds,
        "without": "|".join(sorted(plan.without)) if plan else "",
        "transfers": None if plan is None else AS_ALLOWED if plan.transfers is None else STATED,
        "bonuses": None if plan is None else AS_ALLOWED if plan.bonuses is None else STATED,
        **{f"option {name}": value for name, value in outcome.options.items()},
        **{f"version {name}": value for name, value in outcome.versions.items()},
    }
    return {name: value for name, value in found.items() if value is not None and value != ""}
