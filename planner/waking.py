"""What wakes a rule: a rule of which nothing that is shown is an occasion would tell that there is something hidden."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from models.kinds import MEDIATING, STICKS, ConditionKind
from models.records import Activity, Condition, Link, Party, Record


def _work(test: Callable[[Activity], object]) -> Callable[[Record], bool]:
    return lambda record: isinstance(record, Activity) and bool(test(record))


def _condition(kind: ConditionKind) -> Callable[[Record], bool]:
    return lambda record: isinstance(record, Condition) and record.kind == kind


_OCCASIONS: dict[str, Callable[[Record], bool]] = {
    "official_rigidity": _work(lambda work: work.issues),
    "coercion": _work(lambda work: work.coercive),
    "inducement": _work(lambda work: work.leverage or work.kind in STICKS),
    "recognition": _condition("recognition"),
    "political_will": _condition("willingness"),
    "official_level": _work(lambda work: work.talks and work.level),
    "mediator_role": _work(lambda work: work.bias or work.kind in MEDIATING | {"condemnation"}),
    "intelligence": _work(lambda work: work.needs_insight),
    "political_exposure": lambda record: isinstance(record, Party) and record.exposure_limit is not None,
    "agency_friction": _work(lambda work: work.agencies),
    "bridge": _work(lambda work: work.bridges),
    "face_saving": _condition("concession"),
    "home_state": _work(lambda work: work.home),
    "enforcement": _work(lambda work: work.kind == "implementation"),
    "indirect_access": _condition("access"),
    "transfer": _work(lambda work: work.unofficial),
    "preparation": _work(lambda work: work.kind == "negotiation"),
    "synergy": lambda record: isinstance(record, Link) and record.kind == "strengthens",
}
"""Rules that sleep until a record gives occasion; the others concern any work."""


def may_wake(rule: str, records: Iterable[Record]) -> bool:
    """Whether anything among the records gives the rule occasion to act."""
    occasion = _OCCASIONS.get(rule)
    return occasion is None or any(occasion(record) for record in records)
