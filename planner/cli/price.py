"""``plan price``: what each rule costs or brings."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from planner.cli.answers import exit_code, put_answer, whole_instance
from planner.cli.manners import Manners, with_manners
from planner.cli.searches import chosen, searching
from planner.errors import Exit

_EXPECTED = "rules listed by plan rules, as budget|earmark"


class Rules(click.ParamType[tuple[str, ...]]):
    """Words of rules, apart by ``|`` or commas."""

    name = "rules"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        from planner.options import Unusable, rule

        if not isinstance(value, str):
            return tuple(value)
        words = [word.strip() for word in value.replace(",", "|").split("|") if word.strip()]
        try:
            found = tuple(rule(word) for word in words)
        except Unusable as error:
            self.fail(f'expected {_EXPECTED}, found "{value}". {error.hint}'.rstrip(), param, ctx)
        if not found:
            self.fail(f'expected {_EXPECTED}, found "{value}"', param, ctx)
        return found

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        from click.shell_completion import CompletionItem

        from models.words import RULE_NAMES

        before, bar, last = incomplete.rpartition("|")
        return [CompletionItem(f"{before}{bar}{word}") for word in RULE_NAMES if word.startswith(last)]


@click.command("price")
@click.argument("file")
@click.option("--rules", type=Rules(), metavar="RULE|RULE", help="Price these rules only.")
@searching()
@with_manners(writes="Write the prices: .csv, .json or text.")
def command(
    file: str,
    rules: tuple[str, ...] | None,
    jobs: int | None,
    resume: str | None,
    audience: Any,
    manners: Manners,
    **asked: Any,
) -> Exit:
    """Solve an instance again without each rule, and tell what the rule costs or brings.

    A price is an interval from the bounds of both solves; one that these leave open is called unproven. Rules that
    have nothing to say in the instance cost exactly 0. Ctrl-C ends with what is there; with --resume nothing that was
    done is done again. Prices rest on all work: they are refused to an audience from which anything is hidden.
    """
    from planner.cli.live_solves import live
    from planner.cli.saving import ANSWERS, check_target
    from planner.price import document, price, text

    check_target(manners.out, manners.force, ANSWERS)
    instance = whole_instance(file, audience, manners, rests="Prices rest on all work", ask="Price")
    given = chosen(asked)
    with live(manners, _named) as on_progress:
        prices = price(instance, rules=rules, jobs=jobs, resume=resume, on_progress=on_progress, **given)
    planless, render = prices.plan is None, partial(text.render, verbose=manners.verbose)
    put_answer("prices", prices, document, render, manners, planless=planless)
    others = [each.status for each in prices.prices]
    return exit_code([prices.status], others, planless=planless, complete=prices.complete)


def _named(rule: str) -> str:
    return f"without {rule}" if rule else "with all rules"
