"""The parts of the printed plan that are lists and tables, one function each."""

from __future__ import annotations

from fractions import Fraction

from rich.cells import cell_len

from planner.outcome import Outcome
from planner.show import branches, inputs
from planner.show.binding import binds, carried, named, when
from planner.show.coordination import raised_on_path
from planner.show.courses import courses, span, title
from planner.show.ledger import Line, ledger, paid_on_path
from planner.show.letters import clean, joined, money
from planner.show.marks import marked
from planner.show.page import INDENT, Page, Side
from planner.show.progress import MEANING, at_year_ends
from planner.show.reasons import REASONS
from planner.show.stages import stages


def scenarios(page: Page, outcome: Outcome) -> None:
    """One branch per scenario, in words."""
    told = list(branches.sentences(outcome))
    if told:
        page.heading("What happens when")
        for sentence in told:
            page.line(sentence, indent=INDENT)


def plan_stages(page: Page, outcome: Outcome) -> None:
    """What runs in each stage, how much, at what cost, who pays; all stages in the same columns."""
    found = list(stages(outcome))
    works = [work for stage in found for work in stage.works]
    when = max((cell_len(work.when.split(",")[0]) for work in works), default=0) + 1
    cost = max([4, *(len(money(work.cost)) for work in works)])
    name = max((cell_len(page.spell(work.name)) for work in works), default=0)
    widths = [4, min(name, page.width - 2 - 4 - when - 6 - cost - 8), when, 6, cost]
    sides: list[Side] = ["left", "left", "left", "right", "right"]
    for stage in found:
        where = f", if {clean(stage.scenario)}" if stage.scenario else ""
        total = f"{money(stage.cost)} {outcome.instance.horizon.currency}".strip()
        page.heading(f"Stage {stage.number}{where}: {span(outcome.instance, stage.nodes)} ({stage.why}), {total}")
        if not stage.works:
            page.line("Nothing runs.", indent=INDENT)
            continue
        output = "output" if any(work.output is not None for work in works) else ""
        page.row(["", "", "runs", output, "cost"], widths, sides, "dim")
        for work in stage.works:
            level = "" if work.output is None else f"{round(100 * work.output)} %"
            page.row([work.track, work.name, work.when, level, money(work.cost) if work.cost else ""], widths, sides)
            setup = f"set-up {money(work.setup)}; " if work.setup else ""
            if work.payers:
                page.line(f"{setup}paid by {work.payers}", "dim", indent=8)


def paid_by(page: Page, outcome: Outcome) -> None:
    """Each funder's total, of what it has, for each course the future may take."""
    instance = outcome.instance
    page.heading(_of("Paid by", outcome))
    leaves = instance.tree.leaves
    rows = []
    for funder in instance.funders:
        paid = [paid_on_path(outcome, funder, leaf) for leaf in leaves]
        rows.append([marked(funder), *(money(each) for each in paid)])
        if not outcome.hidden:
            rows[-1].append(f"of {money(funder.amount)}")
        raised = [amount for leaf in leaves if (amount := raised_on_path(outcome, funder, leaf)) is not None]
        if raised:
            rows.append(["  raised for it", *(money(amount) for amount in raised), ""])
    paid = [sum(paid_on_path(outcome, funder, leaf) for funder in instance.funders) for leaf in leaves]
    rows.append(["total shown" if outcome.hidden else "total", *(money(each) for each in paid)])
    if not outcome.hidden:
        rows[-1].append(f"of {money(sum(funder.amount for funder in instance.funders))}")
    head = [f"if {clean(instance.tree[leaf].scenarios[0])}" for leaf in leaves] if len(leaves) > 1 else None
    page.rows(rows, _sides(len(rows[0])), head and ["", *head, *([] if outcome.hidden else [""])])


def full_ledger(page: Page, outcome: Outcome) -> None:
    """Funder by activity by year, in whole units; each column and row adds up."""
    names = {record.name: marked(record) for record in outcome.instance.funders}
    works = {record.name: marked(record) for record in outcome.instance.activities}
    for course in courses(outcome.instance):
        found = ledger(outcome, course)
        if len(found.lines) == 1:
            continue
        where = title(outcome.instance, course, with_probability=False)
        page.heading(_of("Ledger", outcome) + (f": {where}, {span(outcome.instance, course.nodes)}" if where else ""))
        labels = {line: _label(line, names, works, outcome.hidden) for line in found.lines}
        longest = min(max(cell_len(page.spell(label)) for label in labels.values()), page.width // 2 - 8)
        yearly = max(4, *(len(money(amount)) for amount in found.lines[-1].by_year)) + 2
        total = len(money(found.lines[-1].total)) + 2
        fit = max(1, (page.width - INDENT - longest - total) // yearly)
        for first in range(0, len(found.years), fit):
            years = range(first, min(first + fit, len(found.years)))
            last = years.stop == len(found.years)
            rows = [
                [label, *(_amount(line.by_year[year]) for year in years), *([money(line.total)] if last else [])]
                for line, label in labels.items()
                if last or any(line.by_year[year] for year in years)
            ]
            head = ["", *(str(found.years[year]) for year in years), *(["total"] if last else [])]
            page.rows(rows, _sides(len(head)), head)


def _sides(columns: int) -> list[Side]:
    """A column of words, then columns of numbers."""
    numbers: list[Side] = ["right"] * (columns - 1)
    return ["left", *numbers]


def _of(heading: str, outcome: Outcome) -> str:
    """The heading, with the currency where it has a name."""
    return f"{heading} ({outcome.instance.horizon.currency})" if outcome.instance.horizon.currency else heading


def _amount(amount: int) -> str:
    return money(amount) if amount else "-"


def _label(line: Line, funders: dict[str, str], works: dict[str, str], hidden: bool) -> str:
    if line.activity:
        return f"  {line.label(works[line.activity])}"
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
                + [_level(value) for value in values[first : first + fit]]
                for (conflict, measure), values in found.items()
            ]
            head = ["", *(str(year) for year in years[first : first + fit])]
            page.rows(rows, _sides(len(head)), head)


def _level(value: Fraction) -> str:
    """Two decimals, and no minus before nothing."""
    return f"{round(float(value), 2) + 0.0:.2f}"


def milestones(page: Page, outcome: Outcome) -> None:
    """When each milestone is signed, or that it is not."""
    assert outcome.plan is not None
    if not outcome.instance.milestones:
        return
    page.heading("Milestones")
    for milestone in outcome.instance.milestones:
        nodes = tuple(sorted(each.node for each in outcome.plan.signings if each.milestone == milestone.name))
        signed = f"signed {when(outcome, nodes)}" if nodes else "not signed"
        page.line(f"{clean(milestone.name)} ({milestone.kind}): {signed}.", indent=INDENT)


def bridges(page: Page, outcome: Outcome) -> None:
    """Who carries ideas from every unofficial room to every official one, how many, and when."""
    found = list(carried(outcome))
    if not found:
        return
    page.heading("Who bridges")
    for name, amount, nodes in found:
        page.line(f"{name}: {float(amount):.3f} ideas carried upstairs, {when(outcome, nodes)}.", indent=INDENT)


def binding(page: Page, outcome: Outcome) -> None:
    """Limits that are met, rule by rule, with the reason in words."""
    found = binds(outcome)
    if not found:
        return
    page.heading("What binds")
    for rule in dict.fromkeys(bind.rule for bind in found):
        parts = [f"{named(outcome, bind)} {when(outcome, bind.nodes)}" for bind in found if bind.rule == rule]
        page.line(f"{rule}, {REASONS[rule]}: {'; '.join(parts)}.", indent=INDENT)


def rests_on(page: Page, outcome: Outcome, verbose: bool) -> None:
    """Left-out work, unverified inputs, assumptions, rules switched off."""
    instance = outcome.instance
    page.heading("Rests on")
    out = [marked(activity) + (f" ({reason})" if reason else "") for activity, reason in inputs.left_out(outcome)]
    if out:
        page.line(f"Left out: {', '.join(out)}.", indent=INDENT)
    doubtful = inputs.unverified(instance)
    number = f"{len(doubtful)} input{'' if len(doubtful) == 1 else 's'} unverified"
    page.line(f"{number}{': ' + '; '.join(doubtful) if verbose and doubtful else ''}.", indent=INDENT)
    if instance.activities:
        page.line(f"Effects of activities: {inputs.evidence(instance)}.", indent=INDENT)
    changed = inputs.overridden(instance)
    page.line(f"Defaults overridden: {'; '.join(changed) if changed else 'none'}.", indent=INDENT)
    off = inputs.switched_off(outcome)
    if off:
        page.line(f"Rules switched off: {joined(list(off))}.", indent=INDENT)
    if verbose:
        page.line("Assumptions:", indent=INDENT)
        for line in inputs.assumptions(instance):
            page.line(line, indent=4)
