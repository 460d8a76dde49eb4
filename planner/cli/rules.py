"""``plan rules``: the rule book, a row for each rule."""

from __future__ import annotations

import click

from planner.cli.manners import Manners, with_manners
from planner.errors import Exit


@click.command("rules")
@with_manners()
def command(manners: Manners) -> Exit:
    """Print the rule book: each rule's word, what it says, what it does, and what it means to switch it off.

    Restricts: without it the best plan is never worse. Enables: never better. Shapes: no promise.
    """
    from models.rules import RULES
    from planner.cli.table import Table, put

    columns: tuple[str, ...] = ("rule", "effect", "sentence", "off", "claims")
    rows = [tuple(getattr(rule, name) for name in ("name", *columns[1:])) for rule in RULES]
    if manners.form == "text":
        columns = ("rule", "effect", "what it says")
        rows = [
            (word, effect, f"{says} [{claims}]\nOff: {off}." if claims else f"{says}\nOff: {off}.")
            for word, effect, says, off, claims in rows
        ]
    notes = ("Switch one off: plan solve FILE --without RULE, or a row  rule,RULE,,off  in the instance.",)
    put(Table("rules", columns, rows, notes, spaced=True), manners)
    return Exit.OK
