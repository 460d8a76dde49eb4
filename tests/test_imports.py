"""The arrows of the architecture, read from the source: tests -> planner -> models -> PuLP, never back."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PURE = {"pulp", "pydantic"}
"""What models/ may import beyond the standard library: the modeller, the validator, the speller."""
IMPURE_STANDARD = {
    "argparse", "csv", "io", "logging", "multiprocessing", "os", "pathlib", "shutil", "signal", "sqlite3", "subprocess",
    "sys", "tempfile", "threading", "time",
}  # fmt: skip
NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "requests", "httpx", "urllib3", "aiohttp"}
FORMULATION = (
    "variables",
    "helpers",
    "levels",
    "stock",
    "core",
    "rules",
    "rule",
    "objective",
    "build",
    "model",
    "reach",
    "relief",
    "opinion",
    "carrying",
    "raising",
    "nuisances",
    "extract",
    "polish",
    "payers",
)
"""The modules of models/ that the audit must not see, or it would repeat their mistakes."""
FORWARD = (
    ("instance", "plan", "tree", "calendar"),
    ("variables", "helpers", "nuisances"),
    ("core", "rules", "objective"),
    ("build",),
)
HEAVY = {
    "pandas",
    "numpy",
    "pulp",
    "pydantic",
    "rich",
    "highspy",
    "openpyxl",
    "xlsxwriter",
    "python_calamine",
    "models",
}


def files(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def module(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path, *, at_load: bool = False) -> frozenset[str]:
    """Dotted names a file imports; ``at_load``: only those that importing the file runs."""
    return frozenset(_imports(parsed(path), at_load))


def _imports(tree: ast.AST, at_load: bool) -> Iterator[str]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative import"
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif at_load and (isinstance(node, ast.FunctionDef) or _for_types_only(node)):
            continue
        else:
            yield from _imports(node, at_load)


def _for_types_only(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def belongs(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


@pytest.mark.parametrize("path", files("models"), ids=module)
def test_models_are_pure(path: Path) -> None:
    for name in imports(path):
        top = name.partition(".")[0]
        assert top not in IMPURE_STANDARD, f"{name}: models/ reads and writes nothing"
        assert top == "models" or top in PURE or top in sys.stdlib_module_names, f"{name}: not for models/"
    called = {
        node.func.id
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not called & {"print", "open", "input", "exec", "eval"}


@pytest.mark.parametrize("path", [*files("models"), *files("planner")], ids=module)
def test_arrows_never_point_back(path: Path) -> None:
    above = ("tests", "benchmarks") if module(path).startswith("planner") else ("tests", "benchmarks", "planner")
    assert not [name for name in imports(path) for package in above if belongs(name, package)]


@pytest.mark.parametrize("path", [*files("models"), *files("planner")], ids=module)
def test_nothing_is_ever_sent_anywhere(path: Path) -> None:
    assert not {name.partition(".")[0] for name in imports(path)} & NETWORK


def test_only_a_cluster_that_was_asked_for_is_reached() -> None:
    """Dask, which opens connections, is seen by these modules only, and not before they are asked for a cluster."""
    reaching = {
        module(path)
        for path in [*files("models"), *files("planner")]
        if {name.partition(".")[0] for name in imports(path)} & {"dask", "distributed"}
    }
    assert reaching == {f"planner.solve.decomposed.{name}" for name in ("cluster", "reach", "remote")}
    for name in reaching:
        path = ROOT / Path(*name.split(".")).with_suffix(".py")
        assert not {each.partition(".")[0] for each in imports(path, at_load=True)} & {"dask", "distributed"}


@pytest.mark.parametrize("path", files("models"), ids=module)
def test_the_formulation_goes_forward(path: Path) -> None:
    """instance, plan -> variables -> core, rules, objective -> build; no rule knows another one."""
    mine = module(path).split(".")[1:2]
    level = next((level for level, names in enumerate(FORWARD) if mine and mine[0] in names), None)
    if level is None:
        return
    later = [f"models.{name}" for names in FORWARD[level + 1 :] for name in names]
    assert not [name for name in imports(path, at_load=True) for package in later if belongs(name, package)]
    if mine == ["rules"] and path.name != "__init__.py":
        assert not [name for name in imports(path) if belongs(name, "models.rules")]


def test_the_audit_shares_no_code_with_the_formulation() -> None:
    """Not even through others: nothing that the audit imports, directly or not, is of the formulation."""
    seen: set[Path] = set()
    left = set(files("models/audit"))
    assert left
    while left:
        path = left.pop()
        seen.add(path)
        for name in imports(path):
            assert name.partition(".")[0] != "pulp", f"{module(path)} imports {name}"
            assert not [word for word in FORMULATION if belongs(name, f"models.{word}")], (
                f"{module(path)} imports {name}"
            )
            left |= {target for target in _files_of(name) if target not in seen}


def _files_of(name: str) -> Iterator[Path]:
    """The file of a module, or of the module that a name comes from."""
    parts = name.split(".")
    for end in range(len(parts), 0, -1):
        base = ROOT.joinpath(*parts[:end])
        for candidate in (base.with_suffix(".py"), base / "__init__.py"):
            if parts[0] == "models" and candidate.is_file():
                yield candidate
                return


def test_imports_make_no_circles() -> None:
    names = {module(path): path for package in ("models", "planner") for path in files(package)}
    done: set[str] = set()

    def walk(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join([*trail[trail.index(name) :], name])
        if name in done:
            return
        for target in sorted(imports(names[name], at_load=True)):
            # `from package import module` names a module, `from module import thing` one level less.
            owner = target if target in names else target.rpartition(".")[0]
            if owner in names and owner != name:
                walk(owner, (*trail, name))
        done.add(name)

    for name in names:
        walk(name, ())


def commands() -> list[str]:
    from planner.cli import SECTIONS

    return [name for section in SECTIONS.values() for name in section]


@pytest.mark.parametrize(
    "command", [[], *([name] for name in commands())], ids=lambda words: " ".join(["plan", *words])
)
def test_help_imports_nothing_heavy(command: list[str], tmp_path: Path) -> None:
    program = (
        "import json, sys\n"
        "from planner.cli import main\n"
        "try:\n    main(sys.argv[1:])\n"
        "except SystemExit as end:\n    assert end.code == 0\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, *command, "--help"], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    assert not HEAVY & set(json.loads(run.stdout.splitlines()[-1]))


def test_help_starts_as_fast_as_an_empty_program(tmp_path: Path) -> None:
    """At most twice the processor time of a click program that does nothing; the least of several runs counts."""
    empty = "import click\n@click.group()\ndef main(): ...\nmain()"
    ours = "from planner.cli import main; main(prog_name='plan')"
    spent: dict[str, float] = {}
    for program in (empty, ours) * 5:
        before = os.times()
        subprocess.run([sys.executable, "-c", program, "--help"], capture_output=True, cwd=tmp_path, check=True)
        after = os.times()
        seconds = after.children_user + after.children_system - before.children_user - before.children_system
        spent[program] = min(seconds, spent.get(program, seconds))
    assert spent[ours] <= 2 * spent[empty]
