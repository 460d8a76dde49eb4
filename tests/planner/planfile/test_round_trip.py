"""What is written is read back as it was, whatever the kind of file; another instance is refused."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.faults import Faults
from models.instance import Instance
from models.plan import Bonus, Plan, Transfer
from models.records import Activity, Link
from planner.audience import Audience, seen
from planner.errors import AlreadyThere, InputError
from planner.identity import identity
from planner.outcome import Outcome, for_audience
from planner.planfile import document, read_plan, write_plan
from tests.planner.show.georgia import instance, plan, records

TARGETS = ("plan.csv", "plan.json", "plan.xlsx", "plan")
SHARES = st.floats(0, 1)


def linked(**changes: Any) -> Instance:
    """The sample with a strengthens link, a bridge and a circle, so that plans have bonuses and bridges to state."""
    bridge = Activity(name="Elders", track="T1.5", spend_max=9, bridges=True)
    circle = Activity(name="Circle", track="T4", spend_max=9, same_people=True)
    return Instance(
        [*records(**changes), bridge, circle, Link(name="Dialogue", kind="strengthens", other="Youth exchange")]
    )


def told(of: Instance, decided: Plan, **more: Any) -> Outcome:
    found = {
        "score": 0.1 + 0.2,
        "cost": 1e6 / 3,
        "bound": 1 / 3,
        "gap": 1e-17,
        "seconds": 12.345678901234567,
        "solver": "HiGHS 1.16.0",
        "options": {"seed": "7", "solver.mip_rel_gap": "=1+1"},
        "versions": {"PuLP": "4.2.0"},
        "passed": None,
    }
    return Outcome(instance=of, plan=decided, status="limit", objective="cost", **{**found, **more})


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    outputs=st.lists(SHARES, min_size=1, max_size=5), amount=st.floats(0, 1e6), level=SHARES, gap=st.floats(0, 1e300)
)
@pytest.mark.parametrize("target", TARGETS)
def test_every_digit_comes_back(
    tmp_path: Path, target: str, outputs: list[float], amount: float, level: float, gap: float
) -> None:
    of = linked()
    usual = plan(of)
    works = tuple(replace(work, output=outputs[position % len(outputs)]) for position, work in enumerate(usual.works))
    stated = (
        Transfer("Georgia-Russia", 3, amount, "Dialogue transfers Quiet envoy"),
        Transfer("Georgia-Russia", 4, amount),
        Transfer("Georgia-Russia", 4, amount, "Elders bridges"),
    )
    bonuses = (
        Bonus("Dialogue strengthens Youth exchange", 5, level),
        Bonus("Circle continues", 5, level),
        Bonus("Dialogue skilled", 5, level),
    )
    without = frozenset({"capacity", "earmark"})
    saved = told(of, replace(usual, works=works, transfers=stated, bonuses=bonuses, without=without), gap=gap)
    write_plan(saved, tmp_path / target, force=True)
    assert read_plan(tmp_path / target, of) == saved


def test_work_that_does_not_bridge_is_no_bridge(tmp_path: Path) -> None:
    of = linked()
    saved = told(of, replace(plan(of), transfers=(Transfer("Georgia-Russia", 3, 0.1, "Dialogue bridges"),)))
    write_plan(saved, tmp_path / "plan.csv")
    with pytest.raises(Faults, match="a transfers link or a bridge"):
        read_plan(tmp_path / "plan.csv", of)


@pytest.mark.parametrize("link", ["Dialogue continues", "Circle skilled", "Circle strengthens Dialogue"])
def test_work_that_has_no_such_bonus_is_told_so(tmp_path: Path, link: str) -> None:
    of = linked()
    write_plan(told(of, replace(plan(of), bonuses=(Bonus(link, 3, 0.1),))), tmp_path / "plan.csv")
    with pytest.raises(Faults, match="work of the same people that continues, or skilled work on track 2"):
        read_plan(tmp_path / "plan.csv", of)


@pytest.mark.parametrize("target", TARGETS)
def test_plans_made_by_hand_stay_as_open_as_they_are(tmp_path: Path, target: str) -> None:
    of = instance()
    usual = plan(of)
    works = tuple(replace(work, output=None) for work in usual.works)
    saved = Outcome(instance=of, plan=replace(usual, works=works, transfers=None, bonuses=None))
    write_plan(saved, tmp_path / target)
    assert read_plan(tmp_path / target, of) == saved


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("name", ["=1+1", "-5", "#9", "'=x", "@x", 'مبعوث, "خاص"', "a;b", "'", "+1", "a\tb"])
def test_names_that_spreadsheets_would_run_come_back(tmp_path: Path, target: str, name: str) -> None:
    of = instance(envoy=name)
    saved = told(of, plan(of, envoy=name))
    write_plan(saved, tmp_path / target)
    assert read_plan(tmp_path / target, of) == saved


def test_no_cell_of_a_workbook_or_csv_is_a_formula(tmp_path: Path) -> None:
    of = instance(envoy="=cmd()", foundation="+1")
    saved = told(of, plan(of, envoy="=cmd()", foundation="+1"))
    write_plan(saved, tmp_path / "plan.xlsx")
    with zipfile.ZipFile(tmp_path / "plan.xlsx") as book:
        assert not any(b"<f>" in book.read(name) for name in book.namelist())
    write_plan(saved, tmp_path / "plan.csv")
    assert ",=" not in (tmp_path / "plan.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("audience", ["partners", "public"])
def test_a_plan_for_others_is_read_with_their_instance_and_only_with_it(
    tmp_path: Path, target: str, audience: Audience
) -> None:
    of = instance()
    saved = told(of, plan(of), passed=True)
    write_plan(saved, tmp_path / target, audience=audience)
    theirs = Instance(seen(of.records, audience))
    again = read_plan(tmp_path / target, theirs)
    shown = for_audience(saved, audience)
    assert again == replace(shown, instance=theirs)
    with pytest.raises(Faults, match=r"as .* may see it"):
        read_plan(tmp_path / target, of)


@pytest.mark.parametrize("target", TARGETS)
def test_another_instance_is_refused_by_name(tmp_path: Path, target: str) -> None:
    of, other = instance(), instance(foundation_amount=1)
    write_plan(told(of, plan(of)), tmp_path / target)
    with pytest.raises(Faults) as refusal:
        read_plan(tmp_path / target, other)
    (fault,) = refusal.value.faults
    assert fault.code == "plan_other_instance"
    assert identity(of)[7:19] in fault.found
    assert identity(other)[7:19] in fault.expected
    assert "Georgia-Russia 2006-2009" in fault.found


def test_the_identity_knows_content_and_nothing_else() -> None:
    rows = list(records())
    assert identity(Instance(rows)) == identity(Instance(rows[::-1]))
    assert identity(Instance([row.model_copy(update={"source": "press"}) for row in rows])) == identity(Instance(rows))
    named = [instance(envoy="Env\u00e9"), instance(envoy="Enve\u0301")]
    assert identity(named[0]) == identity(named[1])
    for change in ({"envoy": "E"}, {"envoy_setup": 1}, {"scenarios": False}, {"foundation_sees": "public"}):
        assert identity(instance(**change)) != identity(Instance(rows))  # type: ignore[arg-type]


def test_among_rule_rows_the_last_word_counts() -> None:
    setting = records()[-1]
    twice = [setting, setting.model_copy(update={"amount": 3.0})]
    assert identity(Instance([*records(), *twice])) != identity(Instance([*records(), *twice[::-1]]))


@pytest.mark.parametrize("target", TARGETS)
def test_nothing_is_replaced_without_force(tmp_path: Path, target: str) -> None:
    of = instance()
    write_plan(told(of, plan(of)), tmp_path / target)
    with pytest.raises(AlreadyThere):
        write_plan(told(of, plan(of), score=9.0), tmp_path / target)
    assert read_plan(tmp_path / target, of).score == 0.1 + 0.2
    write_plan(told(of, plan(of), score=9.0), tmp_path / target, force=True)
    assert read_plan(tmp_path / target, of).score == 9.0


def test_a_folder_keeps_nothing_of_the_plan_before(tmp_path: Path) -> None:
    of = instance()
    write_plan(told(of, plan(of)), tmp_path / "plan")
    unsigned = told(of, replace(plan(of), signings=()))
    write_plan(unsigned, tmp_path / "plan", force=True)
    assert read_plan(tmp_path / "plan", of) == unsigned


def test_other_endings_and_missing_plans_are_refused(tmp_path: Path) -> None:
    of = instance()
    with pytest.raises(InputError, match=r"\.csv, \.json or \.xlsx"):
        write_plan(told(of, plan(of)), tmp_path / "plan.pdf")
    with pytest.raises(InputError, match="no plan"):
        write_plan(Outcome(instance=of, plan=None, status="infeasible"), tmp_path / "plan.csv")
    assert not list(tmp_path.iterdir())


def test_the_same_plan_makes_the_same_file(tmp_path: Path) -> None:
    of = instance()
    for number in (1, 2):
        write_plan(told(of, plan(of)), tmp_path / f"{number}.xlsx")
    assert (tmp_path / "1.xlsx").read_bytes() == (tmp_path / "2.xlsx").read_bytes()


def test_documents_are_plan_files(tmp_path: Path) -> None:
    of = instance()
    saved = told(of, plan(of))
    for form in ("json", "csv"):
        (tmp_path / f"plan.{form}").write_text(document(saved, form), encoding="utf-8")
        assert read_plan(tmp_path / f"plan.{form}", of) == saved


def test_the_ledger_by_year_adds_up_to_the_plan(tmp_path: Path) -> None:
    of = instance()
    decided = plan(of)
    found = json.loads(document(told(of, decided), "json"))
    assert (
        sum(row["amount"] for row in found["by_year"]) == decided.cost == sum(row["amount"] for row in found["ledger"])
    )
    assert {row["scenario"] for row in found["by_year"]} == {"", "calm", "rupture"}
