"""Core, exterior and beliefs against every corner of the ranges, each searched on its own."""

from __future__ import annotations

from itertools import product
from math import inf

import pytest

import planner.robust.run
from models.checks import build_instance
from models.instance import Instance
from models.records import Activity, Conflict, Funder, Horizon
from planner.errors import InputError
from planner.robust import Role, robust
from planner.robust.beliefs import beliefs_of
from tests.planner.alternatives.exact import EXACT, SAME, Exact, few, ranges, runs_of, scaled, value_where

LOW, HIGH = 0.25, 2.0


@pytest.fixture
def exact(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planner.robust.run, "Series", Exact)


def drawn(number: int) -> list[Instance]:
    """Random instances in which two or three works have a range."""
    found = []
    for instance in few(range(200), 400):
        names = [
            each.name
            for each in instance.activities
            if each.status != "excluded" and (each.political or each.structural or each.social)
        ][:3]
        if len(names) > 1:
            found.append(ranges(instance, **dict.fromkeys(names, (LOW, HIGH))))
        if len(found) == number:
            break
    return found


def factors(instance: Instance, ends: dict[str, str]) -> dict[str, float]:
    return {name: LOW if end == "low" else HIGH for name, end in ends.items()}


@pytest.mark.slow
def test_roles_at_every_corner(exact: None) -> None:
    """Core: the best plan with the work beats the best one without it, at every belief; exterior: the other way."""
    roles = set()
    for instance in drawn(3):
        found = robust(instance, EXACT, beliefs="corners", prove=True)
        if found.plan is None:
            continue
        assert found.corners
        names = [each.name for each in instance.activities if each.low < 1]
        corners = [dict(zip(names, ends, strict=True)) for ends in product(("low", "high"), repeat=len(names))]
        beliefs = [dict(case.belief.ends) for case in found.cases]
        assert all(corner in beliefs for corner in corners)
        for place in found.places:
            told = [_better_with(scaled(instance, factors(instance, ends)), place.activity) for ends in beliefs]
            if all(each > SAME for each in told):
                assert place.role is Role.CORE
                assert place.proven
            elif all(each < -SAME for each in told):
                assert place.role is Role.EXTERIOR
                assert place.proven
            else:
                fixed = instance.activity(place.activity).status in ("committed", "excluded")
                assert place.role is Role.BORDERLINE or not place.proven or fixed
            roles.add(place.role)
    assert roles == set(Role)


def _better_with(instance: Instance, name: str) -> float:
    """By how much the best plan with the work beats the best one without it; 0 where neither exists."""
    with_ = value_where(instance, lambda each, run: each != name or bool(run))
    without = value_where(instance, lambda each, run: each != name or not run)
    if with_ is None or without is None:
        return 0.0 if with_ is without else -inf if with_ is None else inf
    return with_ - without


@pytest.mark.slow
def test_what_beliefs_move(exact: None) -> None:
    regrets = []
    for instance in drawn(3):
        found = robust(instance, EXACT)
        if found.plan is None:
            continue
        adopted = runs_of(instance, found.plan)
        for case in found.cases:
            there = scaled(instance, factors(instance, dict(case.belief.ends)))
            best = value_where(there, lambda name, run: True)
            held = value_where(there, lambda name, run, own=adopted: run == own[name], found.plan)  # type: ignore[misc]
            for interval, true in ((case.best, best), (case.held, held)):
                assert (interval.low == -inf) == (true is None)
                assert true is None or (interval.low, interval.high) == pytest.approx((true, true), abs=SAME)
            if best is not None and held is not None:
                assert case.regret.low == pytest.approx(best - held, abs=SAME)
                regrets.append(case.regret.low)
        for turn in found.turns:
            assert turn.swing.low == pytest.approx(turn.high.best.low - turn.low.best.low, abs=SAME)
        swings = [turn.swing.low for turn in found.turns]
        assert swings == sorted(swings, reverse=True)
    assert max(regrets) > 0.001


def rivals() -> Instance:
    """Money for one of two works in the one period. Sure achieves .1; Bold .12, but .06 to .24; Idle always less."""
    rows = [
        Horizon(name="Rivals", first="2000-Q1", number=1, political=0, structural=0, social=1, end_value=0),
        Conflict(name="Strife"),
        Funder(name="Fund", amount=2),
    ]
    rows += [
        Activity(
            name=name,
            conflict="Strife",
            track="T4",
            kind="exchange",
            spend_min=2,
            spend_max=2,
            social=effect,
            low=low,
            high=high,
        )
        for name, effect, low, high in (("Sure", 0.1, 1, 1), ("Bold", 0.12, 0.5, 2), ("Idle", 0.01, 0.5, 2))
    ]
    return build_instance(rows)[0]


def test_by_hand(exact: None) -> None:
    """Best: Bold (.12); Bold low: Sure (.1), while Bold kept is .06, so .04 is lost; Bold high: .24. Swing .14."""
    found = robust(rivals(), EXACT, prove=True)
    assert {each.activity: each.role for each in found.places} == {
        "Sure": Role.BORDERLINE,
        "Bold": Role.BORDERLINE,
        "Idle": Role.EXTERIOR,
    }
    assert found.of(Role.EXTERIOR)[0].proven
    assert found.complete
    top = found.turns[0]
    assert (top.activity, found.leading) == ("Bold", True)
    assert (top.swing.low, top.moves.low, top.regret.low) == pytest.approx((0.14, 0.18, 0.04), abs=SAME)
    assert (top.swing.high, top.moves.high, top.regret.high) == pytest.approx((0.14, 0.18, 0.04), abs=SAME)


def test_in_processes_and_resumed(tmp_path) -> None:  # type: ignore[no-untyped-def]
    instance, steps = ranges(rivals(), Idle=(1, 1)), []
    words = {"gap": 0.0, "resume": tmp_path / "run.jsonl"}
    found = robust(instance, **words)  # type: ignore[arg-type]
    again = robust(instance, **words, on_progress=steps.append)  # type: ignore[arg-type]
    assert (again.places, again.turns) == (found.places, found.turns)
    assert found.turns[0].swing.low == pytest.approx(0.14, abs=SAME)
    assert all(step.progress is None for step in steps)


def test_which_beliefs() -> None:
    instance = rivals()
    labels = [each.label for each in beliefs_of(instance, "ends")]
    assert labels == ["as stated", "Bold low", "Bold high", "Idle low", "Idle high", "all low", "all high"]
    assert len(beliefs_of(instance, "corners")) == 9
    assert beliefs_of(instance, 2, seed=1) == beliefs_of(instance, 2, seed=1)
    many = ranges(instance, Sure=(0.5, 2.0))
    copies = [row for row in many.records if isinstance(row, Activity)]
    crowd = [copy.model_copy(update={"name": f"{copy.name} {k}"}) for copy in copies for k in range(5)]
    with pytest.raises(InputError, match="corners"):
        beliefs_of(Instance([*many.records, *crowd]), "corners")
