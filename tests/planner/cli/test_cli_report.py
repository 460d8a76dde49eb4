"""``plan report`` as a user meets it."""

from __future__ import annotations

from pathlib import Path
from zipfile import is_zipfile

import pytest

from tests.planner.cli.conftest import Plan
from tests.planner.cli.test_cli_endings import IMPOSSIBLE


@pytest.fixture
def saved(plan: Plan, tiny: str) -> str:
    assert plan("solve", tiny, "--out", "plan.csv", "--gap", "1%").exit_code == 0
    return "plan.csv"


def test_a_page_and_a_workbook_of_a_saved_plan(plan: Plan, tiny: str, saved: str) -> None:
    done = plan("report", tiny, "--plan", saved, "--out", "report.html")
    assert done.exit_code == 0
    assert "Wrote report.html." in done.stderr
    assert "--parts all adds them" in done.stderr
    assert Path("report.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert plan("report", tiny, "--plan", saved, "--out", "report.xlsx").exit_code == 0
    assert is_zipfile("report.xlsx")
    again = plan("report", tiny, "--plan", saved, "--out", "report.html")
    assert again.exit_code == 2
    assert "--force" in again.stderr
    printed = plan("report", tiny, "--plan", saved, "--out", "-", "--without-part", "glossary", "-q")
    assert printed.stdout.startswith("<!DOCTYPE html>")
    assert "Glossary" not in printed.stdout
    assert printed.stderr == ""


def test_a_resumed_report_solves_nothing_again(plan: Plan, tiny: str) -> None:
    words = ("report", tiny, "--gap", "1%", "--resume", "kept", "--force", "--jobs", "1")
    assert plan(*words, "--out", "one.html").exit_code == 0
    before = Path("kept").read_bytes()
    assert plan(*words, "--out", "two.html").exit_code == 0
    assert Path("kept").read_bytes() == before
    assert Path("one.html").read_bytes() == Path("two.html").read_bytes()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), "--out report.html"),
        (("--out", "report.pdf"), ".html, .xlsx"),
        (("--out", "r.html", "--parts", "frontir"), 'Did you mean "frontier"?'),
        (("--out", "r.html", "--without-part", "harms"), 'Did you mean "harm"?'),
        (("--out", "r.html", "--parts", "harm", "--without-part", "harm"), "leaves nothing"),
        (("--out", "r.html", "--fiscal-year", "13"), "a month such as 4 or April"),
        (("--out", "r.html", "--format", "json"), "no --format"),
    ],
)
def test_what_cannot_be_used_is_said(plan: Plan, tiny: str, words: tuple[str, ...], expected: str) -> None:
    done = plan("report", tiny, *words)
    assert done.exit_code == 2
    assert expected in done.stderr
    assert not Path("r.html").exists()


def test_no_report_without_a_plan(plan: Plan) -> None:
    Path("impossible.csv").write_text(IMPOSSIBLE, encoding="utf-8")
    done = plan("report", "impossible.csv", "--objective", "cost", "--out", "r.html")
    assert done.exit_code == 3
    assert "No plan meets every requirement" in done.stderr
    assert not Path("r.html").exists()


def test_a_plan_that_fails_its_audit_is_not_reported_on(plan: Plan, tiny: str, saved: str) -> None:
    text = Path(tiny).read_text(encoding="utf-8")
    Path(tiny).write_text(text.replace("1000", "30"), encoding="utf-8")
    done = plan("report", tiny, "--plan", saved, "--out", "r.html")
    assert done.exit_code in (2, 6)
    assert not Path("r.html").exists()
