"""A small instance with two scenarios and secret work, and a sound plan for it, built in Python for tests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from models.instance import Instance
from models.moment import Moment
from models.plan import Grant, Plan, Signing, Work
from models.records import (
    Activity,
    Closure,
    Conflict,
    Election,
    Funder,
    Horizon,
    Link,
    Milestone,
    Party,
    Phase,
    Record,
    RuleSetting,
    Scenario,
)


def day(text: str) -> Moment:
    return Moment.parse(text)


def activity(name: str, track: str, begin: str, end: str, **more: Any) -> Activity:
    return Activity.model_validate(
        {"name": name, "track": track, "begin": begin, "end": end, "spend_min": 20_000, "spend_max": 100_000, **more}
    )


def records(
    *,
    envoy: str = "Quiet envoy",
    envoy_setup: float = 40_000,
    envoy_track: str = "T1",
    foundation: str = "Foundation A",
    foundation_amount: int = 1_500_000,
    foundation_sees: str = "partners",
    scenarios: bool = True,
    storm: str = "public",
) -> tuple[Record, ...]:
    """Georgia and Russia, 2006 to 2009 in quarters; a secret envoy, a funder for partners, a scenario if asked for."""
    both = ("Georgia", "Russia")
    found: list[Record] = [
        Horizon(name="Georgia-Russia 2006-2009", first=day("2006-Q1"), last=day("2009-Q4"), currency="USD"),
        Conflict(name="Georgia-Russia", power_asymmetry=0.6),
        Party(name="Georgia", strength="weaker"),
        Party(name="Russia"),
        Phase(kind="confrontation", begin=day("2006-Q1"), end=day("2008-Q2")),
        Phase(kind="negotiation", begin=day("2008-Q3"), end=day("2009-Q4")),
        Election(name="President", who="Georgia", date=day("2008-01-05"), source="unverified"),
        Election(name="Parliament", who="Norway", date=day("2007-09-10")),
        Closure(who=both, begin=day("2008-08-29"), scenario="rupture" if scenarios else None),
        Funder(name="EU", pays_for=("T1", "T2", "T4"), amount=6_000_000),
        Funder.model_validate(
            {"name": foundation, "amount": foundation_amount, "visibility": foundation_sees, "smallest": 1000}
        ),
        activity("Geneva talks", "T1", "2007-Q1", "2009-Q4", kind="negotiation", parties=both, political=0.05),
        activity(
            envoy,
            envoy_track,
            "2007-Q3",
            "2009-Q2",
            kind="special_envoy" if envoy_track == "T1" else "other",
            parties=both,
            sponsor="Norway",
            setup=envoy_setup,
            visibility="secret",
            political=0.04,
        ),
        activity("Dialogue", "T2", "2006-Q1", "2009-Q4", parties=both, political=0.03, setup=10_000),
        activity("Youth exchange", "T4", "2006-Q3", "2007-Q4", parties=both, social=0.03),
        Link(name="Dialogue", kind="transfers", other=envoy, value=0.1),
        Milestone(name="Ceasefire", kind="ceasefire", value=0.1, unlocks=(envoy,)),
        RuleSetting(name="electoral_cycle", kind="before", amount=2.0),
    ]
    if scenarios:
        found[1:1] = [
            Scenario(name="calm", probability=0.6),
            Scenario.model_validate(
                {"name": "rupture", "probability": 0.4, "known": day("2008-Q3"), "visibility": storm}
            ),
        ]
    return tuple(found)


def instance(**changes: Any) -> Instance:
    return Instance(records(**changes))


def plan(of: Instance, envoy: str = "Quiet envoy", foundation: str = "Foundation A", envoy_spend: int = 60_000) -> Plan:
    """Dialogue throughout, talks and a ceasefire in 2008-Q2, the envoy where missions close; it passes the audit."""
    works: list[Work] = []
    grants: list[Grant] = []
    done: set[tuple[str, int | None]] = set()
    tree = of.tree

    def run(
        name: str, nodes: Sequence[int], spend: int, output: float, setup: int, payers: Iterable[tuple[str, int]]
    ) -> None:
        for position, node in enumerate(nodes):
            first = not position and (tree[node].parent is None or (name, tree[node].parent) not in done)
            done.add((name, node))
            at_start = setup if first else 0
            works.append(Work(name, node, spend, at_start, output, first))
            rest = spend + at_start
            for payer, most in payers:
                paid = min(rest, most)
                rest -= paid
                if paid:
                    grants.append(Grant(payer, name, node, paid))
            assert rest == 0

    leaf = tree.leaves[-1]
    path = tree.path(leaf)
    other = [node for node in tree.path(tree.leaves[0])[10:] if node not in path]
    run("Dialogue", path, 50_000, 0.6523809523809523, 10_000, [("EU", 30_000), (foundation, 10**9)])
    run("Dialogue", other, 50_000, 0.5, 0, [("EU", 30_000), (foundation, 10**9)])
    run("Geneva talks", path[9:14], 100_000, 1.0, 0, [("EU", 10**9)])
    run(envoy, path[10:14], envoy_spend, 0.7, 40_000, [("EU", 10**9)])
    order = [activity.name for activity in of.activities]
    payers = [funder.name for funder in of.funders]
    works.sort(key=lambda work: (work.node, order.index(work.activity)))
    grants.sort(key=lambda grant: (grant.node, order.index(grant.activity), payers.index(grant.funder)))
    return Plan(tuple(works), tuple(grants), (Signing("Ceasefire", path[9]),), (), ())
