"""The small interface of the package: ``planner.read`` and ``planner.solve``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import planner

TINY = Path(__file__).parents[3] / "instances" / "tiny"


def test_read_and_solve_in_two_lines() -> None:
    instance, warnings = planner.read(TINY / "budget.csv")
    result = planner.solve(instance, gap=0.001, time_limit=60)
    assert isinstance(warnings, tuple)
    assert result.status is planner.Status.SOLVED


def test_solve_stays_callable_and_a_package_in_any_order_of_imports() -> None:
    code = """if True:
        import planner.solve.options
        import planner
        from planner.solve import solve
        assert callable(planner.solve) and planner.solve.solve is solve
        assert planner.SolveOptions is planner.solve.options.SolveOptions
    """
    subprocess.run([sys.executable, "-c", code], check=True)


def test_importing_the_package_loads_nothing() -> None:
    code = "import planner, sys; print(sorted(name for name in sys.modules if name.startswith(('planner.', 'models'))))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_names_it_does_not_have() -> None:
    with pytest.raises(AttributeError, match="sulve"):
        planner.sulve  # noqa: B018
    assert set(planner.__all__) <= set(dir(planner))


def test_a_script_without_a_main_guard_and_with_misleading_folders_can_solve(tmp_path: Path) -> None:
    """The child neither runs the caller's script again nor imports what lies about in the current folder."""
    for name in ("planner", "models", "pulp"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("raise RuntimeError('the wrong one')")
    script = tmp_path / "scripts" / "mine.py"
    script.parent.mkdir()
    script.write_text(
        "import planner\n"
        f"instance, _ = planner.read({str(TINY / 'budget.csv')!r})\n"
        "print('once', planner.solve(instance, time_limit=60).status)\n"
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.stdout.strip() == "once solved", done.stderr
