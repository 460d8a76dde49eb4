"""A future that has come about: the instance without the courses that can no longer be taken.

Courses that have been ruled out are dropped with their facts, probabilities are those given what is known, and the
scenario that has happened is the trunk of what remains. Facts begin no earlier than their scenario is known, so they
may stay.
"""

from __future__ import annotations

from dataclasses import replace

from models.checks.spelling import suggestion
from models.instance import Instance
from models.plan import Bonus, Grant, Plan, Signing, Transfer, Work
from models.records import Record, Scenario
from planner.errors import InputError


def conditioned(instance: Instance, scenario: str, begin: int) -> Instance:
    """The instance once it is known, by the period ``begin``, that ``scenario`` has come about.

    Raises ``InputError`` where there is no such scenario, where it is not known by then, and where what remains
    cannot be written down as an instance.
    """
    names = [row.name for row in instance.scenarios]
    if scenario not in names:
        remedy = suggestion(scenario, names, "scenario") if names else "The future is certain here: leave it out."
        raise InputError(f'no scenario is called "{scenario}"', remedy)
    own = next(row for row in instance.scenarios if row.name == scenario)
    known = 0 if own.known is None else instance.calendar.period_of(own.known.first)
    if known > begin:
        when, later = instance.calendar.label(begin), instance.calendar.label(known)
        raise InputError(
            f'in {when} nobody knows yet whether "{scenario}" comes', f"Plan again from {later} on (--from)."
        )
    left = next(node.scenarios for node in instance.tree if node.period == begin and scenario in node.scenarios)
    total = sum(row.probability for row in instance.scenarios if row.name in left)
    found = Instance(
        _conditioned(record, scenario, total)
        for record in instance.records
        if _of(record) is None or _of(record) in left
    )
    _check_facts(instance, found, scenario, known)
    return found


def onto(plan: Plan, before: Instance, after: Instance) -> Plan:
    """The plan of ``before`` on what remains of its tree in ``after``; what it says of other courses is left out."""
    paths = {before.tree[leaf].scenarios[0]: before.tree.path(leaf) for leaf in before.tree.leaves}
    nodes: dict[int, int] = {}
    for leaf in after.tree.leaves:
        nodes |= dict(zip(paths[after.tree[leaf].scenarios[0]], after.tree.path(leaf), strict=True))

    def moved[Row: (Work, Grant, Signing, Transfer, Bonus)](rows: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple(replace(each, node=nodes[each.node]) for each in rows if each.node in nodes)

    return replace(
        plan,
        works=moved(plan.works),
        grants=moved(plan.grants),
        signings=moved(plan.signings),
        transfers=plan.transfers and moved(plan.transfers),
        bonuses=plan.bonuses and moved(plan.bonuses),
        fees=moved(plan.fees),
    )


def _of(record: Record) -> str | None:
    """The scenario a row is, or is about."""
    return record.name if isinstance(record, Scenario) else getattr(record, "scenario", None)


def _conditioned(record: Record, happened: str, total: float) -> Record:
    if not isinstance(record, Scenario):
        return record
    changes: dict[str, object] = {"probability": record.probability / total}
    if record.name == happened:
        changes |= {"branches_from": None, "known": None}
    return record.model_copy(update=changes)


def _check_facts(before: Instance, after: Instance, happened: str, known: int) -> None:
    """Facts must hold at the nodes where they held: those of the scenario itself, which may name the trunk only after
    its last branching, and those of a course it has branched off."""
    parents, name = set[str](), happened
    by_name = {row.name: row for row in before.scenarios}
    while (parent := by_name[name].branches_from) is not None:
        parents.add(parent)
        name = parent
    for record in before.records:
        named, begin = _of(record), getattr(record, "begin", None)
        if named is None or isinstance(record, Scenario):
            continue
        first = max(before.known(named), 0 if begin is None else before.calendar.period_of(begin.first))
        if (named == happened and first < after.known(happened)) or (named in parents and first < known):
            raise InputError(
                f'what is known once "{happened}" has come about cannot be written as an instance: the {record.word} '
                f'from {before.calendar.label(first)} on names "{named}" and holds before the last branching left',
                "Leave --happened out: the other courses then stay in the plan, with what was planned for them.",
            )
