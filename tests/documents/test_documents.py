"""The documents tell the truth: their commands are run, their Python too, and what they point to exists."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.documents.blocks import DOCUMENTS, ROOT, Block, blocks, commands, same
from tests.documents.run import run_plan, run_python

CONSOLE = [block for document in DOCUMENTS for block in blocks(document, "console")]
PYTHON = [block for document in DOCUMENTS for block in blocks(document, "python")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that looks like the checkout to a command, and may be written to."""
    shutil.copytree(ROOT / "instances", tmp_path / "instances")
    return tmp_path


@pytest.mark.parametrize("block", CONSOLE, ids=str)
def test_console_blocks_show_what_comes_out(block: Block, folder: Path) -> None:
    for command, shown in commands(block):
        found = run_plan(command, folder)
        assert same(shown, found), f"{block}: {command}\nshows:\n{shown}\n\nbut prints:\n{found}"


@pytest.mark.parametrize("block", PYTHON, ids=str)
def test_python_blocks_run(block: Block, folder: Path) -> None:
    (folder / "block.py").write_text(block.text, encoding="utf-8")
    ended = run_python(["block.py"], folder)
    assert ended.returncode == 0, f"{block}:\n{ended.stdout}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", document.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", text):
        assert target.startswith("https://") or (document.parent / target).exists(), target


def test_every_path_of_the_folder_map_exists() -> None:
    (folder_map,) = (block.text for block in blocks(ROOT / "README.md", "text") if "planner/" in block.text)
    paths = re.findall(r"^( *)([\w.]+/?)", folder_map, flags=re.MULTILINE)
    assert paths
    above = ""
    for indent, name in paths:
        above = "" if not indent else above
        assert (ROOT / above / name).exists(), above + name
        above = name if not indent else above


def test_the_check_of_a_change_runs_the_test_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "python3 -m pip install -q uv && uv run pytest" in readme
    assert "python3 -m pip install -q uv\n" in script
    assert script.endswith("\nuv run pytest\n")


def test_documents_name_every_exit_code() -> None:
    from planner.errors import EXIT_MEANING

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for code, meaning in EXIT_MEANING.items():
        assert f"| {code.value} | {meaning} |" in readme


@pytest.mark.parametrize("block", blocks(ROOT / "README.md", "csv"), ids=str)
def test_the_format_in_one_screen_is_an_instance_without_fault_or_doubt(block: Block, folder: Path) -> None:
    (folder / "shown.csv").write_text(block.text, encoding="utf-8")
    assert run_plan("plan check shown.csv", folder) == "shown.csv can be solved: 4 activities, 2 funders, 8 quarters.\n"
