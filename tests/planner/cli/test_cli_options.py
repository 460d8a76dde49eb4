"""Options: how values are read, where they come from, and who goes before whom."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from models.faults import Faults
from planner import options
from planner.options import SETTINGS, Unusable
from planner.plan_toml import read_settings


@pytest.mark.parametrize(
    ("text", "value"),
    [("0.1%", 0.001), ("0.001", 0.001), ("0", 0), ("5 %", 0.05), (".5%", 0.005), (0.02, 0.02), ("1e-4", 1e-4)],
)
def test_shares(text: object, value: float) -> None:
    assert options.share(text) == pytest.approx(value)


@pytest.mark.parametrize("text", ["1", "100%", "-1%", "0,1%", "x", "", "nan", True, "%"])
def test_no_shares(text: object) -> None:
    with pytest.raises(Unusable, match="a share below 100 %"):
        options.share(text)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("300", 300), ("90s", 90), ("5m", 300), ("1.5h", 5400), ("1h30m", 5400), (20, 20), ("2M", 120)],
)
def test_durations(text: object, seconds: float) -> None:
    assert options.duration(text) == seconds


@pytest.mark.parametrize("text", ["", "0", "-5", "5 min", "1.2.3s", "m", True, "1e99", "nan"])
def test_no_durations(text: object) -> None:
    with pytest.raises(Unusable, match="a time such as"):
        options.duration(text)


@pytest.mark.parametrize("text", ["0", "-1", "1.5", "x", "", True])
def test_no_whole_numbers(text: object) -> None:
    with pytest.raises(Unusable, match="a whole number, 1 or more"):
        options.whole(1)(text)


def test_a_rule_is_suggested() -> None:
    with pytest.raises(Unusable) as caught:
        options.rule("closed_embasy")
    assert caught.value.hint == 'Did you mean "closed_embassy"?'
    assert options.rule("Closed-Embassy") == "closed_embassy"


def test_every_kind_of_setting_in_plan_toml(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text(
        'gap = "1%"\ntime_limit = "5m"\nthreads = 2\nquiet = true\nwithout = ["transfer", "budget"]\n'
        "[solver-option]\nmip_heuristic_effort = 0.2\n",
        encoding="utf-8",
    )
    assert read_settings(tmp_path) == {
        "gap": 0.01,
        "time-limit": 300,
        "threads": 2,
        "quiet": True,
        "without": ("transfer", "budget"),
        "solver-option": (("mip_heuristic_effort", "0.2"),),
    }


def test_all_faults_of_plan_toml_at_once(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text(
        '# ours\ngap = "1"\n\ngpa = 1\nformat = "jsn"\n[solvers]\nx = 1\n', encoding="utf-8"
    )
    with pytest.raises(Faults) as caught:
        read_settings(tmp_path)
    assert [(fault.place.row, fault.place.column, fault.remedy) for fault in caught.value.faults if fault.place] == [
        (2, "gap", "Change the value, or remove the line."),
        (4, "gpa", 'Did you mean "gap"?'),
        (5, "format", 'Did you mean "json"?'),
        (6, "solvers", 'Did you mean "solver"?'),
    ]


def test_plan_toml_that_is_no_toml(tmp_path: Path, plan) -> None:
    (tmp_path / "plan.toml").write_text("gap = 1%\n", encoding="utf-8")
    ended = plan("rules")
    assert ended.exit_code == 2
    assert "plan.toml has 1 fault" in ended.stderr
    assert "row 1" in ended.stderr


def test_flag_before_variable_before_file(tmp_path: Path, plan) -> None:
    (tmp_path / "plan.toml").write_text('format = "csv"\n', encoding="utf-8")
    assert plan("rules").stdout.startswith("rule,effect")
    assert json.loads(plan("rules", PLAN_FORMAT="json").stdout)["kind"] == "rules"
    assert "what it says" in plan("rules", "--format", "text", PLAN_FORMAT="json").stdout


def test_a_flag_in_the_file_and_in_a_variable(tmp_path: Path, plan) -> None:
    (tmp_path / "plan.toml").write_text("ascii = true\n", encoding="utf-8")
    assert plan("rules").stdout.isascii()
    assert not plan("rules", PLAN_ASCII="false").stdout.isascii()


def test_help_does_not_read_the_file(tmp_path: Path, plan) -> None:
    (tmp_path / "plan.toml").write_text("nonsense\n", encoding="utf-8")
    assert plan("--help").exit_code == 0
    assert plan("solve", "--help").exit_code == 0


def test_a_wrong_value_names_where_it_came_from(plan) -> None:
    assert plan("rules", PLAN_FORMAT="jsn").stderr.startswith('PLAN_FORMAT: expected text, json or csv, found "jsn".')
    assert plan("rules", "--format", "jsn").stderr.startswith("--format: expected text, json or csv")
    assert plan("solve", "x.csv", "--gap", "2").stderr.startswith("--gap: expected a share below 100 %")


def test_many_values_in_one_variable(plan, tiny: str) -> None:
    ended = plan("solve", tiny, "--quiet", PLAN_WITHOUT="transfer,budgt")
    assert ended.exit_code == 2
    assert ended.stderr.startswith(
        'PLAN_WITHOUT: expected a rule listed by plan rules, found "budgt". Did you mean "budget"?'
    )


def test_a_misspelt_variable_is_told(plan) -> None:
    ended = plan("tracks", PLAN_AUDIENC="public", PLAN_B="theirs")
    assert ended.exit_code == 0
    assert ended.stderr == "PLAN_AUDIENC sets nothing. Did you mean PLAN_AUDIENCE?\n"


def test_defaults_in_the_help_are_those_of_the_solver(plan) -> None:
    from planner.solve import SolveOptions

    options_ = SolveOptions()
    page = " ".join(plan("solve", "--help").stdout.split())
    assert (options_.gap, options_.time_limit, options_.solver, options_.seed) == (0.001, 300, "highs", 0)
    for shown in ("0.1%", "5m", "highs", "0", "progress", "all cores", "owner", "text"):
        assert f"[default: {shown}]" in page


def test_every_setting_is_an_option_of_solve(plan) -> None:
    page = plan("solve", "--help").stdout
    for setting in SETTINGS.values():
        assert f"--{setting.name}" in page
        assert setting.variable.startswith("PLAN_")
