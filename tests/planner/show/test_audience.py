"""Nobody learns of hidden work: outputs do not depend on it, and never name it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.instance import Instance
from models.plan import Plan
from models.records import Scenario
from planner.audience import Audience, Unsafe, hides, see, seen
from planner.frames import frames
from planner.outcome import Outcome, audited, for_audience
from planner.planfile import document, read_plan, write_plan
from planner.planfile.derived import derived
from planner.planfile.workbook import workbook_bytes
from planner.planfile.write import _sheets
from planner.read import read
from planner.show import render
from planner.write import write_instance
from tests.planner.show.georgia import instance, plan, records

NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=12, max_size=20).filter(
    lambda name: "|" not in name and not name.startswith("#")
)


def told(of: Instance, decided: Plan, **more: Any) -> Outcome:
    """An outcome as a solve gives it; taken to have passed its audit, which these tests are not about."""
    found = {"status": "solved", "score": 0.31, "cost": 9e5, "bound": 0.32, "gap": 0.01, "seconds": 2.0, **more}
    return Outcome(instance=of, plan=decided, passed=True, solver="HiGHS", options={"seed": "0"}, **found)


def outputs(outcome: Outcome, audience: Audience) -> dict[str, str | bytes]:
    """Everything the audience can be given, by kind."""
    shown = for_audience(outcome, audience)
    book = workbook_bytes(shown, [*_sheets(shown), *derived(shown)])
    sheets = zipfile.ZipFile(io.BytesIO(book))
    return {
        "text": render(outcome, audience=audience, verbose=True),
        "ascii": render(outcome, audience=audience, ascii_only=True, width=80),
        "colour": render(outcome, audience=audience, colour=True, width=160),
        "json": document(outcome, "json", audience=audience),
        "csv": document(outcome, "csv", audience=audience),
        "workbook": b"".join(sheets.read(name) for name in sorted(sheets.namelist())),
        "frames": "".join(frame.to_csv() for frame in frames(outcome, audience=audience).values()),
    }


@settings(max_examples=12, deadline=None)
@given(
    envoy=NAMES,
    setup=st.integers(0, 900_000),
    spend=st.integers(20_000, 100_000),
    track=st.sampled_from(("T1", "T2", "T9")),
    audience=st.sampled_from(("partners", "public")),
)
def test_name_cost_and_track_of_hidden_work_change_nothing(
    envoy: str, setup: int, spend: int, track: str, audience: Audience
) -> None:
    envoy = f"Ж{envoy}"  # no name of a part of a workbook, as "xl/worksheet" was
    usual = instance()
    other = instance(envoy=envoy, envoy_setup=setup, envoy_track=track)
    one = outputs(told(usual, plan(usual)), audience)
    two = outputs(told(other, plan(other, envoy=envoy, envoy_spend=spend), score=0.5, gap=0.2, seconds=9.0), audience)
    assert one == two
    for kind, text in two.items():
        assert not (envoy.encode() in text if isinstance(text, bytes) else envoy in text), kind


@settings(max_examples=12, deadline=None)
@given(foundation=NAMES, amount=st.integers(0, 10**9))
def test_name_and_money_of_a_hidden_funder_change_nothing(foundation: str, amount: int) -> None:
    usual, other = instance(), instance(foundation=foundation, foundation_amount=amount)
    one = outputs(told(usual, plan(usual)), "public")
    two = outputs(told(other, plan(other, foundation=foundation)), "public")
    assert one == two


@settings(max_examples=12, deadline=None)
@given(extra=st.integers(0, 40_000))
def test_what_a_hidden_funder_pays_cannot_be_found_by_subtraction(extra: int) -> None:
    """The hidden funder pays more for the same shown grants, and so buys more output: nothing that is shown changes."""
    of = instance()
    usual = plan(of)
    more = replace(
        usual,
        works=tuple(
            replace(work, spend=work.spend + extra, output=work.output + 1e-9 * extra)  # type: ignore[operator]
            if work.activity == "Dialogue"
            else work
            for work in usual.works
        ),
        grants=tuple(
            replace(grant, amount=grant.amount + extra) if grant.funder == "Foundation A" else grant
            for grant in usual.grants
        ),
    )
    assert outputs(told(of, usual), "public") == outputs(told(of, more), "public")


@pytest.mark.parametrize("audience", ["partners", "public"])
def test_it_does_not_show_whether_hidden_work_runs_at_all(audience: Audience) -> None:
    of = instance()
    with_envoy = plan(of)
    without = replace(
        with_envoy,
        works=tuple(work for work in with_envoy.works if work.activity != "Quiet envoy"),
        grants=tuple(grant for grant in with_envoy.grants if grant.activity != "Quiet envoy"),
    )
    assert outputs(told(of, with_envoy), audience) == outputs(told(of, without), audience)


@settings(max_examples=10, deadline=None)
@given(chance=st.integers(1, 99))
def test_the_probability_of_a_hidden_scenario_cannot_be_found(chance: int) -> None:
    def with_chance(percent: int) -> Instance:
        rows = [
            row.model_copy(update={"probability": (percent if row.name == "rupture" else 100 - percent) / 100})
            if isinstance(row, Scenario)
            else row
            for row in records(storm="secret")
        ]
        return Instance(rows)

    usual, other = with_chance(40), with_chance(chance)
    one = outputs(told(usual, plan(usual)), "public")
    assert one == outputs(told(other, plan(other)), "public")
    assert "rupture" not in str(one["text"])
    assert "missions" not in str(one["text"]), "the closure is a fact of the hidden scenario"
    assert "probability" not in str(one["text"]).replace("probabilities are left out", "")


def test_votes_that_only_concern_hidden_work_go_with_it() -> None:
    of = instance()
    assert "Norway" in render(told(of, plan(of)))
    for audience in ("partners", "public"):
        assert "Norway" not in render(told(of, plan(of)), audience=audience)


def test_the_owner_sees_marks() -> None:
    of = instance()
    text = render(told(of, plan(of)), width=160)
    assert "Quiet envoy [secret]" in text
    assert "Foundation A [partners]" in text
    storm = instance(storm="secret")
    assert "If rupture [secret] (probability 0.4)" in render(told(storm, plan(storm)), width=160)
    assert "[secret]" not in render(told(of, plan(of)), audience="partners", width=160)


def test_partners_see_sums_of_what_they_see_and_no_budget_beside_them() -> None:
    of = instance(scenarios=False)
    text = render(told(of, plan(of)), audience="partners", width=160)
    dialogue, geneva = 16 * 50_000 + 10_000, 5 * 100_000
    assert f"{dialogue + geneva:,}" in text
    assert "6,000,000" not in text
    assert "total shown" in text


def test_records_without_hidden_ones_do_not_mention_them() -> None:
    left = seen(records(), "public")
    assert not any("Quiet envoy" in str(record) or "Foundation A" in str(record) for record in left)
    assert not hides(left, "public")
    assert seen(records(), "owner") == records()


def test_a_funder_that_pays_only_hidden_work_goes_too() -> None:
    rows = [
        row.model_copy(update={"pays_for": ("Quiet envoy",)}) if getattr(row, "name", "") == "EU" else row
        for row in records()
    ]
    assert not any(getattr(row, "name", "") == "EU" for row in seen(rows, "partners"))


def test_a_tree_of_which_the_trunk_is_hidden_is_refused_in_words_that_name_nothing() -> None:
    rows = [
        *(
            row.model_copy(update={"visibility": "secret"}) if isinstance(row, Scenario) and row.name == "calm" else row
            for row in records()
        ),
        Scenario.model_validate({"name": "thaw", "probability": 0.1, "known": records()[2].known}),  # type: ignore[attr-defined]
    ]
    with pytest.raises(Unsafe) as refusal:
        see(Instance(rows), None, "public")
    assert "calm" not in str(refusal.value)


def test_every_scenario_hidden_is_refused() -> None:
    rows = [row.model_copy(update={"visibility": "secret"}) if isinstance(row, Scenario) else row for row in records()]
    with pytest.raises(Unsafe):
        see(Instance(rows), None, "partners")


def test_a_plan_that_failed_its_audit_is_not_shown_to_others_either() -> None:
    of = instance()
    failed = Outcome(instance=of, plan=replace(plan(of), grants=()))
    text = render(audited(failed), audience="partners")
    assert "refused" in text
    assert "Geneva talks" not in text


def test_what_was_reduced_once_is_not_opened_again() -> None:
    of = instance()
    public = for_audience(told(of, plan(of)), "public")
    again = for_audience(public, "owner")
    assert again == public
    assert audited(public) == public


def test_nothing_is_withheld_where_nothing_is_hidden() -> None:
    of = instance(scenarios=False)
    open_rows = [
        row.model_copy(update={"visibility": "public"}) if hasattr(row, "visibility") else row for row in of.records
    ]
    shared = Instance(open_rows)
    assert outputs(told(shared, plan(shared)), "public")["text"] == outputs(told(shared, plan(shared)), "owner")["text"]


def test_the_reduced_instance_is_the_one_that_plans_for_others_name(tmp_path: Path) -> None:
    """What convert writes for an audience, and the plan written for it, belong together."""
    of = instance()
    write_instance(seen(of.records, "partners"), tmp_path / "partners.csv")
    write_plan(told(of, plan(of)), tmp_path / "plan.csv", audience="partners")
    theirs, _ = read(tmp_path / "partners.csv")
    assert read_plan(tmp_path / "plan.csv", theirs).hidden


def test_probabilities_of_the_scenarios_left_add_up(tmp_path: Path) -> None:
    calm, rupture = records()[1:3]
    rows = [
        calm.model_copy(update={"probability": 0.5}),
        rupture.model_copy(update={"probability": 0.3}),
        rupture.model_copy(update={"name": "storm", "probability": 0.2, "visibility": "secret"}),
        *(row for row in records() if not isinstance(row, Scenario)),
    ]
    write_instance(seen(rows, "public"), tmp_path / "public.csv")
    theirs, _ = read(tmp_path / "public.csv")
    assert [row.probability for row in theirs.scenarios] == [0.625, 0.375]
