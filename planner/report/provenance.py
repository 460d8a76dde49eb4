"""What the plan rests on, how it was checked and made, and what the words mean."""

from __future__ import annotations

from models.assumptions import ASSUMPTIONS
from planner.identity import identity
from planner.report.blocks import Block, Column, Grid, Heading, Items, Paragraph, Section, Value
from planner.report.found import Report
from planner.show import inputs, sentences
from planner.show.binding import binds, named, when
from planner.show.letters import clean, joined
from planner.show.reasons import REASONS


def assumptions(report: Report) -> Section:
    """Unverified inputs first, then judgements, then every default number that held."""
    instance = report.outcome.instance
    doubtful = tuple(inputs.unverified(instance))
    blocks: list[Block] = [Heading("Unverified")]
    if doubtful:
        blocks += [Paragraph("Nobody has checked these; check them before you decide:"), Items(doubtful)]
    else:
        blocks.append(Paragraph("No source says unverified. That is what the rows say, not that all is verified."))
    blocks.append(Heading("Judgements"))
    if instance.activities:
        blocks.append(Paragraph(f"Effects of activities rest: {inputs.evidence(instance)}."))
    if changed := inputs.overridden(instance):
        blocks += [Paragraph("Defaults that the instance changes:"), Items(tuple(changed))]
    if off := inputs.switched_off(report.outcome):
        blocks.append(Paragraph(f"Rules switched off: {joined(list(off))}.", "warning"))
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (
            f"{row.rule} {row.parameter}",
            float(instance.parameter(row.rule, row.parameter)),
            f"{row.low:g} to {row.high:g}",
            row.unit,
            row.evidence,
            row.claims,
            row.meaning,
        )
        for row in ASSUMPTIONS
    )
    columns = (
        Column("number"), Column("value", "number"), Column("range"), Column("unit"), Column("evidence"),
        Column("claims"), Column("meaning"),
    )  # fmt: skip
    blocks += [Heading("Numbers of the rules"), Grid("Every number that held, defaults included", columns, rows)]
    return Section("assumptions", "What it rests on", blocks)


def provenance(report: Report) -> Section:
    """Every check of the audit, what binds, and what it takes to make the plan again."""
    outcome = report.outcome
    blocks: list[Block] = [Paragraph(sentences.checked(outcome), "lead")]
    if outcome.audit is not None and not outcome.hidden:
        broken = {each.check for each in outcome.audit.violations}
        rows = tuple((check, "refused" if check in broken else "passed") for check in outcome.audit.checks)
        columns = (Column("check"), Column("result"))
        blocks.append(Grid("Checks: the plan replayed without the solver, in exact arithmetic", columns, rows))
    bound = tuple(
        (bind.rule, named(outcome, bind), when(outcome, bind.nodes), REASONS[bind.rule]) for bind in binds(outcome)
    )
    if bound:
        blocks.append(
            Grid(
                "What binds: limits that the plan has reached",
                (Column("rule"), Column("whom or what", "name"), Column("when"), Column("because")),
                bound,
            )
        )
    blocks.append(Grid("How it was made", (Column("what"), Column("value")), made(report)))
    return Section("audit", "Audit and provenance", blocks)


def made(report: Report) -> tuple[tuple[str, str], ...]:
    """Solver, versions, options, and the identity of the instance."""
    outcome = report.outcome
    rows = [("instance", identity(outcome.instance)), ("objective", outcome.objective), ("status", outcome.status)]
    if outcome.solver:
        rows.append(("solver", outcome.solver))
    if outcome.seconds is not None:
        rows.append(("seconds of the solve", f"{outcome.seconds:.1f}"))
    rows += [(f"option {name}", value) for name, value in outcome.options.items()]
    rows += [(f"version of {name}", value) for name, value in outcome.versions.items()]
    rows.append(("audience", outcome.audience))
    return tuple((clean(name), clean(value)) for name, value in rows)


def glossary(report: Report) -> Section:
    rows = tuple(sorted(GLOSSARY.items()))
    return Section("glossary", "Glossary", [Grid("Words", (Column("word"), Column("meaning")), rows)])


GLOSSARY = {
    "audit": "the plan replayed in exact arithmetic, without the solver, and held against every rule",
    "bound": "what no plan can pass, proven by the solver",
    "conflict": "what is planned for: its parties, phases, and progress",
    "core": "work in the best plan under every belief about effects; borderline: under some; exterior: under none",
    "course": "what all futures share, or what a scenario has of its own",
    "decision date": "the beginning, a date at which it becomes known which scenario comes, or a signature",
    "durable": "political progress as far as it lasts",
    "full output": "what a work achieves where it has its full money and no rule holds it back",
    "funder": "a tranche of a donor's money, with what it may pay for and when",
    "gap": "how far from the best possible plan this one can be at most",
    "hash": "a short number that changes when the instance changes in what it means",
    "interval": "two ends between which the true number lies, for certain",
    "milestone": "something the parties may sign",
    "progress": "how far a conflict has come on a scale of judgement, from -1 to 1; no measurement",
    "score": "progress over all years, weighted as the instance says, less what costs points; it has a meaning only "
    "beside another score of the same instance",
    "scenario": "something that may or may not come, with its probability",
    "set-up": "what a work costs at each start",
    "stage": "the time between two decision dates",
    "unproven": "less than what the searches left open: it may be nothing",
    "veto": "a rule that no gain buys off",
}
