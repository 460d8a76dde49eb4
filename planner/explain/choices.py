"""The questions: why it is in or not, why then, why this tranche. Each asks for what it needs (``weigh.Asking``)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from models.plan import Plan
from models.whatif import Condition, Exclude, NotPaidBy, Sometimes, Start, StartAfter, StartBefore
from planner.explain.explanation import Alternative, Lifted, Name, Verdict
from planner.explain.forbids import bars, rows_beside
from planner.explain.scene import Scene, number
from planner.explain.weigh import Asking, Case

_NO_NEWS = "The fault lies in windows"
"""What the search says where the rows tell more."""
WITHOUT, WITH = "without it", "with it"


def why(scene: Scene) -> Asking[Alternative]:
    """The best plan with the opposite choice; of one that is out, also what forbids it or holds it back."""
    case = opposite(scene)
    yield (case,)
    if scene.inside:
        told = scene.told("without", case)
        clash = scene.weigh.answers[case.key].clash
        return replace(told, bars=_clash(scene, clash)) if told.verdict is Verdict.IMPOSSIBLE else told
    window = [node.index for node in scene.instance.tree]
    return (yield from _beyond(scene, "with", "", case, window))


def opposite(scene: Scene) -> Case:
    """The choice that the plan did not make."""
    return without_it(scene) if scene.inside else with_it(scene)


def without_it(scene: Scene) -> Case:
    """The best plan that never runs the work, looked for from this plan without it."""
    return scene.case(WITHOUT, Exclude(scene.name), start=dropped(scene.plan, scene.name))


def with_it(scene: Scene) -> Case:
    """The best plan that runs the work in at least one future."""
    return scene.case(WITH, Sometimes(scene.name), start=scene.plan if scene.inside else None)


def dropped(plan: Plan, activity: str) -> Plan:
    """The runs of a plan without one work: to begin a search from."""
    return replace(plan, works=tuple(work for work in plan.works if work.activity != activity))


def when(scene: Scene) -> Asking[tuple[Alternative, ...]]:
    """The best plans that start it before the first start of this one, one period before, and after.

    One that starts a period before is asked for only where the best earlier plan starts at another time.
    """
    if scene.first is None:
        return ()
    tree = scene.instance.tree
    period, parent = tree[scene.first].period, tree[scene.first].parent
    label = scene.instance.calendar.label(period)
    sooner = scene.case(f"started before {label}", StartBefore(scene.name, period))
    later = scene.case(f"started after {label}", StartAfter(scene.name, period))
    yield (*((sooner,) if period else ()), later)
    found: list[Alternative] = []
    if period and parent is not None:
        earlier = tree.path(parent)
        found.append((yield from _beyond(scene, "earlier", label, sooner, earlier, period)))
        best = found[0].plan
        if best is not None and not Start(scene.name, parent).met(scene.instance, best):
            before = scene.instance.label(parent)
            exactly = scene.case(f"started in {before}", Start(scene.name, parent))
            yield (exactly,)
            found.append((yield from _beyond(scene, "a period earlier", before, exactly, (parent,), period)))
    last = scene.told("later", later, label)
    if last.verdict is Verdict.IMPOSSIBLE:
        after = [node.index for node in tree if node.period > period]
        barred = bars(scene.instance, scene.rules, scene.activity, after)
        last = replace(last, bars=tuple(bar.words for bar in barred) or ("it would start after the horizon",))
    found.append(last)
    return tuple(found)


def who(scene: Scene) -> Asking[tuple[Alternative, ...]]:
    """For each tranche that pays for it: the best plan in which it may not."""
    order = {funder.name: rank for rank, funder in enumerate(scene.instance.funders)}
    paying = sorted({each.funder for each in scene.plan.grants if each.activity == scene.name}, key=order.__getitem__)
    cases = {
        funder: scene.case(f"not paid by {funder}", NotPaidBy(scene.name, funder), start=scene.plan)
        for funder in paying
    }
    yield tuple(cases.values())
    return tuple(scene.told("not paid by", case, funder) for funder, case in cases.items())


def _beyond(
    scene: Scene, name: Name, subject: str, case: Case, nodes: Iterable[int], before: int | None = None
) -> Asking[Alternative]:
    """An alternative to running it as the plan does, with what bars it at ``nodes``, what binds it, and which single
    rules are in the way."""
    told = scene.told(name, case, subject)
    barred = bars(scene.instance, scene.rules, scene.activity, nodes)
    binds = scene.binding_on_it(case, before)
    impossible = told.verdict is Verdict.IMPOSSIBLE
    reasons = tuple(bar.words for bar in barred) if impossible or name != "with" else ()
    if impossible:
        named = {rule for bar in barred for rule in bar.rules}
        clash = scene.weigh.answers[case.key].clash
        new = (each for each in clash if not any(each.startswith(f"rule {rule} ") for rule in named))
        reasons = (*reasons, *_clash(scene, tuple(new))) if scene.activity.status != "excluded" else reasons
    told = replace(told, bars=reasons, binds=tuple(binds.values()))
    if told.verdict not in (Verdict.WORSE, Verdict.IMPOSSIBLE) or scene.activity.status == "excluded":
        return told
    known = {rule.name for rule in scene.rules if not rule.veto}
    names = dict.fromkeys([*(rule for bar in barred for rule in bar.rules), *binds])
    lifted = yield from _lifted(scene, case, [rule for rule in names if rule in known])
    return replace(told, lifted=lifted)


def _lifted(scene: Scene, case: Case, rules: list[str]) -> Asking[tuple[Lifted, ...]]:
    """The same choice while single rules are off, measured from the best plan without them.

    Where the best plan without a rule makes the choice of itself, nothing more has to be solved.
    """
    yield tuple(scene.free(frozenset({rule})) for rule in rules)
    cases: dict[str, tuple[Case, Plan | None]] = {}
    for rule in rules:
        best = scene.known_free(frozenset({rule})).best
        conditions: tuple[Condition, ...] = case.conditions
        asked = scene.case(f"{case.key.removeprefix(scene.key(''))}, without {rule}", *conditions, off={rule})
        cases[rule] = asked, None if best is None else best.plan
    yield tuple(asked for asked, plan in cases.values() if plan is None or scene.weigh.best(asked, [plan]) is None)
    found = []
    for rule, (asked, plan) in cases.items():
        verdict, lost, _ = scene.verdict(asked, [plan])
        found.append(Lifted(rule=rule, verdict=verdict, low=number(lost.low), high=number(lost.high)))
    return tuple(found)


def _clash(scene: Scene, clash: tuple[str, ...]) -> tuple[str, ...]:
    """What the search says of the reason, and the rows that tie the work to others where order is part of it."""
    clash = tuple(each for each in clash if not each.startswith(_NO_NEWS))
    tied = rows_beside(scene.instance, scene.activity) if any("rule sequence" in each for each in clash) else ""
    return tuple(filter(None, (*(each.rstrip(".") for each in clash), tied)))
