"""Limits, money raised, liaisons, harm, press and settings of rules: none of them tells of hidden work or payers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.instance import Instance
from models.plan import Plan
from models.records import Activity, Condition, Conflict, Funder, Limit, Link, Record, RuleSetting
from planner.audience import Audience, see, seen
from planner.outcome import for_audience
from planner.read import read
from planner.show import render
from planner.write import write_instance
from tests.planner.show.georgia import plan, records
from tests.planner.show.test_audience import outputs, told

BOTH = ("partners", "public")


def limit(kind: str, who: Sequence[str], **more: Any) -> Limit:
    return Limit.model_validate({"name": "Due", "kind": kind, "who": tuple(who), "amount": 0.3, **more})


def changed(rows: Sequence[Record], name: str, **fields: Any) -> list[Record]:
    return [row.model_copy(update=fields) if getattr(row, "name", "") == name else row for row in rows]


def others() -> list[Record]:
    """The sample without hidden funders; the envoy has words of its own, and a tag in common with the dialogue."""
    rows = changed(records(foundation_sees="public"), "Quiet envoy", tags=("quiet", "peace"), issues=("prisoners",))
    return changed(rows, "Dialogue", tags=("peace",), issues=("status",))


@pytest.mark.parametrize("audience", BOTH)
@pytest.mark.parametrize(
    "row",
    [
        limit("cover", ["Quiet envoy"]),
        limit("cover", ["quiet"]),
        limit("cover", ["prisoners"]),
        limit("cover", ["T4", "prisoners"]),
        limit("least", ["T4"], of=("quiet", "T4")),
        limit("least", ["T4"]),
        limit("cover", ["T1"]),
        limit("cover", ["peace"], conflict="Georgia-Russia"),
        limit("most", ["T2"], of=("T1", "T2")),
        limit("most", ["peace"], of=("T2",)),
    ],
    ids=lambda row: f"{row.kind} {'|'.join(row.who)}" if isinstance(row, Limit) else None,
)
def test_limits_in_which_hidden_work_is_named_or_counted_go(audience: Audience, row: Limit) -> None:
    assert row in seen([*others(), row], "owner")
    assert not any(isinstance(left, Limit) for left in seen([*others(), row], audience))


@pytest.mark.parametrize("audience", BOTH)
@pytest.mark.parametrize(
    "row",
    [
        limit("cover", ["T2", "T4"]),
        limit("cover", ["status"]),
        limit("least", ["T4"], of=("T2", "T4")),
        limit("most", ["T2"], of=("T2", "T4"), payers=("EU",)),
    ],
    ids=lambda row: f"{row.kind} {'|'.join(row.who)}" if isinstance(row, Limit) else None,
)
def test_limits_about_shown_work_alone_stay(audience: Audience, row: Limit) -> None:
    assert row in seen([*others(), row], audience)


def test_shares_of_money_that_a_hidden_donor_pays_go_and_rooms_stay() -> None:
    of_two = {"of": ("T2", "T4")}
    rows = [row for row in records() if getattr(row, "name", "") != "Quiet envoy" and not isinstance(row, Link)]
    rows = [*rows, Funder(name="EU, other half", donor="EU", amount=9, visibility="partners")]
    gone = [
        limit("least", ["T4"], **of_two),
        limit("least", ["T4"], payers=("Foundation A",), **of_two),
        limit("least", ["T4"], payers=("EU",), **of_two),
    ]
    stays = [limit("cover", ["T4"])]
    assert [row for row in seen([*rows, *gone, *stays], "public") if isinstance(row, Limit)] == stays
    assert [row for row in seen([*rows, *gone, *stays], "partners") if isinstance(row, Limit)] == [*gone, *stays]


def appeal(raised: float, visibility: str = "secret") -> Activity:
    """Raises money for the European Union's tranche."""
    return Activity.model_validate(
        {
            "name": "Appeal",
            "track": "T8",
            "kind": "fundraising",
            "spend_max": 9000,
            "raises": (("EU", raised),) if raised else (),
            "visibility": visibility,
        }
    )


@settings(max_examples=12, deadline=None)
@given(raised=st.integers(1, 10**8), amount=st.integers(0, 10**6))
@pytest.mark.parametrize("audience", BOTH)
def test_a_tranche_for_which_hidden_work_raises_money_is_hidden_too(
    audience: Audience, raised: int, amount: int
) -> None:
    """What it pays beyond what it has would be the money raised."""
    of = Instance([*others(), appeal(raised)])
    usual = Instance([*others(), appeal(5000)])
    less = Instance([*changed(others(), "EU", amount=amount), appeal(raised)])
    one = outputs(told(usual, plan(usual)), audience)
    assert one == outputs(told(of, plan(of)), audience) == outputs(told(less, plan(less)), audience)
    assert not any("EU" in text for kind, text in one.items() if isinstance(text, str)), "the tranche is named"
    assert "intensity is left out" in " ".join(str(one["text"]).split())


def test_money_raised_in_the_open_leaves_its_tranche_and_names_no_hidden_one() -> None:
    hidden = Funder(name="Quiet fund", amount=10, visibility="secret")
    work = appeal(5000, "public").model_copy(update={"raises": (("EU", 5000.0), ("Quiet fund", 7.0))})
    left = seen([*others(), hidden, work], "public")
    assert next(row for row in left if row.key == "Appeal").raises == (("EU", 5000.0),)  # type: ignore[attr-defined]
    assert any(row.key == "EU" for row in left)
    assert not any("Quiet fund" in str(row) for row in left)


@pytest.mark.parametrize("audience", BOTH)
@pytest.mark.parametrize("kind", ["strengthens", "interferes"])
def test_a_hidden_liaison_leaves_no_trace(tmp_path: Path, audience: Audience, kind: str) -> None:
    base = {
        "name": "Dialogue",
        "kind": kind,
        "other": "Youth exchange",
        "value": 0.004,
        "sources": {"value": "assumption"},
    }
    link = Link.model_validate(base)
    sources = {"value": "assumption", "liaison": "unverified: the envoy tells both"}
    kept = Link.model_validate({**base, "liaison": "Quiet envoy", "sources": sources})
    one, other = Instance([*others(), link]), Instance([*others(), kept])
    assert outputs(told(one, plan(one)), audience) == outputs(told(other, plan(other)), audience)
    assert link in seen(other.records, audience)
    write_instance(seen(other.records, audience), tmp_path / "theirs.csv")
    assert "tells both" not in (tmp_path / "theirs.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("audience", BOTH)
def test_ceilings_for_groups_that_only_hidden_work_harms_go_and_what_is_left_can_be_written(
    tmp_path: Path, audience: Audience
) -> None:
    said: dict[str, Any] = {
        "harm_ceiling": (("traders", 1.5), ("spies", 2.5)),
        "taboo": ("prisoners",),
        "sources": {"harm_ceiling": "unverified: spies bear more", "taboo": "unverified"},
    }
    rows = [row.model_copy(update=said) if isinstance(row, Conflict) else row for row in others()]
    rows = changed(rows, "Quiet envoy", harm=(("spies", 1.0),), issues=("prisoners",))
    rows = changed(rows, "Geneva talks", harm=(("traders", 1.0),))
    left = seen(rows, audience)
    conflict = next(row for row in left if isinstance(row, Conflict))
    assert (conflict.harm_ceiling, conflict.taboo, conflict.sources) == ((("traders", 1.5),), (), {})
    write_instance(left, tmp_path / "theirs.csv")
    again, _ = read(tmp_path / "theirs.csv")
    assert again.conflicts[0].harm_ceiling == (("traders", 1.5),)
    of = Instance(rows)
    assert not any("spies" in text for text in outputs(told(of, plan(of)), audience).values() if isinstance(text, str))


@pytest.mark.parametrize("audience", BOTH)
@pytest.mark.parametrize("press", [{"publicity": True}, {"kind": "media", "track": "T9"}])
def test_output_does_not_tell_of_hidden_press_near_a_confidential_room(
    audience: Audience, press: dict[str, Any]
) -> None:
    rows = changed(others(), "Dialogue", confidential=True)
    of = Instance(changed(rows, "Quiet envoy", **press))
    usual = plan(of)
    empty = replace(
        usual, works=tuple(replace(work, output=0.0) if work.activity == "Dialogue" else work for work in usual.works)
    )
    one = outputs(told(of, usual), audience)
    assert one == outputs(told(of, empty), audience)
    assert "intensity is left out" in " ".join(str(one["text"]).split())
    quiet = Instance(rows)
    assert "intensity" not in render(told(quiet, plan(quiet)), audience=audience)


@pytest.mark.parametrize("kind", ["impasse", "openness"])
def test_a_hidden_impasse_changes_nothing_that_is_shown(kind: str) -> None:
    def text(amount: float) -> str:
        row = Condition.model_validate({"kind": kind, "amount": amount, "visibility": "secret"})
        of = Instance([*others(), row])
        return render(told(of, plan(of)), audience="public", verbose=True)

    assert text(0.2) == text(0.9)
    assert "intensity" not in text(0.2)
    assert kind not in text(0.2).replace(f"{kind} value", "").replace(f"{kind} 0", "")


@pytest.mark.parametrize(
    ("rule", "rows"),
    [
        ("impasse", [Condition(kind="impasse", amount=0.5)]),
        ("interference", [Link(name="Dialogue", kind="interferes", other="Youth exchange", visibility="secret")]),
        ("interference", [Link(name="Dialogue", kind="interferes", other="Quiet envoy")]),
        ("stakeholders", [limit("cover", ["quiet"])]),
        ("share", [limit("most", ["T1"])]),
    ],
)
def test_settings_of_rules_that_nothing_shown_wakes_go(rule: str, rows: list[Record]) -> None:
    setting = RuleSetting(name=rule, kind="off")
    base = [row for row in others() if rule != "impasse" or getattr(row, "track", "T1") == "T1"]
    assert setting in seen([*base, setting, *rows], "owner")
    assert setting not in seen([*base, setting, *rows], "public")
    assert setting in seen([*others(), setting, Condition(kind="impasse"), *_woken(rule)], "public")


def _woken(rule: str) -> list[Record]:
    link = Link(name="Dialogue", kind="interferes", other="Youth exchange")
    shown: dict[str, list[Record]] = {
        "impasse": [],
        "interference": [link],
        "stakeholders": [limit("cover", ["T4"])],
        "share": [limit("most", ["T4"], of=("T2", "T4"))],
    }
    return shown[rule]


def test_one_mediator_who_is_shown_does_not_tell_that_another_crowds_him() -> None:
    setting = RuleSetting(name="crowding", kind="cost", amount=0.01)
    shown = [Activity.model_validate({"name": f"Mediation {n}", "track": "T2", "kind": "mediation", "spend_max": 9})
             for n in range(2)]  # fmt: skip
    hidden = shown[1].model_copy(update={"visibility": "secret"})
    assert setting in seen([*others(), setting, *shown], "public")
    assert setting not in seen([*others(), setting, shown[0], hidden], "public")


def test_that_a_rule_was_switched_off_for_the_plan_does_not_tell_what_wakes_it() -> None:
    rows = changed(others(), "Quiet envoy", same_people=True, track="T2", kind="other")
    of = Instance(rows)
    decided = replace(plan(of), without=frozenset({"continuity", "budget"}))
    reduced: Plan | None = see(of, decided, "public").plan
    assert reduced is not None
    assert reduced.without == {"budget"}
    assert for_audience(told(of, decided), "owner").plan == decided
