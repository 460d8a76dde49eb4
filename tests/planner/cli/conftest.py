"""How the tests call the command line: in this process by click's runner, or as a user does, in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from planner.cli import main

type Plan = Callable[..., Result]
type Process = Callable[..., subprocess.CompletedProcess[bytes]]

TINY = """\
record,name,conflict,kind,who,from,to,amount,source,visibility,scenario,track,setup,spend_min,spend_max,political,structural,social
horizon,Tiny,,quarter,,2030-Q1,2030-Q4
conflict,River
party,North,River
party,South,River
funder,Trust,,,,,,1000
activity,Talks,River,negotiation,North|South,,,,,,,T1,0,20,60,0.05,0,0
activity,Schools,River,education,,,,,,,,T5,10,20,80,0,0.02,0.03
"""


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, known_solves: None) -> None:
    """An empty folder, no variables of the one who runs the tests, and no solve made twice."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("PLAN_") or name in ("NO_COLOR", "COLUMNS")]:
        monkeypatch.delenv(name)


@pytest.fixture
def plan() -> Plan:
    """Run ``plan`` with these words in this process."""

    def run(*words: str, **environment: str) -> Result:
        return CliRunner().invoke(main, list(words), prog_name="plan", env=environment)

    return run


@pytest.fixture
def process(tmp_path: Path) -> Process:
    """Run ``plan`` with these words in a process of its own; output as bytes."""

    def run(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-c", "from planner.cli import main; main(prog_name='plan')", *words]
        return subprocess.run(command, capture_output=True, cwd=tmp_path, env=os.environ | environment, timeout=120)

    return run


@pytest.fixture
def tiny(tmp_path: Path) -> str:
    """The name of a small instance in the current folder; it solves in a moment."""
    (tmp_path / "tiny.csv").write_text(TINY, encoding="utf-8")
    return "tiny.csv"
