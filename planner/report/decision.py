"""The first page: what to decide now, what it is expected to buy, and how good the plan is."""

from __future__ import annotations

from collections.abc import Iterator

from planner.outcome import Outcome
from planner.report.blocks import Block, Column, Grid, Paragraph, Section
from planner.report.found import Report
from planner.show import sentences
from planner.show.courses import span
from planner.show.letters import clean, joined, money
from planner.show.marks import marked
from planner.show.progress import MEANING, MEASURES, levels
from planner.show.stages import Stage, stages


def decision(report: Report) -> Section:
    outcome = report.outcome
    blocks: list[Block] = [Paragraph(sentences.proof(outcome), "lead")]
    if outcome.plan is not None:
        first, *later = stages(outcome)
        blocks = [*_first(outcome, first), Paragraph(_proof(outcome), "lead"), *_buys(outcome, first)]
        blocks += _next(outcome, later)
    blocks += [Paragraph(text) for text in (*outcome.clash, *outcome.messages)]
    return Section("decision", "What to decide now", blocks)


def _proof(outcome: Outcome) -> str:
    return " ".join(filter(None, (sentences.proof(outcome), sentences.checked(outcome))))


def _first(outcome: Outcome, stage: Stage) -> Iterator[Block]:
    """What to fund in the first stage, and who pays how much of it."""
    currency = outcome.instance.horizon.currency or "currency units"
    when = span(outcome.instance, stage.nodes)
    if not stage.works:
        yield Paragraph(f"Fund nothing yet: in the first stage, {when}, no work runs.", "lead")
        return
    amount = f"{money(stage.cost)} {currency}"
    works = f"{len(stage.works)} work{'' if len(stage.works) == 1 else 's'}"
    yield Paragraph(f"Fund {works} in stage 1, {when}, with {amount}.", "lead")
    levels_known = any(work.output is not None for work in stage.works)
    columns = [
        Column("track"),
        Column("work", "name"),
        Column("runs"),
        Column("cost", "money"),
        Column("paid by"),
    ]
    if levels_known:
        columns.insert(3, Column("of full output", "share"))
    rows = []
    for work in stage.works:
        row: list[str | int | float | None] = [work.track, work.name, work.when, work.cost, work.payers]
        if levels_known:
            row.insert(3, work.output)
        rows.append(tuple(row))
    total: list[str | int | float | None] = ["", "total", "", stage.cost, ""]
    if levels_known:
        total.insert(3, None)
    yield Grid("What to fund in stage 1", tuple(columns), (*rows, tuple(total)), sums=1)
    yield from _payers(outcome, stage)


def _payers(outcome: Outcome, stage: Stage) -> Iterator[Block]:
    assert outcome.plan is not None
    inside = set(stage.nodes)
    paid: dict[str, int] = {}
    for each in outcome.plan.payments:
        if each.node in inside:
            paid[each.funder] = paid.get(each.funder, 0) + each.amount
    rows = [(marked(funder), paid[funder.name]) for funder in outcome.instance.funders if funder.name in paid]
    if rows:
        total = ("total shown" if outcome.hidden else "total", sum(paid.values()))
        yield Grid("Who pays in stage 1", (Column("funder", "name"), Column("pays", "money")), (*rows, total), sums=1)


def _buys(outcome: Outcome, stage: Stage) -> Iterator[Block]:
    """Progress before, at the end of the first stage, and expected at the end of the horizon."""
    if value := sentences.value(outcome):
        yield Paragraph(f"{value} {sentences.NO_FORECAST}")
    for text in sentences.withheld(outcome):
        yield Paragraph(text)
    tree = outcome.instance.tree
    found = {(each.conflict, each.measure, each.node): float(each.value) for each in levels(outcome)}
    rows: list[tuple[str | int | float | None, ...]] = []
    for conflict in outcome.instance.conflicts:
        for measure in MEASURES:
            if (conflict.name, measure, 0) not in found or measure == "ideas":
                continue
            before = getattr(conflict, "political" if measure == "durable" else measure)
            end = sum(float(tree[n].probability) * found[conflict.name, measure, n] for n in tree.leaves)
            rows.append(
                (clean(conflict.name), MEANING[measure], before, found[conflict.name, measure, stage.nodes[-1]], end)
            )
    if rows:
        labels = outcome.instance.calendar
        expected = "expected at the end" if len(tree.leaves) > 1 else "at the end"
        yield Grid(
            "What the plan is expected to buy under the assumptions: progress, at most 1",
            (
                Column("conflict", "name"),
                Column("progress"),
                Column("before", "number"),
                Column(f"after stage 1 ({labels.label(tree[stage.nodes[-1]].period)})", "number"),
                Column(f"{expected} ({labels.label(labels.number - 1)})", "number"),
            ),
            tuple(rows),
        )


def _next(outcome: Outcome, later: list[Stage]) -> Iterator[Block]:
    """When the next decision is due; all that can come next where the future divides."""
    if not later:
        yield Paragraph("There is no later decision: stage 1 is the whole plan.")
        return
    first = later[0]
    period = outcome.instance.tree[first.nodes[0]].period
    begins = outcome.instance.calendar.label(period)
    # Stages of several scenarios may begin at that time: what is decided is which of them it is.
    why = [each.why for each in later if outcome.instance.tree[each.nodes[0]].period == period]
    yield Paragraph(
        f"The next decision is due in {begins}: {joined(why, 'or')}. Stage 1 commits nothing of later stages."
    )
