"""A grant goes only where its giver allows, not in crumbs, and not for more than the giver's share (K8)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from models.audit.facts import Facts
from models.audit.state import Replay
from models.audit.violation import Violation, words
from models.instance import exact
from models.kinds import TRACKS
from models.records import Activity, Funder

NAME = "earmark"


def may_pay(facts: Facts, funder: Funder, activity: Activity) -> bool:
    """Whether the tranche names the activity, or the activity fits every kind of word it gives; blank: anything."""
    if not funder.pays_for or activity.name in funder.pays_for:
        return True
    given = set(funder.pays_for)
    kinds = (
        (given & set(TRACKS), {activity.track}),
        (given & facts.members.keys(), {activity.conflict}),
        (given & facts.tags, set(activity.tags)),
    )
    fits = [not wanted.isdisjoint(own) for wanted, own in kinds if wanted]
    return bool(fits) and all(fits)


def check(replay: Replay) -> Iterator[Violation]:
    funders = {funder.name: funder for funder in replay.instance.funders}
    allowed: dict[tuple[str, str], bool] = {}
    for grant in replay.plan.grants:
        funder, activity = funders.get(grant.funder), replay.facts.activities.get(grant.activity)
        if funder is None or activity is None:
            continue
        key = (grant.funder, grant.activity)
        if key not in allowed:
            allowed[key] = may_pay(replay.facts, funder, activity)
        if not allowed[key]:
            expected = f"a payment for {', '.join(funder.pays_for)} only"
            yield Violation(NAME, grant.node, grant.funder, expected, grant.activity)
        if 0 < grant.amount < funder.smallest:
            expected = f"payments of at least {funder.smallest}"
            yield Violation(NAME, grant.node, grant.funder, expected, str(grant.amount))
    yield from _shares(replay)


def _shares(replay: Replay) -> Iterator[Violation]:
    """On the path to every leaf, what a donor's tranches together pay of an activity's cost."""
    donors: defaultdict[str, list[Funder]] = defaultdict(list)
    for funder in replay.instance.funders:
        donors[funder.giver].append(funder)
    for donor, tranches in donors.items():
        share = min(exact(tranche.largest_share) for tranche in tranches)
        if share == 1:
            continue
        names = {tranche.name for tranche in tranches}
        paid: defaultdict[tuple[str, int], int] = defaultdict(int)
        for grant in replay.plan.grants:
            if grant.funder in names:
                paid[grant.activity, grant.node] += grant.amount
        for activity in dict.fromkeys(name for name, _ in paid if name in replay.facts.activities):
            for leaf in replay.facts.tree.leaves:
                path = replay.facts.tree.path(leaf)
                given = sum(paid.get((activity, node), 0) for node in path)
                works = (replay.decisions.works.get((activity, node)) for node in path)
                limit = share * sum(work.setup + work.spend for work in works if work)
                if given > limit:
                    expected = f"at most {words(limit)} for {activity} on the path that ends here"
                    yield Violation(NAME, leaf, donor, expected, str(given))
