"""What commands print, as somebody last read it. Write it anew by ``PLAN_GOLDEN=write pytest tests/planner/cli``."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.documents.blocks import same
from tests.planner.cli.conftest import TINY

GOLDEN = Path(__file__).parent / "golden"
FAULTY = (
    TINY.replace("2030-Q1,2030-Q4", "Aug 2030,2030-Q4")
    .replace("North|South", "North|Sudh")
    .replace(",1000\n", ",one\n")
    .replace("T5,10", "T55,10")
)
WRITE = os.environ.get("PLAN_GOLDEN") == "write"
COMMANDS = {
    "help": "--help",
    "help_solve": "solve --help",
    "help_check": "check --help",
    "help_price": "price --help",
    "help_repair": "repair --help",
    "help_ladder": "ladder --help",
    "help_alternatives": "alternatives --help",
    "help_earmarks": "earmarks --help",
    "help_explain": "explain --help",
    "help_bench_run": "bench run --help",
    "help_bench_compare": "bench compare --help",
    "help_report": "report --help",
    "rules": "rules",
    "rules_ascii": "rules --ascii",
    "tracks": "tracks",
    "assumptions": "assumptions",
    "assumptions_json": "assumptions --rule closed_embassy --format json",
    "schema_closure": "schema --record closure",
    "cases": "new --cases",
    "check": "check tiny.csv",
    "check_faulty": "check faulty.csv",
    "check_faulty_json": "check faulty.csv --format json",
    "solve_faulty": "solve faulty.csv",
    "solve_slow": "solve tiny.csv --gap 200 --time-limit 5m",
    "solve_rule": "solve tiny.csv --without closed_embasy",
    "audit": "audit tiny.csv plan.csv",
    "audit_json": "audit tiny.csv plan.csv --format json",
    "audit_refused": "audit tiny.csv broken.csv",
    "convert": "convert tiny.csv -",
    "price": "price tiny.csv --gap 0 --rules budget|preparation",
}
HANDMADE = """\
record,activity,period,spend,setup,output,start,funder,amount
work,Schools,2030-Q1,20,10,,yes
work,Schools,2030-Q2,20
grant,Schools,2030-Q1,,,,,Trust,30
grant,Schools,2030-Q2,,,,,Trust,20
"""


@pytest.fixture
def files(tiny: str, tmp_path: Path) -> None:
    (tmp_path / "faulty.csv").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "plan.csv").write_text(HANDMADE, encoding="utf-8")
    (tmp_path / "broken.csv").write_text(HANDMADE.replace("Trust,20", "Trust,19"), encoding="utf-8")


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("name", COMMANDS)
def test_output_is_as_it_was_read(plan, name: str) -> None:
    ended = plan(*COMMANDS[name].split(), COLUMNS="100")
    path = GOLDEN / f"{name}.txt"
    printed = f"$ plan {COMMANDS[name]}\n{ended.output}exit code {ended.exit_code}\n"
    if WRITE:
        path.write_text(printed, encoding="utf-8")
    assert same(path.read_text(encoding="utf-8"), printed), printed


def test_no_golden_output_is_left_over() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == set(COMMANDS)
