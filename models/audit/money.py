"""Core: what work costs, exactly, and that somebody pays it, exactly."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from models.audit.state import Replay
from models.audit.violation import Violation
from models.plan import Grant

NAME = "money"


def check(replay: Replay) -> Iterator[Violation]:
    yield from _spending(replay)
    yield from _grants(replay)
    yield from _fees(replay)
    yield from _paid(replay)


def _spending(replay: Replay) -> Iterator[Violation]:
    """Whole amounts within the limits of the activity, and set-up paid at starts only."""
    for (name, node), work in replay.decisions.works.items():
        activity = replay.facts.activities[name]
        least, most = replay.facts.spending[name]
        if not isinstance(work.spend, int) or not least <= work.spend <= most:
            yield Violation(NAME, node, name, f"whole spending of {least} to {most}", str(work.spend))
        due = replay.instance.setup(activity) if replay.decisions.starts(name, node) else 0
        if work.setup != due:
            yield Violation(NAME, node, name, f"set-up cost of {due}", str(work.setup))


def _grants(replay: Replay) -> Iterator[Violation]:
    """Payments for work that runs."""
    yield from _payments(replay, replay.plan.grants, "payment")
    for funder, activity, node in dict.fromkeys((each.funder, each.activity, each.node) for each in replay.plan.grants):
        if (activity, node) not in replay.decisions.works:
            yield Violation(NAME, node, activity, f"work that runs, for {funder} to pay", "none")


def _fees(replay: Replay) -> Iterator[Violation]:
    """Payments to be released from work there is, at nodes there are."""
    yield from _payments(replay, replay.plan.fees, "fee")
    for fee in replay.plan.fees:
        if fee.activity not in replay.facts.activities:
            expected = f"an activity of the instance, for {fee.funder} to be released from"
            yield Violation(NAME, fee.node, fee.activity, expected, "none such")
        if not 0 <= fee.node < len(replay.facts.tree):
            yield Violation(NAME, None, fee.activity, f"a node of the tree, for the fee of {fee.funder}", str(fee.node))


def _payments(replay: Replay, payments: tuple[Grant, ...], word: str) -> Iterator[Violation]:
    """Of tranches there are, in whole positive amounts, once each."""
    funders = {funder.name for funder in replay.instance.funders}
    rows = Counter((each.funder, each.activity, each.node) for each in payments)
    for (funder, activity, node), count in rows.items():
        if funder not in funders:
            yield Violation(NAME, node, funder, "a tranche of the instance", "none such")
        if count > 1:
            yield Violation(NAME, node, activity, f"one {word} of {funder}", f"{count} {word}s")
    for each in payments:
        if not isinstance(each.amount, int) or each.amount <= 0:
            expected = f"a whole positive {word} of {each.funder}"
            yield Violation(NAME, each.node, each.activity, expected, str(each.amount))


def _paid(replay: Replay) -> Iterator[Violation]:
    """Payments add up to the cost."""
    paid: defaultdict[tuple[str, int], int] = defaultdict(int)
    for grant in replay.plan.grants:
        paid[grant.activity, grant.node] += grant.amount
    for key, work in replay.decisions.works.items():
        if paid[key] != (cost := work.setup + work.spend):
            yield Violation(NAME, key[1], key[0], f"payments of {cost} in sum", str(paid[key]))
