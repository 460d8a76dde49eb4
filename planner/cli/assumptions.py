"""``plan assumptions``: every default number, its range, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

import click

from planner.cli.manners import Manners, with_manners
from planner.errors import Exit
from planner.options import Unusable
from planner.options import rule as rule_word

if TYPE_CHECKING:
    from models.assumptions import Assumption

_OURS = "A number without a claim is ours; the article says nothing of it."
_STEPS = (
    "One more is ours and stands in no row: beyond least spending, output rises over three equal steps of money as "
    "1 : 0.6 : 0.3. Work that states its own response does not need it."
)


@click.command("assumptions")
@click.option("--rule", metavar="RULE", help="Only the numbers of one rule; core is what no rule switches off.")
@with_manners()
def command(rule: str | None, manners: Manners) -> Exit:
    """Print every default number: value, range, unit, claim, evidence.

    A `rule` record of an instance replaces one of them, within its range.
    """
    from models.assumptions import ASSUMPTIONS, Assumption
    from planner.cli.table import Table, put

    if rule is not None and rule != "core":
        try:
            rule = rule_word(rule)
        except Unusable as error:
            raise click.UsageError(f'--rule: expected core or {error.expected}, found "{rule}". {error.hint}') from None
    rows = [row for row in ASSUMPTIONS if rule in (None, row.rule)]
    if manners.form == "text":
        notes = _notes(rows)
        put(
            Table("assumptions", ("number", "value (range)", "meaning (unit), claims"), [*_for_people(rows)], notes),
            manners,
        )
    else:
        put(Table("assumptions", Assumption._fields, rows), manners)
    return Exit.OK


def _for_people(rows: list[Assumption]) -> Iterator[tuple[str, ...]]:
    """A row for each rule, and below it its numbers: the range beside the value, unit and claims after the meaning."""
    for rule, numbers in groupby(rows, key=attrgetter("rule")):
        yield rule, "", ""
        for row in numbers:
            claims = f" [{row.claims}]" if row.claims else ""
            value = f"{row.value:g} ({row.low:g} to {row.high:g})"
            yield f"  {row.parameter}", value, f"{row.meaning} ({row.unit}){claims}"


def _notes(rows: list[Assumption]) -> tuple[str, ...]:
    if not rows:
        return ("This rule has no numbers.",)
    evidence = [row.evidence for row in rows]
    counts = ", ".join(f"{word} ({evidence.count(word)})" for word in dict.fromkeys(evidence))
    return (
        f"Evidence: {counts}. Nothing here measures what a track causes: no such measurement exists.",
        *(() if all(row.claims for row in rows) else (_OURS,)),
        *((_STEPS,) if any(row.rule == "core" for row in rows) else ()),
        "Replace one in an instance by a row such as  rule,transfer,,window,,,,3",
    )
