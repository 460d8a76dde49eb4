"""Data frames of a result add up and leave out what is withheld."""

from __future__ import annotations

from models.audit import audit
from planner.frames import frames
from planner.outcome import Outcome
from tests.planner.show.georgia import instance, plan


def test_frames_hold_the_whole_plan() -> None:
    of = instance()
    decided = plan(of)
    found = frames(Outcome(instance=of, plan=decided, audit=audit(of, decided), passed=True, score=0.5))
    assert set(found) == {"works", "ledger", "progress", "milestones", "summary"}
    works = found["works"]
    assert works["spend"].sum() + works["setup"].sum() == decided.cost == found["ledger"]["amount"].sum()
    assert set(works["track"]) == {"T1", "T2"}
    assert works["output"].dtype == float
    progress = found["progress"].set_index(["conflict", "measure", "period"])["progress"]
    assert progress["Georgia-Russia", "social", "2006-Q1"] == 0.0
    assert list(found["milestones"]["milestone"]) == ["Ceasefire"]
    assert found["summary"].loc["score", "value"] == 0.5


def test_frames_for_others() -> None:
    of = instance()
    decided = plan(of)
    outcome = Outcome(instance=of, plan=decided, audit=audit(of, decided), passed=True, score=0.5)
    partners, public = frames(outcome, audience="partners"), frames(outcome, audience="public")
    assert "Quiet envoy" not in partners["works"].to_csv()
    assert partners["progress"].empty
    assert "score" not in partners["summary"].index
    assert public["works"]["output"].isna().all()
    assert set(public["ledger"]["funder"]) == {"EU"}


def test_a_result_without_a_plan_has_empty_frames() -> None:
    found = frames(Outcome(instance=instance(), plan=None, status="infeasible"))
    assert found["works"].empty
    assert found["summary"].loc["status", "value"] == "infeasible"
