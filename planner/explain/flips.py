"""Where the choice flips, found by halving; what is known of one value is used for all others it tells of."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from models.plan import Plan
from planner.explain.dials import Dial
from planner.explain.explanation import Flip, Point, State
from planner.explain.scene import Scene, number
from planner.explain.weigh import Asking, Case
from planner.series import Interval, minus, proven
from planner.series.interval import IMPOSSIBLE


def decided(inside: Interval, outside: Interval) -> State:
    """Where the work is in the best plan, of what is known of the best plans with it and without it."""
    if inside == IMPOSSIBLE or outside == IMPOSSIBLE:
        return State.UNDECIDED if inside == outside else State.OUT if inside == IMPOSSIBLE else State.IN
    apart = minus(inside, outside)
    if not proven(apart, outside):
        return State.UNDECIDED
    return State.IN if apart.low > 0 else State.OUT


def flip(scene: Scene, dial: Dial, state: State) -> Asking[Flip]:
    """Try the stops of a dial until one has the state it turns towards, then halve what lies between."""
    sweep = _Sweep(scene, dial)
    sweep.points[dial.origin] = Point(dial.origin, _at_origin(dial, state), None, None)
    for stop in dial.stops:
        yield from sweep.tried(stop)
        if sweep.points[stop].state is not _opposite(dial.towards):
            yield from sweep.narrowed()
        if sweep.points[stop].state is dial.towards:
            break
    holds = [each for each in sweep.points.values() if each.state is _opposite(dial.towards)]
    flips = [each for each in sweep.points.values() if each.state is dial.towards]
    return Flip(
        dial=dial.name,
        towards=dial.towards,
        holds=max((each.value for each in holds), key=sweep.distance, default=None),
        flips=min((each.value for each in flips), key=sweep.distance, default=None),
        limit=dial.stops[-1],
        stated=dial.stated,
        points=tuple(each for each in sweep.along() if each.value != dial.origin),
    )


def _at_origin(dial: Dial, state: State) -> State:
    """As the instance states it; under a window that opens when it does nothing starts earlier."""
    return State.OUT if dial.name == "window" else state


def _opposite(state: State) -> State:
    return State.OUT if state is State.IN else State.IN


class _Sweep:
    """Values of one dial that were tried."""

    def __init__(self, scene: Scene, dial: Dial) -> None:
        self.scene, self.dial = scene, dial
        self.points: dict[float, Point] = {}

    def distance(self, value: float) -> float:
        return abs(value - self.dial.origin)

    def along(self) -> list[Point]:
        """Points from the origin on."""
        return sorted(self.points.values(), key=lambda each: self.distance(each.value))

    def narrowed(self) -> Asking[None]:
        """Halve until both ends of what is open are known to the resolution: where the choice is still the same, and
        from where on it is the other."""
        for edge in (_opposite(self.dial.towards), self.dial.towards):
            while (middle := self._middle(edge)) is not None:
                yield from self.tried(middle)

    def _middle(self, edge: State) -> float | None:
        """Between the last point before an edge and the first one beyond it; None where they are near enough."""
        points = self.along()
        if edge is self.dial.towards:
            beyond = next((k for k, each in enumerate(points) if each.state is edge), 0)
        else:
            beyond = next((k for k, each in enumerate(points) if each.state is not edge), 0)
        if not beyond:
            return None
        near, far = points[beyond - 1].value, points[beyond].value
        if abs(far - near) <= self.dial.resolution + 1e-9:
            return None
        middle = (near + far) / 2
        return float(round(middle)) if self.dial.resolution >= 1 else round(middle, 4)

    def tried(self, value: float) -> Asking[None]:
        """Find the state at a value: from what is known already, else by solving."""
        asked, other = self._case(value), self.dial.other(value)
        state = self._state(asked, other, value)
        if state is State.UNDECIDED and (missing := self._missing(asked, other)):
            yield missing
            state = self._state(asked, other, value)
        apart = minus(self._inside(asked, value), self._outside(other, value))
        self.points[value] = Point(value, state, number(apart.low), number(apart.high))

    def _missing(self, asked: Case, other: Case) -> tuple[Case, ...]:
        return tuple(case for case in (asked, other) if case.key not in self.scene.weigh.answers)

    def _state(self, asked: Case, other: Case, value: float) -> State:
        return decided(self._inside(asked, value), self._outside(other, value))

    def _case(self, value: float) -> Case:
        start = self.scene.plan if self.scene.inside and self.dial.name in ("effect", "money") else None
        said = f"{round(value)} periods earlier" if self.dial.name == "window" else f"x {value:g}"
        key = self.scene.key(f"{self.dial.name} {said}, with it")
        return Case(key, self.dial.make(value), (self.dial.asked,), start=start)

    def _inside(self, case: Case, value: float) -> Interval:
        """The best plan in which the work does as asked: plans found at less generous values may fit here, and bounds
        at more generous ones hold here."""
        weigh = self.scene.weigh
        worth = weigh.known(case, self._plans(value)).worth
        if worth == IMPOSSIBLE:
            return worth
        highs = [weigh.known(self._case(other)).worth.high for other in self._solved() if self._admits(other, value)]
        if self._admits(self.dial.origin, value) and self.dial.name != "window":
            highs.append(self.scene.known_free().worth.high)
        high = min([worth.high, *highs])
        return IMPOSSIBLE if high == -inf and worth.low == -inf else Interval(worth.low, max(worth.low, high))

    def _plans(self, value: float) -> Iterator[Plan | None]:
        if self.scene.inside:
            yield self.scene.plan
        for other in self._solved():
            if self._admits(value, other):
                yield self.scene.weigh.answers[self._case(other).key].plan

    def _solved(self) -> list[float]:
        return [value for value in self.points if self._case(value).key in self.scene.weigh.answers]

    def _admits(self, more: float, less: float) -> bool:
        """Whether one value admits whatever another one does."""
        return (more - less) * self.dial.generous >= 0

    def _outside(self, case: Case, value: float) -> Interval:
        plans = () if self.scene.inside else (self.scene.plan,)
        return self.scene.weigh.known(case, plans).worth
