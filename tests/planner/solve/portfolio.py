"""Small portfolios: conflicts that share tranches, mediators, a quota of money and a fund-raiser, in two scenarios."""

from __future__ import annotations

from random import Random

from models.checks import build_instance
from models.instance import Instance
from models.moment import Moment
from models.records import (
    Activity,
    Capacity,
    Conflict,
    Funder,
    Horizon,
    Limit,
    Link,
    Milestone,
    Party,
    Record,
    Scenario,
)

KINDS = (("T1", "mediation"), ("T2", "workshop"), ("T4", "exchange"), ("T5", "training"))


def records(seed: int, conflicts: int = 3, periods: int = 5) -> list[Record]:
    """Money for a part of the wishes; what one conflict raises, all may spend."""
    draw = Random(f"portfolio {seed}")
    rows: list[Record] = [
        Horizon(name="portfolio", first=Moment.parse("2006-Q1"), number=periods, currency="USD", discount=0.04),
        Scenario(name="calm", probability=0.7),
        Scenario(name="rupture", probability=0.3, branches_from="calm", known=Moment.parse("2006-Q4")),
        Capacity(name="mediators", amount=1.0),
        Limit(name="women", kind="least", who=("women",), amount=0.2),
    ]
    for c in range(conflicts):
        rows += [Conflict(name=f"C{c}", weight=draw.choice((0.5, 1.0, 1.5)), power_asymmetry=0.2)]
        rows += [Party(name=f"A{c}", conflict=f"C{c}"), Party(name=f"B{c}", conflict=f"C{c}")]
        rows += [_work(draw, c, number) for number in range(len(KINDS))]
        rows.append(Link(name=f"Work 1 of C{c}", kind="transfers", other=f"Work 0 of C{c}", value=0.03))
        rows.append(Milestone(name=f"Deal {c}", conflict=f"C{c}", value=0.02, political=0.08))
    raises = {"raises": (("North", 12_000.0),), "social": 0.002}
    rows.append(_activity("Gala", 0, "T8", "fundraising", 8_000, 16_000, **raises))
    wishes = conflicts * periods * 30_000
    return [
        *rows,
        Funder(name="North", amount=wishes // 3),
        Funder(name="South", pays_for=("T2", "T4"), amount=wishes // 6, smallest=5_000),
        Funder(name="East", amount=wishes // 8, end=Moment.parse("2006-Q3"), carry_over=0.5, largest_share=0.7),
    ]


def _work(draw: Random, conflict: int, number: int) -> Activity:
    track, kind = KINDS[number]
    least = draw.randint(4, 12) * 1_000
    fields = {
        category: draw.randint(5, 30) / 1000 for category in draw.sample(("political", "structural", "social"), 2)
    }
    more = {"uses": (("mediators", 1.0),), "sponsor": "Norway"} if kind == "mediation" else {}
    more |= {"tags": ("women",)} if number == 3 else {}
    return _activity(
        f"Work {number} of C{conflict}", conflict, track, kind, least, least * draw.choice((2, 3)),
        setup=draw.randint(0, 20) * 1_000, run_min=draw.randint(1, 3), **fields, **more,
    )  # fmt: skip


def _activity(name: str, conflict: int, track: str, kind: str, least: int, most: int, **more: object) -> Activity:
    parties = (f"A{conflict}", f"B{conflict}") if track == "T1" else ()
    fields = {"name": name, "conflict": f"C{conflict}", "track": track, "kind": kind, "parties": parties}
    return Activity.model_validate(fields | {"spend_min": least, "spend_max": most} | more)


def portfolio(seed: int, conflicts: int = 3, *more: Record) -> Instance:
    return build_instance([*records(seed, conflicts), *more])[0]
