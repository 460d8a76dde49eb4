"""The conditions on money, and what an instance is once some of them are released.

A condition is one thing that a giver says of a tranche beyond its amount. Releasing it takes nothing away from anybody:
every plan of the instance is a plan of the released one, so that what is bought is never below 0.

    purpose      pays_for: it may pay for anything
    smallest     payments of any size
    share        up to the whole cost of an activity; it is the donor's, so all its tranches are released together
    lead_time    the first payment may come at once
    window       from the start to the end of the horizon (a tranche that was there before it stays so)
    carry_over   all that is left at the end of the window may still be spent
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from models.build import active_rules
from models.instance import Instance
from models.records import Funder
from models.rules.earmark import allows

type Kind = Literal["purpose", "smallest", "share", "lead_time", "window", "carry_over"]
RULE_OF: dict[Kind, str] = {
    "purpose": "earmark",
    "smallest": "earmark",
    "share": "earmark",
    "lead_time": "budget",
    "window": "budget",
    "carry_over": "budget",
}
"""The rule that enforces a condition; while it is off, nobody has such a condition."""
type Item = tuple[str, Kind]
"""A tranche, and which of its conditions."""


@dataclass(frozen=True, slots=True)
class Release:
    """Conditions released together: one (``kind``), all of one donor, or all there are (``donor`` is empty then).

    ``said`` is what the giver says now, in words; empty where several are released.
    """

    donor: str
    items: frozenset[Item]
    kind: Kind | None = None
    tranche: str = ""
    said: str = ""

    @property
    def key(self) -> str:
        """Unique among the releases of an instance, and what people read while it is solved."""
        if not self.donor:
            return "all conditions of all donors"
        return f"{self.tranche or self.donor}: {(self.kind or 'all conditions').replace('_', ' ')}"


def releases(instance: Instance, without: frozenset[str] = frozenset()) -> tuple[Release, ...]:
    """What can be released: each condition, then all of its donor where there are several, at last all of all donors.

    Givers in the order of the instance. Conditions of rules that are off are none.
    """
    awake = {rule.name for rule in active_rules(instance, without)}
    found: list[Release] = []
    for giver in dict.fromkeys(funder.giver for funder in instance.funders):
        tranches = [funder for funder in instance.funders if funder.giver == giver]
        single = [each for each in _single(instance, giver, tranches) if each.kind and RULE_OF[each.kind] in awake]
        found += single
        if len(single) > 1:
            found.append(Release(giver, frozenset().union(*(each.items for each in single))))
    if len({each.donor for each in found}) > 1:
        found.append(Release("", frozenset().union(*(each.items for each in found))))
    return tuple(found)


def _single(instance: Instance, giver: str, tranches: list[Funder]) -> Iterator[Release]:
    """The conditions of a giver one by one; its share stands last, for all its tranches."""
    shared = [funder for funder in tranches if funder.largest_share < 1]
    for funder in tranches:
        for kind, said in _stated(instance, funder):
            yield Release(giver, frozenset({(funder.name, kind)}), kind, funder.name, said)
        if shared and funder is tranches[-1]:
            share = f"at most {min(each.largest_share for each in shared):.0%} of an activity's cost"
            yield Release(giver, frozenset((each.name, "share") for each in shared), "share", "", share)


def _stated(instance: Instance, funder: Funder) -> Iterator[tuple[Kind, str]]:
    last = instance.calendar.number - 1
    begin = 0 if funder.begin is None else instance.calendar.period_of(funder.begin.first)
    end = last if funder.end is None else instance.calendar.period_of(funder.end.last)
    if not all(allows(instance, funder, activity) for activity in instance.activities):
        yield "purpose", f"pays for {', '.join(funder.pays_for)} only"
    if funder.smallest > 1:
        yield "smallest", f"payments of at least {funder.smallest:,}"
    if funder.lead_time:
        yield (
            "lead_time",
            f"first payment {funder.lead_time:g} quarter{'' if funder.lead_time == 1 else 's'} after it is there",
        )
    if begin > 0 or end < last:
        dates = (("from", funder.begin) if begin > 0 else None, ("until", funder.end) if end < last else None)
        yield "window", "there " + " ".join(f"{word} {moment}" for word, moment in filter(None, dates))
    if end < last and funder.carry_over < 1:
        kept = f"{funder.carry_over:.0%} of what is left" if funder.carry_over else "nothing of what is left"
        yield "carry_over", f"{kept} may be spent after {funder.end}"


def released(instance: Instance, release: Release) -> Instance:
    """The instance once the conditions are released."""
    kinds: dict[str, set[Kind]] = {}
    for name, kind in release.items:
        kinds.setdefault(name, set()).add(kind)
    return Instance(
        record.model_copy(update=_changes(instance, record, kinds[record.name]))
        if isinstance(record, Funder) and record.name in kinds
        else record
        for record in instance.records
    )


def _changes(instance: Instance, funder: Funder, kinds: set[Kind]) -> dict[str, Any]:
    freed: dict[Kind, dict[str, Any]] = {
        "purpose": {"pays_for": ()},
        "smallest": {"smallest": 0},
        "share": {"largest_share": 1.0},
        "lead_time": {"lead_time": 0.0},
        "window": {"end": None},
        "carry_over": {"carry_over": 1.0},
    }
    # Lead time may have passed before the horizon: a tranche that was there early must not come later.
    if funder.begin is not None and instance.calendar.period_of(funder.begin.first) > 0:
        freed["window"]["begin"] = None
    return {name: value for kind in kinds for name, value in freed[kind].items()}
