"""What other choices lose, and where the choice flips, in words."""

from __future__ import annotations

from planner.explain.explanation import Alternative, Explanation, Flip, Lifted, State, Verdict
from planner.price.text import interval
from planner.show.letters import clean

_NOTHING = 1e-6


def lost(found: Explanation, each: Alternative | Lifted) -> str:
    """``0.0812 to 0.0815 points (15.7 to 15.9 %)``."""
    cost = found.options.objective == "cost"
    unit = f" {found.instance.horizon.currency}".rstrip() if cost else " points"
    words = interval(each.low, each.high, unit, digits=0 if cost else 4)
    if isinstance(each, Alternative) and each.percent_low is not None:
        words += f" ({interval(each.percent_low, each.percent_high, ' %')})"
    return words


def loses(found: Explanation, each: Alternative | Lifted) -> str:
    """``scores 0.0812 to 0.0815 points less``, or ``costs 12,000 EUR more``."""
    if found.options.objective == "cost":
        return f"costs {lost(found, each)} more"
    return f"scores {lost(found, each)} less"


def headline(found: Explanation) -> str:
    """The answer in one sentence."""
    name, other = clean(found.activity), found.other
    where = f"{name} is {'in' if found.inside else 'not in'} the plan"
    if other is None:
        return f"{where}; the search for the other choice was stopped."
    opposite = "without it" if found.inside else "with it"
    match other.verdict:
        case Verdict.IMPOSSIBLE:
            return f"{where}, and there is no plan {opposite}: this is proven."
        case Verdict.WORSE if found.state is not State.UNDECIDED:
            return f"{where}: the best plan {opposite} {loses(found, other)}."
        case Verdict.UNKNOWN:
            return f"{where}; no plan {opposite} was found in time, nor the proof that there is none."
    return f"{where}, but that is unproven: nothing separates it from the best plan {opposite}{_apart(found, other)}."


def _apart(found: Explanation, other: Alternative) -> str:
    if other.high is not None and other.high <= _NOTHING:
        return ", which is worth the same"
    return f", which {loses(found, other)}, no more than the searches left open"


def verdict(found: Explanation, each: Alternative, what: str) -> str:
    """One sentence about the plans ``what`` describes: *without it*, *that start it before 2030-Q1*."""
    subject = f"The best plan {what}"
    match each.verdict:
        case Verdict.IMPOSSIBLE:
            return f"There is no plan {what}: this is proven."
        case Verdict.UNKNOWN:
            return f"No plan {what} was found in time, nor the proof that there is none."
        case Verdict.WORSE:
            return f"{subject} {loses(found, each)}."
    if each.high is not None and each.high <= _NOTHING:
        return f"{subject} loses nothing."
    return f"{subject} {loses(found, each)}, no more than the searches left open: unproven."


def lifted(found: Explanation, each: Lifted) -> str:
    """What one rule has to do with another choice."""
    match each.verdict:
        case Verdict.IMPOSSIBLE:
            return f"Without {each.rule} it still would not be possible."
        case Verdict.UNKNOWN:
            return f"Without {each.rule}: not known in the time there was."
        case Verdict.WORSE:
            return f"Without {each.rule} it would be possible, and still lose {lost(found, each)}."
    return f"{each.rule} stands in the way: without it that choice would lose nothing that is proven."


def flip_in_words(found: Explanation, flip: Flip) -> str:
    """Where one thing would flip the choice."""
    if flip.dial == "window":
        return _window(found, flip)
    goes = "would leave the plan" if flip.towards is State.OUT else "would enter the plan"
    stays = "stays in the plan" if flip.towards is State.OUT else "stays out"
    what = {"effect": "Effect", "cost": "Cost", "money": "Money of all funders"}[flip.dial]
    if flip.dial == "money":
        what = f"{'More' if flip.limit > 1 else 'Less'} money from all funders"
    if flip.flips is None:
        reach = f"no flip is proven {_way(flip)} {_times(flip.limit)}"
        if flip.holds == flip.limit:
            return f"{what}: no flip {_way(flip)} {_times(flip.limit)}{_tried(flip)}; it {stays}."
        if flip.holds is not None and flip.holds != 1:
            return f"{what}: it {stays} {_way(flip)} {_times(flip.holds)}; beyond that, {reach}."
        return f"{what}: {reach}; what was tried is undecided{_tried(flip)}."
    if flip.holds == 1:
        return f"{what}: it {goes} already at {_times(flip.flips)}{_tried(flip)}."
    if flip.holds is None:
        return f"{what}: it {goes} at {_times(flip.flips)}; before that it is undecided."
    return f"{what}: it {stays} {_way(flip)} {_times(flip.holds)}, and {goes} at {_times(flip.flips)}{_tried(flip)}."


def range_in_words(flip: Flip) -> str:
    """Whether the choice holds throughout the range that the work states for its effects."""
    if flip.dial != "effect" or flip.stated is None:
        return ""
    point = next((each for each in flip.points if each.value == flip.stated), None)
    if point is None:
        return ""
    ends = f"1 to {flip.stated:g}" if flip.stated > 1 else f"{flip.stated:g} to 1"
    if point.state is flip.towards:
        return f"The choice flips within the stated range of its effect, {ends} times."
    if point.state is State.UNDECIDED:
        return f"Whether the choice holds throughout the stated range of its effect, {ends} times, is undecided."
    return ""


def holds_throughout(found: Explanation, flip: Flip) -> bool:
    """Whether the state is proven at the end of the stated range, and so, for effects, in all of it."""
    point = next((each for each in flip.points if each.value == flip.stated), None)
    return point is not None and point.state is found.state and found.state is not State.UNDECIDED


def _way(flip: Flip) -> str:
    return "up to" if flip.limit > 1 else "down to"


def _times(value: float) -> str:
    return "no effect at all" if not value else f"{value:g} times"


def _tried(flip: Flip) -> str:
    """The values of money that were tried: between them more may happen than once."""
    if flip.dial != "money":
        return ""
    values = sorted(point.value for point in flip.points)
    if len(values) > 2:
        return f" ({len(values)} values tried)"
    return f" (tried: {' and '.join(f'{value:g}' for value in values)})"


def _window(found: Explanation, flip: Flip) -> str:
    what = "start earlier" if found.inside else "enter the plan"
    if flip.flips is None:
        state = "would not" if flip.holds == flip.limit else "is not proven to"
        return f"Window: opened up to {_periods(flip.limit)} earlier, it {state} {what}."
    before = f"; {_periods(flip.holds)} earlier it would not" if flip.holds else ""
    return f"Window: it would {what} if its window opened {_periods(flip.flips)} earlier{before}."


def _periods(number: float) -> str:
    return "1 period" if number == 1 else f"{number:g} periods"
