"""The instances compared with the search hold what makes planning hard, each often enough."""

from __future__ import annotations

from collections import Counter

from models.instance import Instance
from models.words import RULE_NAMES
from tests.random_instances import FOCUSES, tiny
from tests.search.test_optimum import SEEDS

FRAME = {"partial spending": 360, "two funders": 100, "scenarios": 140}
"""Least numbers of instances; anything else stands in at least ``LEAST``."""
LEAST = 4


def test_variety() -> None:
    found: Counter[str] = Counter()
    for rule in FOCUSES:
        for seed in range(SEEDS):
            instance, _ = tiny(seed, rule)
            found["all"] += 1
            for name, holds in _all(instance).items():
                found[name] += holds
    print(dict(found))
    assert set(FOCUSES) == set(RULE_NAMES)
    assert found["all"] == len(RULE_NAMES) * SEEDS
    for name, number in found.items():
        assert number >= FRAME.get(name, LEAST), f"{name}: {number}"


def _all(instance: Instance) -> dict[str, bool]:
    return _frame(instance) | _marks(instance) | _limits(instance) | _conditions(instance)


def _frame(instance: Instance) -> dict[str, bool]:
    """Money, time, scenarios, runs."""
    works = instance.activities
    return {
        "partial spending": any(row.spend_min < row.spend_max for row in works),
        "two funders": len(instance.funders) > 1,
        "carry-over": any(row.carry_over for row in instance.funders),
        "lead time": any(row.lead_time for row in instance.funders),
        "scenarios": len(instance.scenarios) > 1,
        "three scenarios": len(instance.scenarios) > 2,
        "two conflicts": len(instance.conflicts) > 1,
        "three parties": any(len(row.parties) > 2 for row in works),
        **{length: instance.horizon.length == length for length in ("month", "quarter", "half", "year")},
        "catalogue": instance.horizon.suitability == "catalogue",
        "running": any(row.status == "running" for row in works),
        "committed": any(row.status == "committed" for row in works),
        "repeats": any(row.repeats > 1 for row in works),
        "milestones": bool(instance.milestones),
    }


def _marks(instance: Instance) -> dict[str, bool]:
    """What rules of official work and of outsiders read."""
    words = (
        *("issues", "coercive", "bias", "opinion", "insight", "needs_insight", "agencies", "bridges", "traits"),
        *("raises", "same_people", "confidential", "publicity", "skills", "force", "harm", "gains", "seats"),
        *("expectations", "prevention", "equalising"),
    )
    works = instance.activities
    levels = {row.level for row in works if row.level}
    return {
        **{word: any(getattr(row, word) for row in works) for word in (*words, "home", "needs_access")},
        **{f"{level} level": level in levels for level in ("low", "minister", "head")},
        "two levels": len(levels) > 1,
        "third parties": any(row.talks and row.third_party for row in works),
        "condemnations": any(row.kind == "condemnation" for row in works),
        "taboos": any(row.taboo for row in instance.conflicts),
        "risks": any(row.risk for row in instance.conflicts),
        "ceilings": any(row.harm_ceiling for row in instance.conflicts),
        "opinions": any(row.opinion is not None for row in instance.parties),
        "influence": any(row.influence < 1 for row in works),
        "exposure": any(row.exposure is not None for row in works),
        "exposure limits": any(row.exposure_limit is not None for row in instance.parties),
    }


def _limits(instance: Instance) -> dict[str, bool]:
    """What rows of limits and links say."""
    limits, links = instance.limits, instance.links
    return {
        **{word: any(row.kind == word for row in limits) for word in ("least", "most", "cover")},
        **{word: any(getattr(row, word) for row in limits) for word in ("of", "payers", "already", "hard")},
        "limit of a conflict": len(instance.conflicts) > 1 and any(row.conflict for row in limits),
        "limit of a scenario": any(row.scenario for row in limits),
        **{channel: any(row.channel == channel for row in links) for channel in ("mediator", "briefing", "public")},
        "lags of ideas": any(row.lag for row in links if row.kind == "transfers"),
        "liaisons": any(row.liaison for row in links),
        "interferes": any(row.kind == "interferes" for row in links),
    }


def _conditions(instance: Instance) -> dict[str, bool]:
    states = ("toll", "ripeness", "willingness", "recognition", "concession", "hostility", "access")
    kinds = (*states, "openness", "impasse")
    rows = instance.conditions
    last = instance.calendar.last_day(instance.calendar.number - 1)
    return {
        **{kind: any(row.kind == kind for row in rows) for kind in kinds},
        "in a scenario": any(row.kind != "toll" and row.scenario for row in rows),
        "for a while": any(row.end is not None and row.end.last < last for row in rows),
        "part of the parties": any(row.kind == "access" and row.who for row in rows),
    }
