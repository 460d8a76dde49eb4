"""What may be changed to see whether the choice flips: effect, cost, money, and when the window opens.

    effect   political, structural and social effect of the work, at most 1 each
    cost     its set-up, least and greatest spending, and break points of its response
    money    the amount of every tranche, in whole units, rounded down
    window   its window opens so many periods earlier

With more effect, less cost or a wider window the best plan with the work is taken to be no worse, and the best one
without it stays the same. So what was found for one value tells of others. (A limit on what unofficial work may gain
alone, or on smallest grants, could break this by a little; every state told was found at its own value or follows so.)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import Any

from models.instance import Instance
from models.kinds import CATEGORIES
from models.moment import Moment
from models.records import Activity
from models.whatif import Condition, Exclude, Sometimes, StartBefore
from planner.explain.choices import without_it
from planner.explain.explanation import State
from planner.explain.scene import Scene
from planner.explain.weigh import Case
from planner.ladder.run import scaled

MOST, LEAST = 4.0, 0.25
"""Factors up to which effect, cost (both) and money (half of that way) are changed."""
RICHER, POORER = (1.5, 2.0), (0.75, 0.5)


@dataclass(frozen=True)
class Dial:
    """``make`` gives the instance at a value. From ``origin`` the ``stops`` are tried in turn; ``generous`` says
    whether greater values admit more (1) or less (-1). ``asked`` is what the work must do there, ``other`` the case of
    the best plan in which it does not. ``stated`` is the end of the range of effects that the work states."""

    name: str
    make: Callable[[float], Instance]
    origin: float
    stops: tuple[float, ...]
    towards: State
    generous: int
    asked: Condition
    other: Callable[[float], Case]
    resolution: float
    stated: float | None = None


def dials(scene: Scene, state: State, resolution: float) -> tuple[Dial, ...]:
    """What may flip the choice, by where the work is in the best plan."""
    if scene.activity.status != "open":
        return ()
    match state:
        case State.IN:
            found = [_effect(scene, State.OUT, resolution), _cost(scene, State.OUT, resolution)]
        case State.OUT:
            found = [_effect(scene, State.IN, resolution), _cost(scene, State.IN, resolution)]
        case State.UNDECIDED:
            found = [_effect(scene, towards, resolution) for towards in (State.OUT, State.IN)]
    if state is not State.UNDECIDED:
        other = State.OUT if state is State.IN else State.IN
        found += [_money(scene, other, stops, resolution) for stops in (POORER, RICHER)]
    return (*(dial for dial in found if dial.stops), *_window(scene, state))


def _effect(scene: Scene, towards: State, resolution: float) -> Dial:
    work = scene.activity
    greatest = max(getattr(work, category) for category in CATEGORIES)
    if towards is State.OUT:
        stated = work.low if work.low < 1 else None
        stops = (*((work.low,) if stated else ()), 0.0)
    else:
        limit = min(MOST, 1 / greatest) if greatest else 1.0
        stated = min(work.high, limit) if work.high > 1 else None
        stops = tuple(dict.fromkeys(stop for stop in (stated or limit, limit) if stop > 1))
    return Dial(
        name="effect",
        make=lambda value: _with(scene, **{name: round(getattr(work, name) * value, 9) for name in CATEGORIES}),
        origin=1.0,
        stops=stops if greatest else (),
        towards=towards,
        generous=1,
        asked=Sometimes(scene.name),
        other=lambda _: without_it(scene),
        resolution=resolution,
        stated=stated,
    )


def _cost(scene: Scene, towards: State, resolution: float) -> Dial:
    return Dial(
        name="cost",
        make=partial(_dearer, scene),
        origin=1.0,
        stops=(MOST,) if towards is State.OUT else (LEAST,),
        towards=towards,
        generous=-1,
        asked=Sometimes(scene.name),
        other=lambda _: without_it(scene),
        resolution=resolution,
    )


def _dearer(scene: Scene, factor: float) -> Instance:
    work = scene.activity
    return _with(
        scene,
        **{name: round(getattr(work, name) * factor, 6) for name in ("setup", "spend_min", "spend_max")},
        response=tuple((round(spend * factor, 6), output) for spend, output in work.response),
    )


def _money(scene: Scene, towards: State, stops: tuple[float, ...], resolution: float) -> Dial:
    def make(factor: float) -> Instance:
        return scaled(scene.instance, Fraction(str(factor)))

    def other(factor: float) -> Case:
        return Case(scene.key(f"money x {factor:g}, without it"), make(factor), (Exclude(scene.name),))

    return Dial(
        name="money",
        make=make,
        origin=1.0,
        stops=stops,
        towards=towards,
        generous=1,
        asked=Sometimes(scene.name),
        other=other,
        resolution=resolution,
    )


def _window(scene: Scene, state: State) -> tuple[Dial, ...]:
    """Of a work that is out, or starts as soon as its window opens: the window opens earlier."""
    opens = scene.instance.window(scene.activity).start
    first = None if scene.first is None else scene.instance.tree[scene.first].period
    late = state is State.IN and first == opens
    if not opens or not (late or state is State.OUT):
        return ()

    def make(earlier: float) -> Instance:
        label = scene.instance.calendar.label(opens - round(earlier))
        return _with(scene, begin=Moment.parse(label))

    # While the window opens when it does no plan starts the work before: those are all plans of the instance.
    return (
        Dial(
            name="window",
            make=make,
            origin=0.0,
            stops=(float(opens),),
            towards=State.IN,
            generous=1,
            asked=StartBefore(scene.name, opens) if late else Sometimes(scene.name),
            other=lambda _: scene.base if late else without_it(scene),
            resolution=1.0,
        ),
    )


def _with(scene: Scene, **update: Any) -> Instance:
    """The instance with other fields of the work."""
    return Instance(
        record.model_copy(update=update) if isinstance(record, Activity) and record.name == scene.name else record
        for record in scene.instance.records
    )
