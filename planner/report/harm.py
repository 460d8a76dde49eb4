"""What might do harm: groups and their ceilings, force and coercion, sticks, promises; and what was vetoed for it."""

from __future__ import annotations

from collections.abc import Iterator

from models.instance import exact
from models.kinds import STICKS
from models.records import Activity, Conflict
from planner.outcome import Outcome
from planner.report.blocks import Block, Column, Grid, Items, Paragraph, Section, Value
from planner.report.found import Report
from planner.show.binding import when
from planner.show.letters import clean
from planner.show.marks import marked


def harm(report: Report) -> Section:
    outcome = report.outcome
    off = outcome.instance.switched_off | (outcome.plan.without if outcome.plan else frozenset())
    blocks: list[Block] = [
        Paragraph(
            "Do no harm is a veto: no gain buys it off, and it has no price. Harm to a group is what its row says, 0 "
            "to 3, added up over the work that runs at a time."
        )
    ]
    if "do_no_harm" in off:
        blocks.append(Paragraph("The rule do_no_harm was switched off: nothing limited harm in this plan.", "warning"))
    groups = list(_groups(outcome))
    if groups:
        most = () if outcome.hidden else (Column("most borne at a time", "number"), Column("ceiling reached"))
        columns = (
            Column("conflict", "name"),
            Column("group", "name"),
            Column("ceiling", "number"),
            *most,
            Column("from"),
        )
        blocks.append(Grid("Harm that groups bear", columns, tuple(groups)))
    else:
        blocks.append(Paragraph("No row names harm to a group. That nothing is named is not that there is none."))
    for title, items in _lists(outcome):
        blocks += [Paragraph(title), Items(tuple(items))]
    return Section("harm", "Harm", blocks)


def _groups(outcome: Outcome) -> Iterator[tuple[Value, ...]]:
    """Each group that some work may harm or that has a ceiling: its ceiling, and the most it bears, where told."""
    instance = outcome.instance
    for conflict in instance.conflicts:
        works = [each for each in instance.of_conflict(conflict.name) if each.harm]
        names = dict.fromkeys(
            [group for each in works for group, _ in each.harm] + [g for g, _ in conflict.harm_ceiling]
        )
        for group in names:
            harming = [each for each in works if group in dict(each.harm)]
            source = ", ".join(f"{marked(each)} {dict(each.harm)[group]:g}" for each in harming)
            ceiling = _ceiling(outcome, conflict, group)
            if outcome.hidden:
                yield clean(conflict.name), clean(group), ceiling, source
                continue
            borne = _borne(outcome, harming, group)
            most = max(borne.values(), default=0.0)
            reached = tuple(node for node, amount in borne.items() if amount >= ceiling)
            yield (
                clean(conflict.name),
                clean(group),
                ceiling,
                most,
                when(outcome, reached) if reached else "never",
                source,
            )


def _ceiling(outcome: Outcome, conflict: Conflict, group: str) -> float:
    given = dict(conflict.harm_ceiling)
    return given.get(group, float(outcome.instance.parameter("do_no_harm", "ceiling")))


def _borne(outcome: Outcome, harming: list[Activity], group: str) -> dict[int, float]:
    """Node -> harm from the work that runs there, exact until it is told."""
    assert outcome.plan is not None
    harms = {each.name: exact(dict(each.harm)[group]) for each in harming}
    found = dict.fromkeys((work.node for work in outcome.plan.works if work.activity in harms), exact(0.0))
    for work in outcome.plan.works:
        if work.activity in harms:
            found[work.node] += harms[work.activity]
    return {node: float(amount) for node, amount in found.items()}


def _lists(outcome: Outcome) -> Iterator[tuple[str, list[str]]]:
    """Headings with sentences below them; nothing of which there is none."""
    assert outcome.plan is not None
    running = {work.activity for work in outcome.plan.works}
    works = outcome.instance.activities

    def told(activity: Activity) -> str:
        return f"{marked(activity)}: {'in the plan' if activity.name in running else 'not in the plan'}."

    cost = float(outcome.instance.parameter("inducement", "stick_cost"))
    for title, chosen in (
        ("Vetoed, because it uses or arms force:", [each for each in works if each.force]),
        (
            f"Sticks and sanctions: each takes {cost:g} of social progress per quarter at full output, later:",
            [each for each in works if each.kind in STICKS],
        ),
        ("Official work that forces the parties; what it brings does not all last:", [w for w in works if w.coercive]),
        ("Work that raises expectations:", [each for each in works if each.expectations]),
    ):
        if chosen:
            yield title, [told(each) for each in chosen]
    if disappointed := list(_disappointed(outcome)):
        yield "Promised more than moves, which costs points:", disappointed


def _disappointed(outcome: Outcome) -> Iterator[str]:
    if outcome.audit is None or outcome.hidden:
        return
    for conflict in outcome.instance.conflicts:
        nodes = [
            node
            for (rule, subject, node), gap in outcome.audit.replay.short.items()
            if rule == "expectations" and subject == conflict.name and gap
        ]
        if nodes:
            yield f"{clean(conflict.name)}: {when(outcome, tuple(sorted(nodes)))}."
