"""Plans that differ from others by so many activities: in whether they run, when they begin, or who pays for them.

Distance is counted in activities, each at most once, so that a work begun a quarter later is one difference and not two
cells of a table. An activity is *otherwise* than in another plan in one of these respects:

    activities   it runs, at any time in any future, in one of the two plans only
    starts       it begins at other nodes (work that was running before the horizon and goes on begins at the root)
    payers       it is paid for in both, and at least half of its money comes from donors who pay nothing for it there

Tranches of one donor are one payer. Half of the money, so that a token payment makes no other payer.

    otherwise[a] <= Σ differing runs (or starts) of a + paid[a]      Σ_a otherwise[a] >= number      (each in [0, 1])

Runs and starts are whole, so ``otherwise`` needs no binaries and no big numbers: ``runs[a] <= 1 - on[a,n]`` where the
other plan runs it, ``<= Σ on[a,n]`` where it does not. Payers need one binary each: 2 Σ other grants >= cost - most *
(1 - paid[a]), with ``most`` the greatest cost there can be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pulp import LpVariable

from models.instance import Instance
from models.model import Model, total
from models.payers import Ledger
from models.plan import Plan
from models.rule import Linear, Row
from models.whatif import Condition

type Respect = Literal["activities", "starts", "payers"]
"""In what an activity may be otherwise."""
RESPECTS: tuple[Respect, ...] = ("activities", "starts", "payers")


@dataclass(frozen=True)
class AtLeastDifferent(Condition):
    """At least ``number`` activities (of ``among``, where given) are otherwise than in each of ``plans``, in one of the
    respects ``by``."""

    plans: tuple[Plan, ...]
    number: int
    by: tuple[Respect, ...] = ("activities",)
    among: frozenset[str] | None = None

    def rows(self, model: Model) -> Iterator[Row]:
        for k, plan in enumerate(self.plans):
            counted: list[LpVariable] = []
            for i, name in enumerate(self._names(model.instance)):
                parts: list[Linear] = []
                for made, rows in self._respects(model, plan, name):
                    parts.append(made)
                    yield from ((f"{word}_p{k}_a{i}", row) for word, row in rows)
                counted.append(model.ask())
                yield f"otherwise_p{k}_a{i}", counted[-1] <= total(parts)
            yield f"different_p{k}", total(counted) >= self.number

    def paying(self, ledger: Ledger) -> Iterator[Row]:
        if "payers" not in self.by:
            return
        runs = tuple(each for each in self.by if each != "payers")
        for k, plan in enumerate(self.plans):
            settled = different(ledger.instance, ledger.plan, plan, runs, self.among) if runs else set()
            paid: list[Linear] = []
            for i, name in enumerate(self._names(ledger.instance)):
                if name not in settled:
                    made, rows = _paid_by_others(ledger, plan, name)
                    paid.append(made)
                    yield from ((f"{word}_p{k}_a{i}", row) for word, row in rows)
            if len(settled) < self.number:
                yield f"different_p{k}", total(paid) >= self.number - len(settled)

    def met(self, instance: Instance, plan: Plan) -> bool:
        return all(len(different(instance, plan, other, self.by, self.among)) >= self.number for other in self.plans)

    def _names(self, instance: Instance) -> list[str]:
        return [each.name for each in instance.activities if self.among is None or each.name in self.among]

    def _respects(self, model: Model, plan: Plan, name: str) -> Iterator[tuple[Linear, list[Row]]]:
        """What is above 0 only where the activity is otherwise, with the rows that make it so."""
        # What runs in one of two plans only begins at other nodes, too.
        if "starts" in self.by:
            yield _begun(model, plan, name), []
        elif "activities" in self.by:
            yield _runs(model, plan, name)
        if "payers" in self.by:
            yield _paid_by_others(model, plan, name)


def different(
    instance: Instance, plan: Plan, other: Plan, by: tuple[Respect, ...], among: frozenset[str] | None = None
) -> set[str]:
    """Activities (of ``among``, where given) that are otherwise in ``plan`` than in ``other``."""
    found: set[str] = set()
    if "activities" in by:
        found |= used(plan) ^ used(other)
    if "starts" in by:
        found |= {name for name, _ in begins(instance, plan) ^ begins(instance, other)}
    if "payers" in by:
        now, then = givers(instance, plan), givers(instance, other)
        found |= {name for name in now.keys() & then.keys() if _mostly_others(now[name], then[name])}
    return found if among is None else found & among


def used(plan: Plan) -> set[str]:
    """Activities that run at any time."""
    return {work.activity for work in plan.works}


def begins(instance: Instance, plan: Plan) -> set[tuple[str, int]]:
    """Where activities begin: their starts, and the root where work that was running goes on."""
    roots = {node.index for node in instance.tree if node.parent is None}
    return {(work.activity, work.node) for work in plan.works if work.start or work.node in roots}


def givers(instance: Instance, plan: Plan) -> dict[str, Counter[str]]:
    """What each donor pays for each activity that is paid for, in currency units over all nodes."""
    names = {funder.name: funder.giver for funder in instance.funders}
    found: dict[str, Counter[str]] = {}
    for grant in plan.grants:
        found.setdefault(grant.activity, Counter())[names[grant.funder]] += grant.amount
    return found


def _mostly_others(now: Counter[str], then: Counter[str]) -> bool:
    return 2 * sum(amount for giver, amount in now.items() if giver not in then) >= now.total()


def _runs(model: Model, plan: Plan, name: str) -> tuple[Linear, list[Row]]:
    """Whether the activity runs in one of the two plans only."""
    on = {n: column for (activity, n), column in model.columns.on.items() if activity == name}
    if name not in used(plan):
        return total(on.values()), []
    column = model.ask()
    return column, [(f"runs_n{n}", column + each <= 1) for n, each in on.items()]


def _begun(model: Model, plan: Plan, name: str) -> Linear:
    """Number of nodes at which the activity begins in one of the two plans only."""
    columns: dict[tuple[str, int], LpVariable] = {
        k: column for k, column in model.columns.start.items() if k[0] == name
    }
    for node in model.instance.tree:
        if node.parent is None and (name, node.index) in model.columns.on:
            columns[name, node.index] = model.columns.on[name, node.index]
    had = {key for key in begins(model.instance, plan) if key[0] == name}
    gone = len(had - columns.keys())
    return total(1 - column if key in had else 1 * column for key, column in columns.items()) + gone


def _paid_by_others(model: Model, plan: Plan, name: str) -> tuple[Linear, list[Row]]:
    """Whether at least half of the money comes from those who pay nothing in the other plan; not where nobody does."""
    before = givers(model.instance, plan).get(name)
    names = {funder.name: funder.giver for funder in model.instance.funders}
    grants = model.columns.grant.items()
    others = [column for (f, a, _), column in grants if a == name and before and names[f] not in before]
    if not before or not others:
        return total(()), []
    activity = model.instance.activity(name)
    nodes = range(len(model.instance.tree))
    setup, (_, greatest) = model.instance.setup(activity), model.instance.spending(activity)
    most = sum(
        model.money(greatest + (setup if (name, n) in model.columns.start else 0))
        for n in nodes
        if (name, n) in model.columns.on
    )
    cost = total(model.cost(activity, n) for n in nodes)
    if isinstance(model, Ledger):
        most = cost.constant
    paid, given = model.ask(whole=True), total(others)
    return paid, [
        ("paid_half", 2 * given >= cost - most * (1 - paid)),
        ("paid_any", given >= model.money(1) * paid),
    ]
