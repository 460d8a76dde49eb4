"""Files appear whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from models.records import Conflict, Horizon, Link
from planner.read import read_records
from planner.write import write_instance
from planner.write.atomic import write_atomically

RECORDS = [Horizon(first="2008", number=4), Conflict(name="A")]


def test_new_files_get_the_usual_permissions(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    write_atomically(tmp_path / "a.txt", "é")
    assert (tmp_path / "a.txt").read_bytes() == "é".encode()
    assert (tmp_path / "a.txt").stat().st_mode == usual.stat().st_mode


def test_an_existing_file_needs_force_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    path.chmod(0o640)
    with pytest.raises(FileExistsError, match="--force"):
        write_atomically(path, "new")
    assert path.read_text() == "old"
    write_atomically(path, "new", force=True)
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_failure_leaves_nothing_and_keeps_the_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    seen: list[int] = []

    def fail(source: str, target: Path) -> None:
        seen.append(stat.S_IMODE(os.stat(source).st_mode))
        raise OSError("disk full")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        write_atomically(path, "new", force=True)
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]
    assert len(seen) == 1


def test_the_file_is_private_while_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    modes: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: modes.append(stat.S_IMODE(os.fstat(handle).st_mode)))
    write_atomically(tmp_path / "a.txt", "x")
    assert modes == [0o600]


def test_links_are_followed_and_devices_written_to(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    write_atomically(tmp_path / "link.txt", "new", force=True)
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"
    write_atomically(os.devnull, "x")
    with pytest.raises(IsADirectoryError):
        write_atomically(tmp_path, "x", force=True)


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "parts"])
def test_instances_are_not_overwritten_without_force(name: str, tmp_path: Path) -> None:
    target = tmp_path / name
    write_instance([*RECORDS, Link(name="x", kind="follows", other="y")], target)
    with pytest.raises(FileExistsError, match="--force"):
        write_instance(RECORDS, target)
    assert len(read_records(target).records) == 3
    write_instance(RECORDS, target, force=True)
    assert list(read_records(target).records) == RECORDS
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_a_folder_keeps_what_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    write_instance(RECORDS, tmp_path)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["README.md", "conflict.csv", "horizon.csv"]


def test_the_same_records_make_the_same_file(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx", "a.csv", "b.csv"):
        write_instance(RECORDS, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


def test_other_suffixes_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"\.csv or \.xlsx"):
        write_instance(RECORDS, tmp_path / "a.ods")
