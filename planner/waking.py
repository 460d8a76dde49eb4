"""What wakes a rule: a rule of which nothing that is shown is an occasion would tell that there is something hidden."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from models.kinds import CHANNELS, MEDIATING, STICKS, ConditionKind
from models.records import Activity, Condition, Conflict, Limit, Link, Milestone, Party, Record

type Test = Callable[[Record], bool]


def _work(test: Callable[[Activity], object]) -> Test:
    return lambda record: isinstance(record, Activity) and bool(test(record))


def _condition(kind: ConditionKind) -> Test:
    return lambda record: isinstance(record, Condition) and record.kind == kind


def _link(test: Callable[[Link], object]) -> Test:
    return lambda record: isinstance(record, Link) and bool(test(record))


def publicity(work: Activity) -> bool:
    """Whether it brings the conflict into the press."""
    return work.kind == "media" if work.publicity is None else work.publicity


_UNOFFICIAL = _work(lambda work: work.unofficial)
_STRENGTHENS = _link(lambda link: link.kind == "strengthens")
_LEARNS = _work(lambda work: work.same_people or work.skills)
_MEDIATES = _work(lambda work: work.kind in MEDIATING)

_OCCASIONS: dict[str, tuple[Test, ...]] = {
    "fundraising": (_work(lambda work: work.raises),),
    "share": (lambda record: isinstance(record, Limit) and record.kind != "cover",),
    "official_rigidity": (_work(lambda work: work.issues),),
    "coercion": (_work(lambda work: work.coercive),),
    "inducement": (_work(lambda work: work.leverage or work.kind in STICKS),),
    "recognition": (_condition("recognition"),),
    "political_will": (_condition("willingness"),),
    "official_level": (_work(lambda work: work.talks and work.level),),
    "mediator_role": (_work(lambda work: work.bias or work.kind in MEDIATING | {"condemnation"}),),
    "intelligence": (_work(lambda work: work.needs_insight),),
    "political_exposure": (lambda record: isinstance(record, Party) and record.exposure_limit is not None,),
    "agency_friction": (_work(lambda work: work.agencies),),
    "bridge": (_work(lambda work: work.bridges),),
    "face_saving": (_condition("concession"),),
    "home_state": (_work(lambda work: work.home),),
    "enforcement": (_work(lambda work: work.kind == "implementation"),),
    "indirect_access": (_condition("access"),),
    "transfer": (_UNOFFICIAL,),
    "preparation": (_work(lambda work: work.kind == "negotiation"),),
    "continuity": (_work(lambda work: work.same_people),),
    "public_opinion": (lambda record: isinstance(record, Party) and record.opinion is not None,),
    "confidentiality": (_work(lambda work: work.confidential), _work(publicity)),
    "impasse": (_condition("impasse"), _UNOFFICIAL),
    "skills": (_work(lambda work: work.skills), _work(lambda work: work.track == "T2")),
    "synergy": (_STRENGTHENS,),
    "interference": (_link(lambda link: link.kind == "interferes"),),
    "crowding": (_MEDIATES,),
    "do_no_harm": (_work(lambda work: work.force or work.harm),),
    "every_side_gains": (_work(lambda work: work.gains), lambda record: isinstance(record, Milestone)),
    "stakeholders": (lambda record: isinstance(record, Limit) and record.kind == "cover",),
    "seats": (_work(lambda work: work.seats),),
    "expectations": (_work(lambda work: work.expectations),),
    "prevention": (lambda record: isinstance(record, Conflict) and record.risk > 0,),
    "core.opinion_kept": (_work(lambda work: work.opinion),),
    "core.bonus_ceiling": (lambda record: _STRENGTHENS(record) or _LEARNS(record),),
    "consultation_delay.low_delay": (_work(lambda work: work.level == "low"),),
    "consultation_delay.head_delay": (_work(lambda work: work.level == "head"),),
    "political_exposure.track_1_5": (_work(lambda work: work.track == "T1.5"),),
    "transfer.participants_lag": (_link(lambda link: link.kind == "transfers" and link.channel == "participants"),),
    "transfer.mediator_lag": (_link(lambda link: link.channel == "mediator"),),
    "transfer.briefing_lag": (_link(lambda link: link.channel == "briefing"),),
    "transfer.public_lag": (_link(lambda link: link.channel == "public"),),
    **{
        f"closed_embassy.{kind}": (_work(lambda work, kind=kind: work.kind == kind),)  # type: ignore[misc]
        for kind in sorted(CHANNELS | {"business"})
    },
}
"""Rules, and single parameters of rules, that sleep until records give occasion: each test is met by one of them. The
others concern any work."""
_NUMBERS = {"crowding": 2}
"""Of how many records an occasion is one, where that is not 1."""


def may_wake(rule: str, records: Iterable[Record], parameter: str = "") -> bool:
    """Whether what is among the records gives the rule, and this parameter of it, occasion to act."""
    rows = tuple(records)
    return all(
        sum(map(test, rows)) >= _NUMBERS.get(word, 1)
        for word in (rule, f"{rule}.{parameter}")
        for test in _OCCASIONS.get(word, ())
    )
