"""The printed plan: what it says, and that it fits the page in any script."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from models.audit import audit
from models.instance import Instance
from models.moment import Moment
from models.plan import Grant, Plan, Work
from models.records import Activity, Conflict, Funder, Horizon
from planner.outcome import Outcome, audited
from planner.show import render, sentences, show
from planner.show.courses import courses, runs
from planner.show.ledger import ledger
from planner.show.letters import clean, joined, percent, plain
from planner.show.stages import stages
from tests.planner.show.georgia import instance, plan


def solved(**changes: Any) -> Outcome:
    of = instance(**changes)
    decided = plan(of, foundation=changes.get("foundation", "Foundation A"))
    found = audit(of, decided)
    assert found.passed, found.violations
    return Outcome(
        instance=of,
        plan=decided,
        status="solved",
        audit=found,
        passed=True,
        score=float(found.score),
        cost=float(found.cost),
        bound=float(found.score) * 1.0008,
        gap=0.0008,
        solver="HiGHS 1.16.0",
        seconds=3.25,
        options={"seed": "7"},
    )


def lines(text: str, beginning: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip().startswith(beginning)]


@pytest.mark.parametrize("width", [80, 81, 100, 160, 240])
@pytest.mark.parametrize("scenarios", [False, True])
def test_no_line_is_wider_than_the_page(width: int, scenarios: bool) -> None:
    text = render(solved(scenarios=scenarios), width=width, verbose=True)
    assert max(cell_len(line) for line in text.splitlines()) <= width


def test_it_is_at_least_80_columns_wide() -> None:
    assert render(solved(), width=20) == render(solved(), width=80)


def test_plain_text_has_no_escapes_and_ascii_only_ascii() -> None:
    assert "\x1b" not in render(solved())
    assert render(solved(foundation="Fondation Zürich – аль ألف"), ascii_only=True).isascii()
    assert "\x1b[" in render(solved(), colour=True)


def test_colour_changes_no_letter() -> None:
    assert re.sub(r"\x1b\[[0-9;]*m", "", render(solved(), colour=True)) == render(solved())


def test_the_timeline_says_when_and_how_much() -> None:
    text = render(solved(scenarios=False), width=100)
    assert re.search(r"^     phase  +cccc cccc ccnn nnnn$", text, re.MULTILINE)
    assert re.search(r"^     vote Georgia  +\.\.\.\. \.\.bb V\.\.\. \.\.\.\.$", text, re.MULTILINE)
    assert re.search(r"^     missions Georgia and Russia +\.\.\.\. \.\.\.\. \.\./x xxxx$", text, re.MULTILINE)
    assert re.search(r"^T1   Geneva talks +\.\.\.\. \.### ##\.\. +500,000$", text, re.MULTILINE)
    assert re.search(r"^T2   Dialogue +7777 7777 7777 7777 +810,000$", text, re.MULTILINE)
    assert re.search(r"^     sign Ceasefire +\.\.\.\. \.\.\.\. \.S\.\. \.\.\.\.$", text, re.MULTILINE)
    assert re.search(r"^     decide +\^ +\^\+$", text, re.MULTILINE)


def test_long_horizons_go_on_below_in_blocks_of_years() -> None:
    of = Instance(
        [
            Horizon(first=Moment.parse("2000-07"), length="month", number=84),
            Conflict(name="C"),
            Funder(name="F", amount=10**6),
            Activity(name="A", track="T2", spend_max=30, spend_min=30),
        ]
    )
    works = tuple(Work("A", node, 10, 0, 1.0, node == 0) for node in range(84))
    grants = tuple(Grant("F", "A", node, 10) for node in range(84))
    text = render(Outcome(instance=of, plan=Plan(works, grants)), width=80)
    rows = lines(text, "T2   A")
    assert [row.count("#") for row in rows] == [42, 42]
    assert rows[-1].endswith("840")
    assert all("840" not in row for row in rows[:-1])


@pytest.mark.parametrize(
    "name", ["مبعوث خاص هادئ", "השליח השקט", "Тихий посланник", "静かな特使の長い名前です", "Env\u0301oy"]
)
def test_columns_stand_below_each_other_in_any_script(name: str) -> None:
    of = instance(envoy=name, scenarios=False)
    text = render(Outcome(instance=of, plan=plan(of, envoy=name), status="by hand"), width=120)
    row = next(line for line in text.splitlines() if line.startswith("T1") and "[secret]" in line)
    head = next(line for line in text.splitlines() if line.strip().startswith("2006 2007"))
    start = cell_len(head[: head.index("2008")])
    marks = row[row.index("[secret]") + len("[secret]") :]
    assert cell_len(row) - cell_len(marks.lstrip()) + len("..77 7") >= start
    assert row.rstrip().endswith("280,000")
    assert cell_len(row.rstrip()) == cell_len(
        next(line for line in text.splitlines() if "Geneva talks " in line).rstrip()
    )


def test_thousands_only_for_large_money_and_it_says_so() -> None:
    assert "costs in USD." in render(solved(scenarios=False))
    large = solved(scenarios=True)
    assert large.plan is not None
    twice = replace(large.plan, works=tuple(replace(work, spend=10 * work.spend) for work in large.plan.works))
    assert "costs in USD '000." in render(replace(large, plan=twice))


def test_the_ledger_adds_up_exactly() -> None:
    outcome = solved()
    assert outcome.plan is not None
    total = 0
    for course in courses(outcome.instance):
        found = ledger(outcome, course)
        *own, last = found.lines
        sums = [line for line in own if not line.activity]
        works = [line for line in own if line.activity]
        for position in range(len(found.years)):
            assert sum(line.by_year[position] for line in sums) == last.by_year[position]
            assert sum(line.by_year[position] for line in works) == last.by_year[position]
        total += last.total
    assert total == outcome.plan.cost


def test_stages_cover_each_node_once_and_all_money() -> None:
    outcome = solved()
    assert outcome.plan is not None
    found = list(stages(outcome))
    assert sorted(node for stage in found for node in stage.nodes) == list(range(len(outcome.instance.tree)))
    assert sum(stage.cost for stage in found) == outcome.plan.cost
    assert [stage.why for stage in found] == [
        "the beginning",
        "Ceasefire signed",
        "calm is known",
        "rupture is known",
    ]


def test_each_scenario_is_told_in_words() -> None:
    text = " ".join(render(solved(), width=160).split())
    assert "2006-Q1 to 2008-Q2: one plan, whatever comes." in text
    assert (
        "If calm (probability 0.6), from 2008-Q3: stop Geneva talks (2008-Q3); do less of Dialogue (65 % to 50 %"
        in text
    )
    rupture = "stop Geneva talks (2009-Q3); start Quiet envoy [secret] (2008-Q3 to 2009-Q2). Costs 980,000 USD."
    assert f"If rupture (probability 0.4), from 2008-Q3: {rupture}" in text


def test_it_says_what_binds_and_what_it_rests_on() -> None:
    text = render(solved(foundation_amount=330_000), width=160)
    assert (
        "  budget, the money is spent to the last: Foundation A [partners] 2009-Q4 (calm), 2009-Q4 (rupture)." in text
    )
    assert "Left out: Youth exchange." in text
    assert "1 input unverified." in text
    assert "electoral_cycle before 2 (default 1 quarters)" in text
    long = render(solved(), width=160, verbose=True)
    assert "1 input unverified: election President Georgia 2008-01-05." in long
    assert "power_asymmetry social_lift 1 per unit of social progress (0 to 2; assumption, O6)" in long
    assert "Solver HiGHS 1.16.0, 3.2 s, seed 7. Instance " in text


def test_progress_stands_at_the_end_of_each_year() -> None:
    outcome = solved(scenarios=False)
    assert outcome.audit is not None
    text = render(outcome, width=120)
    political = lines(text, "political")[0].split()
    expected = [outcome.audit.replay.progress["Georgia-Russia", "political", node] for node in (3, 7, 11, 15)]
    assert political[1:] == [f"{float(value):.2f}" for value in expected]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, "No plan can score more than 0.08 % above this one."),
        ({"gap": 0.0}, "No plan can score higher than this one."),
        ({"gap": 0.0, "objective": "cost"}, "No plan that reaches the targets can cost less than this one."),
        ({"score": -0.5, "bound": 0.25, "gap": 1.5}, "No plan can score more than 0.7500 points above this one."),
        ({"status": "limit", "gap": 0.023}, "Stopped early: a better plan may exist, at most 2.3 % better."),
        (
            {"status": "interrupted", "gap": None},
            "Stopped early: a better plan may exist; how much better is not known.",
        ),
        ({"objective": "cost"}, "No plan that reaches the targets can cost more than 0.08 % less than this one."),
        (
            {"objective": "cost", "status": "limit", "gap": 0.5},
            "Stopped early: a cheaper plan may exist, at most 50 % cheaper.",
        ),
        ({"status": "by hand"}, "A plan made by hand: nothing is proven about better ones."),
        ({"status": "infeasible", "plan": None}, "No plan meets every requirement: this is proven."),
        ({"status": "no_plan", "plan": None}, "The search ended before any plan was found."),
        ({"status": "refused", "plan": None}, "The audit refused the solver's plan; it is not shown."),
    ],
)
def test_the_proof_is_one_plain_sentence(changes: dict[str, Any], sentence: str) -> None:
    assert sentences.proof(replace(solved(), **{"score": 0.5, **changes})) == sentence


def test_a_plan_that_fails_its_audit_is_not_shown() -> None:
    of = instance()
    decided = plan(of)
    text = render(audited(Outcome(instance=of, plan=replace(decided, grants=decided.grants[1:]))))
    assert "Audit: refused" in text
    assert "Dialogue" not in text


def test_clashes_are_told() -> None:
    text = render(Outcome(instance=instance(), plan=None, status="infeasible", clash=("EU cannot pay.",)))
    assert "EU cannot pay." in text
    hidden = render(
        Outcome(instance=instance(), plan=None, status="infeasible", clash=("EU cannot pay.",)), audience="public"
    )
    assert "EU cannot pay." not in hidden


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.0, "0 %"), (0.0008, "0.08 %"), (0.001, "0.10 %"), (0.023, "2.3 %"), (0.5, "50 %"), (1e-9, "less than 0.01 %")],
)
def test_percentages_never_read_as_nothing(share: float, text: str) -> None:
    assert percent(share) == text


def test_words() -> None:
    assert joined([]) == ""
    assert joined(["a"]) == "a"
    assert joined(["a", "b", "c"]) == "a, b and c"
    assert runs([3, 4, 5, 8]) == [(3, 5), (8, 8)]


def test_names_cannot_move_the_cursor_or_turn_the_line() -> None:
    assert clean("a\x1b[2Jb\u202ec\r\nd") == "a [2Jb c d"
    assert plain("Zürich – “x”") == 'Zurich - "x"'


@settings(deadline=None)
@given(st.text())
def test_spelling_is_plain_ascii_and_never_one_name_for_two_scripts(name: str) -> None:
    assert plain(clean(name)).isascii()
    assert plain("مبعوث") != plain("مبعوثة")


def test_show_prints_plain_text_on_a_pipe(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = solved()
    monkeypatch.setenv("COLUMNS", "200")
    show(outcome, audience="public", ascii_only=True)
    assert capsys.readouterr().out == render(outcome, audience="public", ascii_only=True)


def test_a_stage_in_which_nothing_runs_says_so() -> None:
    of = instance()
    text = render(Outcome(instance=of, plan=Plan((), ())))
    assert text.count("Nothing runs.") == 3
