"""What a frozen version tells becomes a row."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from benchmarks import probe
from benchmarks.at import figures

TINY = Path(__file__).parents[2] / "instances" / "tiny"


def test_the_probe_tells_what_a_row_needs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    question = {"file": str(TINY / "core.csv"), "options": {"gap": 0.001, "threads": 1, "without": ["transfer"]}}
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(question)))
    probe.main()
    found = figures(json.loads(capsys.readouterr().out), 0)
    assert (found["status"], found["cut"]) == ("solved", False)
    assert found["value"] == pytest.approx(0.2578947, abs=1e-3)
    assert found["start"] > 0
    assert found["to_01_percent"] <= found["total"]


def test_times_begin_when_the_process_is_up() -> None:
    """Up after 2 s, a plan 1 s later, within 1 % 3 s later, done after 7 s: 1 s of 1, two of .2, two of .005."""
    told = {
        **dict.fromkeys(("root_gap", "peak_memory"), None),
        **dict.fromkeys(("build", "search", "polish", "audit"), 0.1),
        **dict.fromkeys(("rows", "columns", "nonzeros", "nodes"), 1),
        "status": "limit",
        "value": 1.0,
        "bound": 1.005,
        "gap": 0.005,
        "seconds": 7.0,
        "trace": [[2.0, None, None], [3.0, 0.8, 1.0], [5.0, 0.995, 1.0]],
    }
    found = figures(told, 3 * 1024 * 1024)
    assert (found["start"], found["total"], found["first_plan"], found["to_1_percent"]) == (2.0, 5.0, 1.0, 3.0)
    assert found["to_01_percent"] is None
    assert found["integral"] == pytest.approx(1 + 2 * 0.2 + 2 * 0.005)
    assert (found["cut"], found["peak_megabytes"]) == (True, 3.0)
