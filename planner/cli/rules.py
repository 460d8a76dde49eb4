"""``plan rules``: the rule book, a row for each rule; one rule in full; and the claims of the article behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from planner.cli.manners import Manners, with_manners
from planner.cli.wanted import wanted, words
from planner.errors import Exit


def _known() -> Iterator[str]:
    from models.claims import CLAIMS
    from models.words import RULE_NAMES

    yield from RULE_NAMES
    yield from CLAIMS


@click.command("rules")
@words("word", _known)
@click.option("--claims", is_flag=True, help="The claims of the article instead, and what became of each.")
@with_manners()
def command(word: tuple[str, ...], claims: bool, manners: Manners) -> Exit:
    """Print the rule book: what each rule says, what it does, and what it means to switch it off.

    Restricts: without it the best plan is never worse. Enables: never better. Shapes: no promise.

    With the WORD of a rule, print all of it: its numbers and what they rest on, what it reads of an instance, the
    claims it stands on. A WORD such as W1.4 is a claim; with --claims, rules stand for the claims that they hold.
    """
    from models.claims import CLAIMS
    from models.words import RULE_NAMES
    from planner.cli.table import put, put_text

    chosen = wanted(word, _known(), "rule or claim", "plan rules")
    if claims or any(each in CLAIMS for each in chosen):
        from planner.cli.claim_table import claim_table

        put(claim_table(chosen, manners.form), manners)
    elif chosen and manners.form == "text":
        from planner.cli.rule_page import rule_page

        put_text("\n\n".join(rule_page(name, manners) for name in chosen), manners)
    else:
        put(_book(chosen or RULE_NAMES, manners.form), manners)
    return Exit.OK


def _book(names: tuple[str, ...], form: str) -> Any:
    from models.rules import RULES
    from planner.cli.rule_page import rule_row
    from planner.cli.table import Table

    rules = [rule for rule in RULES if rule.name in names]
    if form != "text":
        rows = [rule_row(rule, form) for rule in rules]
        return Table("rules", tuple(rows[0]), [tuple(row.values()) for row in rows])
    cells = [
        (rule.name, rule.effect, f"{rule.sentence} {f'[{rule.claims}]' if rule.claims else ''}\nOff: {rule.off}.")
        for rule in rules
    ]
    notes = (
        "One of them in full: plan rules RULE. The claims in brackets: plan rules --claims.",
        "Switch one off: plan solve FILE --without RULE, or a row  rule,RULE,,off  in the instance.",
    )
    return Table("rules", ("rule", "effect", "what it says"), cells, notes, spaced=True)
