"""``plan price``: what each rule costs or brings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from planner.cli.manners import Manners, reading, setting, with_manners
from planner.errors import Exit

if TYPE_CHECKING:
    from models.instance import Instance
    from planner.price import Prices


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
@setting("objective", shown="progress")
@setting("without")
@setting("gap", shown="0.1%")
@setting("time-limit", shown="5m for each solve")
@setting("solver", shown="highs")
@click.option("--jobs", type=click.IntRange(1, 1024), metavar="NUMBER", help="Solves side by side.  [default: cores]")
@setting("threads", shown="all cores, shared out among the jobs")
@setting("seed", shown="0")
@setting("nodes")
@setting("reproducible")
@setting("solver-option")
@click.option("--resume", metavar="FILE", help="Keep each solve in FILE, and go on from there after a break.")
@setting("audience", default="owner", shown="owner")
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
    from planner.cli.live_prices import live
    from planner.cli.saving import check_target
    from planner.cli.warnings import tell
    from planner.price import price
    from planner.read import read

    reading(file, "nothing was solved")
    check_target(manners.out, manners.force, (".csv", ".json", ".txt", ".md"))
    instance, warnings = read(file)
    _refuse(instance, audience)
    tell(file, warnings, manners)
    given = {name: value for name, value in asked.items() if value not in (None, ())}
    given["without"] = frozenset(asked["without"])
    given["solver_options"] = dict(asked["solver_option"])
    given.pop("solver_option", None)
    with live(manners) as on_progress:
        prices = price(instance, rules=rules, jobs=jobs, resume=resume, on_progress=on_progress, **given)
    _print(prices, manners)
    return _code(prices)


def _refuse(instance: Instance, audience: Any) -> None:
    """Prices cannot be reduced to what an audience may see, so they are told to those who may see everything."""
    from planner.audience import Unsafe, hides

    if hides(instance.records, audience):
        raise Unsafe(
            "Prices rest on all work, and this instance keeps some of it from that audience; nothing was solved",
            "Price the instance that they may have: plan convert INSTANCE shown.csv --audience " + str(audience),
        )


def _print(prices: Prices, manners: Manners) -> None:
    import sys

    from planner.cli.printing import ON_A_PIPE, sheet
    from planner.cli.streams import say
    from planner.cli.table import Table, document, put, put_text
    from planner.price.document import COLUMNS, content, rows
    from planner.price.text import render

    match manners.form:
        case "csv":
            put(Table("prices", COLUMNS, rows(prices)), manners)
        case "json":
            put_text(document("prices", content(prices), manners), manners)
        case "text":
            if prices.plan is None:
                say(render(prices, **sheet(manners, sys.stderr)).rstrip())
                return
            page = sheet(manners, sys.stdout)
            if manners.out not in (None, "-"):
                page |= {"width": ON_A_PIPE, "colour": False, "ascii_only": manners.ascii}
            put_text(render(prices, verbose=manners.verbose, **page), manners)


def _code(prices: Prices) -> Exit:
    from planner.solve import Status

    statuses = {prices.status, *(price.status for price in prices.prices)}
    if Status.REFUSED in statuses:
        return Exit.REFUSED
    if prices.plan is None:
        return Exit.INFEASIBLE if prices.status is Status.INFEASIBLE else Exit.NO_PLAN
    return Exit.OK if prices.complete else Exit.LIMIT
