"""The few sentences a plan opens and closes with."""

from __future__ import annotations

from collections.abc import Iterator

from planner.identity import identity, short
from planner.outcome import Outcome
from planner.show.letters import at_most, clean, money

NO_FORECAST = "Compares plans under your assumptions; forecasts nothing."


def headline(outcome: Outcome, unit: int) -> str:
    """Title and currency, and that it is no forecast."""
    horizon = outcome.instance.horizon
    currency = horizon.currency or "currency units"
    costs = f"costs in {currency} '000" if unit == 1000 else f"costs in {currency}"
    return f"{clean(horizon.name) or 'A plan'}, {costs}. {NO_FORECAST}"


def proof(outcome: Outcome) -> str:
    """How good the plan is, in one sentence."""
    better = "cheaper" if outcome.objective == "cost" else "better"
    if outcome.plan is None:
        return _no_plan(outcome)
    if outcome.status == "by hand":
        return "A plan made by hand: nothing is proven about better ones."
    if outcome.hidden:
        return "Solved to the gap asked for." if outcome.status == "solved" else "A better plan may exist."
    if outcome.gap is None:
        return f"Stopped early: a {better} plan may exist; how much {better} is not known."
    if outcome.status != "solved":
        return f"Stopped early: a {better} plan may exist, at most {_distance(outcome, outcome.gap)} {better}."
    if outcome.objective == "cost":
        if not outcome.gap:
            return "No plan that reaches the targets can cost less than this one."
        return f"No plan that reaches the targets can cost more than {at_most(outcome.gap)} less than this one."
    if not outcome.gap:
        return "No plan can score higher than this one."
    return f"No plan can score more than {_distance(outcome, outcome.gap)} above this one."


def _distance(outcome: Outcome, gap: float) -> str:
    """The gap as per cent; in points where the score is not above 0, because a share of it would mean nothing."""
    if (
        outcome.objective == "progress"
        and outcome.score is not None
        and outcome.bound is not None
        and outcome.score <= 0
    ):
        return f"{outcome.bound - outcome.score:.4f} points"
    return at_most(gap)


def _no_plan(outcome: Outcome) -> str:
    if outcome.status == "infeasible":
        return "No plan meets every requirement: this is proven."
    if outcome.status == "refused":
        return "The audit refused the solver's plan; it is not shown."
    return "The search ended before any plan was found."


def checked(outcome: Outcome) -> str:
    """The audit in one sentence."""
    if outcome.hidden and outcome.passed:
        return "Audit: passed."
    if outcome.audit is None:
        return "Audit: refused." if outcome.passed is False else "Not audited."
    checks = f"{len(outcome.audit.checks)} checks"
    if outcome.audit.passed:
        return f"Audit: passed, {checks}."
    return f"Audit: refused, {len(outcome.audit.violations)} violations in {checks}."


def value(outcome: Outcome) -> str:
    """Score and expected cost; empty where they are withheld."""
    if outcome.hidden or outcome.score is None or outcome.cost is None:
        return ""
    branches = len(outcome.instance.scenarios) > 1
    name = "Expected cost" if branches else "Cost"
    cost = f"{name} {money(outcome.cost)} {outcome.instance.horizon.currency}".strip()
    score = f"Score {outcome.score:.4f}"
    if outcome.bound is not None and outcome.objective == "progress":
        score += f" (no plan above {outcome.bound:.4f})"
    elif outcome.bound is not None:
        cost += f" (no plan below {money(outcome.bound)})"
    return f"{cost}. {score}." if outcome.objective == "cost" else f"{score}. {cost}."


def withheld(outcome: Outcome) -> Iterator[str]:
    """What an audience is told about what it is not told."""
    if not outcome.hidden:
        return
    yield f"For {'the public' if outcome.audience == 'public' else 'partners'}: some records are not shown."
    if outcome.payers_hidden:
        yield "Costs are what the funders shown pay; intensity is left out."
    elif _no_intensity(outcome):
        yield "Sums are over the work shown; intensity is left out."
    else:
        yield "Sums are over the work shown."
    yield "Score, gap, progress and what binds rest on all work and are left out."
    if outcome.scenarios_hidden:
        yield "Other courses than the ones shown are possible; probabilities are left out."


def _no_intensity(outcome: Outcome) -> bool:
    """Whether the intensity of all work is withheld, as it is where a condition that limits work is hidden."""
    works = outcome.plan.works if outcome.plan else ()
    return bool(works) and all(work.output is None for work in works)


def footer(outcome: Outcome) -> str:
    """Solver, seconds, seed, and the identity of the instance."""
    parts = []
    if outcome.solver:
        parts.append(f"Solver {outcome.solver}")
    if outcome.seconds is not None:
        parts.append(f"{outcome.seconds:.1f} s")
    if "seed" in outcome.options:
        parts.append(f"seed {outcome.options['seed']}")
    made = f"{', '.join(parts)}. " if parts else ""
    return f"{made}Instance {short(identity(outcome.instance))}."
