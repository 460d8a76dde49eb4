"""How the documents' commands are run: in a copy of the checkout's instances, 100 columns wide, without colour."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

from tests.documents.blocks import ROOT

PROGRAM = "from planner.cli import main; main(prog_name='plan')"


def run_plan(command: str, folder: Path) -> str:
    """What ``plan ...`` prints on both streams, in their order."""
    words = shlex.split(command.removeprefix("uv run "))
    assert words[0] == "plan", f"only plan is run, found {command}"
    return run_python(["-c", PROGRAM, *words[1:]], folder).stdout


def run_python(words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Python with these words; standard error goes where standard output goes."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PLAN_")}
    environment |= {"COLUMNS": "100", "PYTHONUTF8": "1", "NO_COLOR": "1", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, *words], cwd=folder, env=environment, text=True, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300,
    )  # fmt: skip
