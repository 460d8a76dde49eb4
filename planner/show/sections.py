"""The parts of the printed plan that are lists and tables, one function each."""

from __future__ import annotations

from collections.abc import Sequence

from planner.outcome import Outcome
from planner.show import branches, inputs
from planner.show.binding import binds, named, when
from planner.show.courses import courses, span, title
from planner.show.ledger import Line, ledger, paid_on_path
from planner.show.letters import clean, joined, money
from planner.show.marks import marked
from planner.show.page import Page, Side
from planner.show.progress import MEANING, at_year_ends
from planner.show.stages import stages


def scenarios(page: Page, outcome: Outcome) -> None:
    """One branch per scenario, in words."""
    told = list(branches.sentences(outcome))
    if told:
        page.heading("What happens when")
        for sentence in told:
            page.line(sentence, indent=2)


def plan_stages(page: Page, outcome: Outcome) -> None:
    """What runs in each stage, how much, at what cost, who pays."""
    for stage in stages(outcome):
        where = f", if {clean(stage.scenario)}" if stage.scenario else ""
        page.heading(
            f"Stage {stage.number}{where}: {span(outcome.instance, stage.nodes)} ({stage.why}), {money(stage.cost)}"
        )
        rows = [
            [
                work.track,
                work.name,
                work.when,
                "" if work.output is None else f"{round(100 * work.output)} %",
                money(work.cost),
                money(work.setup) if work.setup else "",
                work.payers,
            ]
            for work in stage.works
        ]
        sides: list[Side] = ["left", "left", "left", "right", "right", "right", "left"]
        if rows:
            head = ["", "", "runs", "output", "cost", "of it set-up", "paid by"]
            if outcome.payers_hidden:
                kept = (0, 1, 2, 4, 6)
                rows, sides, head = [_at(row, kept) for row in rows], _at(sides, kept), _at(head, kept)
            folds = [position for position, name in enumerate(head) if name in ("runs", "paid by")]
            page.rows(rows, sides, head=head, folds=[1, *folds])
        else:
            page.line("Nothing runs.", indent=2)


def _at[T](items: Sequence[T], positions: Sequence[int]) -> list[T]:
    return [items[position] for position in positions]


def paid_by(page: Page, outcome: Outcome) -> None:
    """Each funder's total, of what it has, for each course the future may take."""
    instance = outcome.instance
    page.heading(f"Paid by ({instance.horizon.currency})" if instance.horizon.currency else "Paid by")
    leaves = instance.tree.leaves
    rows = []
    for funder in instance.funders:
        paid = [paid_on_path(outcome, funder, leaf) for leaf in leaves]
        rows.append([marked(funder), *(money(each) for each in paid)])
        if not outcome.hidden:
            rows[-1].append(f"of {money(funder.amount)}")
    paid = [sum(paid_on_path(outcome, funder, leaf) for funder in instance.funders) for leaf in leaves]
    rows.append(["total shown" if outcome.hidden else "total", *(money(each) for each in paid)])
    if not outcome.hidden:
        rows[-1].append(f"of {money(sum(funder.amount for funder in instance.funders))}")
    head = [f"if {clean(instance.tree[leaf].scenarios[0])}" for leaf in leaves] if len(leaves) > 1 else None
    page.rows(rows, _sides(len(rows[0])), head=None if head is None else ["", *head, *([] if outcome.hidden else [""])])


def full_ledger(page: Page, outcome: Outcome) -> None:
    """Funder by activity by year, in whole units; each column and row adds up."""
    names = {record.name: marked(record) for record in outcome.instance.funders}
    works = {record.name: marked(record) for record in outcome.instance.activities}
    for course in courses(outcome.instance):
        found = ledger(outcome, course)
        if len(found.lines) == 1:
            continue
        where = title(outcome.instance, course, with_probability=False)
        page.heading("Ledger" + (f": {where}, {span(outcome.instance, course.nodes)}" if where else ""))
        widest = max(len(money(line.total)) for line in found.lines) + 2
        label = min(40, page.width // 2 - 8)
        fit = max(1, (page.width - label - widest - 4) // widest)
        for first in range(0, len(found.years), fit):
            last = first + fit >= len(found.years)
            chosen = range(first, min(first + fit, len(found.years)))
            rows = [
                [_label(line, names, works, outcome.hidden), *(_amount(line.by_year[at]) for at in chosen)]
                + ([money(line.total)] if last else [])
                for line in found.lines
            ]
            head = ["", *(str(found.years[at]) for at in chosen), *(["total"] if last else [])]
            page.rows(rows, _sides(len(head)), head=head)


def _sides(columns: int) -> list[Side]:
    """A column of words, then columns of numbers."""
    numbers: list[Side] = ["right"] * (columns - 1)
    return ["left", *numbers]


def _amount(amount: int) -> str:
    return money(amount) if amount else "-"


def _label(line: Line, funders: dict[str, str], works: dict[str, str], hidden: bool) -> str:
    if line.activity:
        return f"  {works[line.activity]}"
    return funders[line.funder] if line.funder else "total shown" if hidden else "total"


def progress(page: Page, outcome: Outcome) -> None:
    """Levels at the end of each year, for each course."""
    for course in courses(outcome.instance):
        years, found = at_year_ends(outcome, course)
        if not found:
            continue
        where = title(outcome.instance, course, with_probability=False)
        page.heading("Progress at the end of each year" + (f": {where}" if where else ""))
        fit = max(1, (page.width - 44) // 6)
        many = len(outcome.instance.conflicts) > 1
        for first in range(0, len(years), fit):
            rows = [
                [f"{clean(conflict)}: {MEANING[measure]}" if many else MEANING[measure]]
                + [f"{float(value):.2f}" for value in values[first : first + fit]]
                for (conflict, measure), values in found.items()
            ]
            head = ["", *(str(year) for year in years[first : first + fit])]
            page.rows(rows, _sides(len(head)), head=head)


def milestones(page: Page, outcome: Outcome) -> None:
    """When each milestone is signed, or that it is not."""
    assert outcome.plan is not None
    if not outcome.instance.milestones:
        return
    page.heading("Milestones")
    for milestone in outcome.instance.milestones:
        nodes = tuple(sorted(each.node for each in outcome.plan.signings if each.milestone == milestone.name))
        signed = f"signed {when(outcome, nodes)}" if nodes else "not signed"
        page.line(f"{clean(milestone.name)} ({milestone.kind}): {signed}.", indent=2)


def binding(page: Page, outcome: Outcome) -> None:
    """Limits that are met, rule by rule."""
    found = binds(outcome)
    if not found:
        return
    page.heading("What binds")
    for rule in dict.fromkeys(bind.rule for bind in found):
        parts = [f"{named(outcome, bind.subject)} {when(outcome, bind.nodes)}" for bind in found if bind.rule == rule]
        page.line(f"{rule}: {'; '.join(parts)}.", indent=2)


def rests_on(page: Page, outcome: Outcome, verbose: bool) -> None:
    """Left-out work, unverified inputs, assumptions, rules switched off."""
    instance = outcome.instance
    page.heading("Rests on")
    out = [marked(activity) + (f" ({reason})" if reason else "") for activity, reason in inputs.left_out(outcome)]
    if out:
        page.line(f"Left out: {', '.join(out)}.", indent=2)
    doubtful = inputs.unverified(instance)
    number = f"{len(doubtful)} input{'' if len(doubtful) == 1 else 's'} unverified"
    page.line(f"{number}{': ' + '; '.join(doubtful) if verbose and doubtful else ''}.", indent=2)
    if instance.activities:
        page.line(f"Effects of activities: {inputs.evidence(instance)}.", indent=2)
    changed = inputs.overridden(instance)
    page.line(f"Defaults overridden: {'; '.join(changed) if changed else 'none'}.", indent=2)
    off = inputs.switched_off(outcome)
    if off:
        page.line(f"Rules switched off: {joined(list(off))}.", indent=2)
    if verbose:
        page.line("Assumptions:", indent=2)
        for line in inputs.assumptions(instance):
            page.line(line, indent=4)
