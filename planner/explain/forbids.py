"""What keeps a work from starting at certain periods, read off the rows: its window, bars of rules, lack of money."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from models.instance import Instance
from models.records import Activity
from models.rule import Rule
from planner.show.courses import runs
from planner.show.letters import clean, joined
from planner.show.reasons import REASONS


class Bar(NamedTuple):
    """``rules`` that take part; none where a row alone decides. ``words`` are a sentence without its full stop."""

    rules: tuple[str, ...]
    words: str


def spans(instance: Instance, periods: Iterable[int]) -> str:
    """``2008-Q3 to 2008-Q4, 2009-Q2``."""
    label = instance.calendar.label
    return ", ".join(
        label(first) if first == last else f"{label(first)} to {label(last)}" for first, last in runs(sorted(periods))
    )


def bars(instance: Instance, rules: Iterable[Rule], activity: Activity, nodes: Iterable[int]) -> list[Bar]:
    """Why the work may not start at ``nodes``, each reason once, with the periods in which it holds."""
    if activity.status == "excluded":
        return [Bar((), "its row says that it is excluded")]
    nodes, rules = tuple(nodes), tuple(rules)
    found = [
        Bar((rule.name,), f"{_plain(rule)}, at any time ({rule.name})")
        for rule in rules
        if rule.bars_work(instance, activity)
    ]
    checks = (*_windows(instance, activity), *_starts(instance, rules, activity), _unpaid(instance, rules, activity))
    for names, words, holds in checks:
        if where := {instance.tree[node].period for node in nodes if holds(node)}:
            named = f"{', '.join(names)}, " if names else ""
            found.append(Bar(names, f"{words} ({named}{spans(instance, where)})"))
    return found


type Check = tuple[tuple[str, ...], str, Callable[[int], bool]]


def _windows(instance: Instance, activity: Activity) -> tuple[Check, Check]:
    window, tree = instance.window(activity), instance.tree
    last = window.stop - instance.run_min(activity)
    return (
        ((), "its window opens later", lambda n: tree[n].period < window.start),
        ((), "its window ends too soon for its shortest run", lambda n: tree[n].period > max(last, window.start - 1)),
    )


def _starts(instance: Instance, rules: tuple[Rule, ...], activity: Activity) -> Iterator[Check]:
    window = instance.window(activity)
    for rule in rules:
        yield (
            (rule.name,),
            REASONS[rule.name],
            lambda n, rule=rule: (  # type: ignore[misc]
                instance.tree[n].period in window and rule.bars_start(instance, activity, n)
            ),
        )


def _unpaid(instance: Instance, rules: tuple[Rule, ...], activity: Activity) -> Check:
    """Nobody may pay for a start: money is earmarked for other work, not there yet, or gone."""
    window = instance.window(activity)
    givers = [rule for rule in rules if rule.name in ("budget", "earmark")]

    def unpaid(node: int) -> bool:
        costs = instance.setup(activity) or instance.spending(activity)[0]
        return (
            bool(costs)
            and instance.tree[node].period in window
            and all(
                any(
                    rule.bars_payer(instance, funder, activity) or rule.bars_grant(instance, funder, activity, node)
                    for rule in givers
                )
                for funder in instance.funders
            )
        )

    return tuple(rule.name for rule in givers), "nobody who may pay for it has money", unpaid


def rows_beside(instance: Instance, activity: Activity) -> str:
    """The links that tie the work to others, in words; empty where there are none."""
    words = {"follows": "follows", "requires": "requires", "excludes": "excludes"}
    found = [
        f"{clean(link.name)} {words[link.kind]} {clean(link.other)}"
        for link in instance.links
        if link.kind in words and activity.name in (link.name, link.other)
    ]
    return f"rows that tie it to other work: {joined(found)}" if found else ""


def _plain(rule: Rule) -> str:
    return rule.sentence.rstrip(".")
