"""Core: what work costs, exactly, and that somebody pays it, exactly."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from models.audit.state import Replay
from models.audit.violation import Violation

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
    """Payments of tranches there are, for work that runs, in whole positive amounts, once each."""
    funders = {funder.name for funder in replay.instance.funders}
    rows = Counter((grant.funder, grant.activity, grant.node) for grant in replay.plan.grants)
    for (funder, activity, node), count in rows.items():
        if funder not in funders:
            yield Violation(NAME, node, funder, "a tranche of the instance", "none such")
        if (activity, node) not in replay.decisions.works:
            yield Violation(NAME, node, activity, f"work that runs, for {funder} to pay", "none")
        if count > 1:
            yield Violation(NAME, node, activity, f"one payment of {funder}", f"{count} payments")
    for grant in replay.plan.grants:
        if not isinstance(grant.amount, int) or grant.amount <= 0:
            expected = f"a whole positive payment of {grant.funder}"
            yield Violation(NAME, grant.node, grant.activity, expected, str(grant.amount))


def _fees(replay: Replay) -> Iterator[Violation]:
    """Fees of tranches there are, for work there is, in whole positive amounts, once each."""
    funders, fees = {funder.name for funder in replay.instance.funders}, replay.plan.fees
    rows = Counter((fee.funder, fee.activity, fee.node) for fee in fees)
    for (funder, activity, node), count in rows.items():
        if funder not in funders:
            yield Violation(NAME, node, funder, "a tranche of the instance", "none such")
        if activity not in replay.facts.activities:
            yield Violation(
                NAME, node, activity, f"an activity of the instance, for {funder} to be released from", "none such"
            )
        if count > 1:
            yield Violation(NAME, node, activity, f"one fee of {funder}", f"{count} fees")
    for fee in fees:
        if not 0 <= fee.node < len(replay.facts.tree):
            yield Violation(NAME, None, fee.activity, f"a node of the tree, for the fee of {fee.funder}", str(fee.node))
        if not isinstance(fee.amount, int) or fee.amount <= 0:
            yield Violation(NAME, fee.node, fee.activity, f"a whole positive fee of {fee.funder}", str(fee.amount))


def _paid(replay: Replay) -> Iterator[Violation]:
    """Payments add up to the cost."""
    paid: defaultdict[tuple[str, int], int] = defaultdict(int)
    for grant in replay.plan.grants:
        paid[grant.activity, grant.node] += grant.amount
    for key, work in replay.decisions.works.items():
        if paid[key] != (cost := work.setup + work.spend):
            yield Violation(NAME, key[1], key[0], f"payments of {cost} in sum", str(paid[key]))
