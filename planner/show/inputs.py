"""What the plan rests on: unverified inputs, assumptions, rules switched off, and the work it leaves out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from models.assumptions import ASSUMPTIONS, DEFAULTS
from models.instance import Instance
from models.records import Activity
from planner.outcome import Outcome
from planner.show.letters import clean, joined


def unverified(instance: Instance) -> tuple[str, ...]:
    """Records, and single attributes, whose source says *unverified*: ``election Parliament Georgia 2012-10-01``."""
    found = []
    for record in instance.records:
        name = f"{record.word} {clean(record.key)}" if record.key != record.word else record.word
        if "unverified" in record.source.casefold():
            found.append(name)
        found += [f"{name}, {field}" for field, text in record.sources.items() if "unverified" in text.casefold()]
    return tuple(found)


def overridden(instance: Instance) -> tuple[str, ...]:
    """Default numbers that ``rule`` rows change, in words."""
    return tuple(
        f"{rule} {parameter} {float(instance.parameter(rule, parameter)):g} (default {row.value:g} {row.unit})"
        for (rule, parameter), row in DEFAULTS.items()
        if any((setting.name, setting.kind) == (rule, parameter) for setting in instance.settings)
    )


def switched_off(outcome: Outcome) -> tuple[str, ...]:
    """Rules that did not hold, by the instance or by request."""
    asked = outcome.plan.without if outcome.plan else frozenset()
    return tuple(sorted(outcome.instance.switched_off | asked))


def evidence(instance: Instance) -> str:
    """What the effects of the activities rest on: ``18 on assumption, 2 on study``."""
    labels = Counter(activity.evidence for activity in instance.activities)
    return joined([f"{number} on {label}" for label, number in labels.most_common()])


def assumptions(instance: Instance) -> Iterator[str]:
    """Every number of the table of assumptions that held, with unit, range and evidence."""
    for row in ASSUMPTIONS:
        value = float(instance.parameter(row.rule, row.parameter))
        claims = f", {row.claims}" if row.claims else ""
        yield f"{row.rule} {row.parameter} {value:g} {row.unit} ({row.low:g} to {row.high:g}; {row.evidence}{claims})"


def left_out(outcome: Outcome) -> Iterator[tuple[Activity, str]]:
    """Activities that run nowhere in the plan, with one reason where one is plain from the instance, else empty."""
    assert outcome.plan is not None
    running = {work.activity for work in outcome.plan.works}
    for activity in outcome.instance.activities:
        if activity.name not in running:
            yield activity, _reason(outcome, activity, running)


def _reason(outcome: Outcome, activity: Activity, running: set[str]) -> str:
    instance = outcome.instance
    window = instance.window(activity)
    if activity.status == "excluded":
        return "excluded"
    if not window:
        return "its window is outside the horizon"
    if instance.run_min(activity) > len(window):
        return "its window is shorter than its shortest run"
    for link in instance.links:
        if link.name == activity.name and link.kind in ("requires", "follows") and link.other not in running:
            return f"{link.kind} {clean(link.other)}, which is left out"
        if link.kind == "excludes" and activity.name in (link.name, link.other):
            other = link.other if link.name == activity.name else link.name
            if other in running:
                return f"excluded by {clean(other)}"
    unlocking = [milestone.name for milestone in instance.milestones if activity.name in milestone.unlocks]
    signed = {signing.milestone for signing in outcome.plan.signings} if outcome.plan else set()
    if unlocking and not signed & set(unlocking):
        return f"{joined([clean(name) for name in unlocking], 'or')} is not signed"
    return ""
