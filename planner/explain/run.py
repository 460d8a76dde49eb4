"""``explain``: what funders and mediators ask of one work, each answer with the solve behind it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import Any

from models.audit import audit
from models.checks.spelling import suggestion
from models.instance import Instance
from models.plan import Plan
from planner.diff import Side, standing
from planner.earmarks.apart import payers_apart
from planner.earmarks.payers import grants_for
from planner.errors import InputError
from planner.explain.choices import opposite, when, who, why, without_it
from planner.explain.dials import dials
from planner.explain.explanation import ASKS, Ask, Explanation, State
from planner.explain.flips import decided, flip
from planner.explain.forbids import spans
from planner.explain.scene import Scene
from planner.explain.weigh import Asking, Case, Weigh, drive
from planner.series import Interval, Job, Listener, Series, question, versions
from planner.solve.options import SolveOptions
from planner.solve.result import relative_gap

BASE = "the plan"
RESOLUTION = 0.05
_SAVED_IS_WORSE = "A better plan than the saved one was found: that one is explained."


def explain(
    instance: Instance,
    activity: str,
    options: SolveOptions | None = None,
    *,
    ask: Iterable[Ask] = ASKS,
    plan: Plan | None = None,
    resolution: float = RESOLUTION,
    jobs: int | None = None,
    resume: str | Path | None = None,
    on_progress: Listener | None = None,
    **changes: Any,
) -> Explanation:
    """Explain where ``activity`` (its name) is in the best plan of ``instance``.

    ``ask`` picks among ``in`` (why it is in or not), ``when`` (why not earlier or later), ``who`` (why these tranches)
    and ``flip`` (what would have to change). ``plan`` is a plan to start from, explained where nothing better than the
    gap was found. ``resolution`` of flips is a share from 0.005 to 0.5 of what is stated. ``options`` and ``changes``
    are those of ``planner.solve``, for each solve alike; the time limit holds for each of them, the threads are shared
    out among ``jobs`` solves side by side (default: the cores there are). ``resume`` is a file that keeps every solve
    that is done, of whatever activity; it holds plans, so it is as secret as they are. ``on_progress`` is called in
    this thread. The first Ctrl-C ends with what is there; the second raises ``KeyboardInterrupt``.

    Raises ``InputError`` where no activity bears the name, or an option or the file cannot be used, and
    ``SolverFailed`` where a solve breaks down.
    """
    begin = monotonic()
    options = replace(options or SolveOptions(), **changes)
    asked = _asks(ask)
    _check(instance, activity, resolution)
    with Series(question("explain", instance, options), jobs=jobs, resume=resume, on_progress=on_progress) as series:
        weigh = Weigh(options)
        base = Case(BASE, instance, start=plan)
        for solved in series.solve([Job(BASE, instance, replace(options, start=plan))]):
            weigh.answers[solved.key] = solved.answer
        answer = weigh.answers[BASE]
        found = Explanation(
            instance=instance,
            options=options,
            activity=activity,
            asked=asked,
            status=answer.status,
            bound=answer.bound,
            solver=answer.solver,
            clash=answer.clash,
            messages=answer.messages,
        )
        chosen, notes = _chosen(weigh, base, plan)
        if chosen is not None:
            scene = Scene(instance, weigh, instance.activity(activity), base, chosen)
            found = _answered(_outlined(found, scene, notes), scene, series, resolution)
        return replace(
            found,
            interrupted=series.interrupted,
            cut=weigh.cut(),
            solves=len(weigh.answers),
            seconds=monotonic() - begin,
            versions=versions(options),
        )


def _asks(ask: Iterable[Ask]) -> tuple[Ask, ...]:
    chosen = set(ask)
    if not chosen or chosen - set(ASKS):
        raise InputError(f"option ask: expected some of {', '.join(ASKS)}, found {', '.join(sorted(chosen)) or 'none'}")
    return tuple(each for each in ASKS if each in chosen)


def _check(instance: Instance, activity: str, resolution: float) -> None:
    if not 0.005 <= resolution <= 0.5:
        raise InputError(f"option resolution: expected a share from 0.005 to 0.5, found {resolution}")
    names = [each.name for each in instance.activities]
    if activity in names:
        return
    others = {each.name: "milestone" for each in instance.milestones}
    others |= {each.name: "funder" for each in instance.funders} | {each.name: "party" for each in instance.parties}
    if activity in others:
        raise InputError(
            f'"{activity}" is a {others[activity]}, and only activities can be explained',
            "Ask about the work behind it, such as the talks that would sign it."
            if others[activity] == "milestone"
            else "Ask about a work that it has to do with.",
        )
    raise InputError(f'no activity is called "{activity}"', suggestion(activity, names, "activity"))


def _chosen(weigh: Weigh, base: Case, plan: Plan | None) -> tuple[Plan | None, tuple[str, ...]]:
    """The plan to explain: the one given where it is within the gap, else the best."""
    best = weigh.known(base, [plan]).best
    if best is None:
        return None, ()
    given = weigh.best(base, [plan])
    if given is None:
        refused = "The saved plan does not pass the audit under these rules: the best one found is explained."
        return best.plan, (refused,) if plan is not None else ()
    if best.worth - given.worth <= weigh.options.gap * abs(best.worth):
        return given.plan, ()
    return best.plan, (_SAVED_IS_WORSE,)


def _outlined(found: Explanation, scene: Scene, notes: tuple[str, ...]) -> Explanation:
    """What the plan does with the work."""
    instance, plan, name = scene.instance, scene.plan, scene.name
    side = Side(instance, plan)
    replay = audit(instance, plan, objective=found.options.objective)
    judge, free = scene.weigh.judge(scene.base), scene.known_free()
    value = float(replay.score if found.options.objective == "progress" else replay.cost)
    bound = judge.value(free.worth.high)
    periods = {instance.tree[work.node].period for work in plan.works if work.activity == name}
    own = Side(instance, replace(plan, grants=grants_for(plan, name)))
    paid = {funder.name: own.paid(funder.name) for funder in instance.funders}
    return replace(
        found,
        plan=plan,
        value=value,
        bound=bound,
        gap=relative_gap(bound, value, found.options.objective),
        inside=scene.inside,
        spans=tuple(spans(instance, periods).split(", ")) if periods else (),
        cost=side.cost(name),
        payers={funder: amount for funder, amount in paid.items() if amount},
        standing=standing(replay.replay),
        messages=(*found.messages, *notes, *free.messages),
    )


def _answered(found: Explanation, scene: Scene, series: Series, resolution: float) -> Explanation:
    """Ask everything that was asked for, side by side; flips need the answer to *in* first."""
    asking: dict[str, Asking[Any]] = {"in": why(scene)}
    if scene.inside:
        asking |= {name: make(scene) for name, make in (("when", when), ("who", who)) if name in found.asked}
    if "flip" in found.asked:
        asking["flip"] = _flips(scene, resolution)
    done: dict[str, Any] = drive(series, scene.weigh, asking)
    if "who" in done and not series.interrupted:
        own = replace(found.options, start=None)
        grants = tuple(payers_apart(scene.instance, scene.plan, own, series.interrupts, activity=scene.name))
        found = replace(found, grants=grants)
    return replace(
        found,
        state=state_of(scene),
        other=done.get("in"),
        times=done.get("when", ()),
        funders=done.get("who", ()),
        flips=done.get("flip", ()),
        left=tuple(name for name in found.asked if name in asking and name not in done),
    )


def state_of(scene: Scene) -> State:
    """Whether it is proven that the best plan runs the work, or does not."""
    case, free = opposite(scene), scene.known_free().worth
    if case.key not in scene.weigh.answers:
        return State.UNDECIDED
    other = scene.weigh.known(case).worth
    own = Interval(scene.weigh.best(scene.base, [scene.plan]).worth, free.high)  # type: ignore[union-attr]
    return decided(own, other) if scene.inside else decided(other, own)


def _flips(scene: Scene, resolution: float) -> Asking[tuple[Any, ...]]:
    """All dials one step at a time, so that their solves run side by side."""
    yield (opposite(scene), without_it(scene))
    state = state_of(scene)
    going = {number: flip(scene, dial, state) for number, dial in enumerate(dials(scene, state, resolution))}
    wanted: dict[int, tuple[Case, ...]] = {}
    done: dict[int, Any] = {}
    while going:
        for number, each in list(going.items()):
            try:
                wanted[number] = next(each)
            except StopIteration as end:
                done[number] = end.value
                del going[number]
                wanted.pop(number, None)
        if wanted:
            yield tuple({case.key: case for cases in wanted.values() for case in cases}.values())
    return tuple(done[number] for number in sorted(done))
