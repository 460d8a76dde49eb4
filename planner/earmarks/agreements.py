"""Grants of one tranche to one work whose answer is the same, told as one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from models.instance import Instance
from planner.earmarks.gains import Earmarks
from planner.earmarks.payers import Choice, Payer


@dataclass(frozen=True, slots=True)
class Agreement:
    """``amount`` of all its payments, in currency units; ``span`` names the first and last period of them."""

    funder: str
    activity: str
    amount: int
    span: str
    choice: Choice
    others: tuple[str, ...]
    unsure: tuple[str, ...]


def agreements(found: Earmarks) -> list[Agreement]:
    """Of all payments of a plan, in the order of funders, then of first payments."""
    return agreed(found.instance, found.payers)


def agreed(instance: Instance, payers: Iterable[Payer]) -> list[Agreement]:
    """The same of some payments."""
    groups: dict[tuple[str, str, Choice, tuple[str, ...], tuple[str, ...]], list[Payer]] = {}
    for each in payers:
        key = (each.grant.funder, each.grant.activity, each.choice, each.others, each.unsure)
        groups.setdefault(key, []).append(each)
    ranks = {funder.name: rank for rank, funder in enumerate(instance.funders)}
    return [
        Agreement(
            funder, activity, sum(each.grant.amount for each in group), _span(instance, group), choice, others, unsure
        )
        for (funder, activity, choice, others, unsure), group in sorted(
            groups.items(), key=lambda item: ranks[item[0][0]]
        )
    ]


def _span(instance: Instance, group: list[Payer]) -> str:
    labels = [instance.label(node) for node in dict.fromkeys(each.grant.node for each in group)]
    number = len(labels)
    return labels[0] if number == 1 else f"{number} payments {labels[0]} to {labels[-1]}"
