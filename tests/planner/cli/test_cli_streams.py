"""Output never fails: closed pipes, narrow encodings, consoles without colour."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from planner.cli.streams import plain

PROGRAM = "from planner.cli import main; main(prog_name='plan')"


@pytest.mark.parametrize(
    ("text", "shown"), [("Côte d’Ivoire – 5 → 6", "Cote d'Ivoire - 5 -> 6"), ("Тбилиси", "???????"), ("plain", "plain")]
)
def test_plain(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_ascii_everywhere(process) -> None:
    for words in (["rules"], ["assumptions"], ["schema"], ["rules", "--format", "json"]):
        ended = process(*words, "--ascii")
        assert ended.returncode == 0, ended.stderr
        assert ended.stdout.isascii()


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("ascii", "rules"),
        ("ascii", "assumptions --format csv"),
        ("cp1252", "rules"),
        ("cp437", "schema"),
        ("cp437", "--help"),
        ("utf-8", "rules"),
    ],
)
def test_narrow_consoles(process, encoding: str, words: str) -> None:
    ended = process(*words.split(), PYTHONIOENCODING=encoding)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.decode(encoding)
    assert b"Traceback" not in ended.stderr


def test_names_a_console_cannot_show(process, tmp_path: Path) -> None:
    (tmp_path / "faulty.csv").write_text("record,name\nhorizon,سلام\n", encoding="utf-8")
    ended = process("check", "faulty.csv", PYTHONIOENCODING="cp1252")
    assert ended.returncode == 2
    assert b"Traceback" not in ended.stdout + ended.stderr


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize("words", ["rules", "schema", "assumptions --format csv", "--help"])
def test_a_reader_that_goes_away(words: str, tmp_path: Path) -> None:
    command = f'set -o pipefail; {sys.executable} -c "{PROGRAM}" {words} | head -1'
    ended = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=tmp_path, timeout=60)
    assert ended.stdout.count("\n") == 1
    assert ended.stderr == ""
    assert ended.returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
def test_no_output_at_all(tmp_path: Path) -> None:
    command = f'{sys.executable} -c "{PROGRAM}" rules >&- 2>&-'
    ended = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=tmp_path, timeout=60)
    assert ended.returncode in (0, 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk(tmp_path: Path) -> None:
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-c", PROGRAM, "rules"]
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, cwd=tmp_path, timeout=60)
    assert ended.returncode == 2
    assert ended.stderr == "The output: no space left on device.\n"


def test_no_colour_on_a_pipe_or_where_none_is_wanted(process) -> None:
    assert b"\x1b" not in process("rules").stdout
    assert b"\x1b" not in process("rules", NO_COLOR="1", FORCE_COLOR="1").stdout
