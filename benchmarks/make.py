"""Writes the instances of the benchmarks: ``python -m benchmarks.make FOLDER [--families single,tree] [--seeds 0-2]``.

``--members portfolio-1000-s0,...`` writes those instead, of sizes that no family has by itself too.

The families of ``benchmarks.families`` and the real cases, one CSV file each. The same names always get the same
content; ``manifest.csv`` lists them with their hash, as ``plan bench run`` states it, and their size.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator
from pathlib import Path

import planner
from benchmarks.families.family import SIZES, Member, members
from models.instance import Instance
from planner.identity import identity, short
from planner.write import write_instance

CASES = Path(__file__).parents[1] / "instances" / "cases"
HEADINGS = ("instance", "hash", "conflicts", "activities", "periods", "scenarios", "nodes", "funders")


def written(member: Member, folder: Path) -> Path:
    """Write a member into ``folder``; one that is there is replaced."""
    path = folder / f"{member.name}.csv"
    write_instance(member.records(), path, force=True)
    return path


def copied(folder: Path) -> Iterator[Path]:
    """Copy the real cases into ``folder``."""
    for case in sorted(CASES.glob("*.csv")):
        path = folder / f"case-{case.name}"
        path.write_bytes(case.read_bytes())
        yield path


def listed(path: Path) -> tuple[object, ...]:
    """The row of the manifest. Raises ``models.faults.Faults`` where the instance is faulty: it must not be."""
    instance: Instance = planner.read(path)[0]
    return (
        path.stem,
        short(identity(instance)),
        len(instance.conflicts),
        len(instance.activities),
        instance.calendar.number,
        len(instance.tree.leaves),
        len(instance.tree),
        len(instance.funders),
    )


def numbers(text: str) -> tuple[int, ...]:
    """``0,2`` or ``0-4``."""
    found: list[int] = []
    for word in text.split(","):
        first, _, last = word.partition("-")
        found += range(int(first), int(last or first) + 1)
    return tuple(found)


def named(text: str) -> tuple[Member, ...]:
    """``single-16x16-s0,portfolio-1000-s0``."""
    try:
        return tuple(Member.named(name) for name in text.split(","))
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--families", default=",".join((*SIZES, "cases")), help="of: %(default)s")
    parser.add_argument("--seeds", type=numbers, default=(0, 1, 2), help="as 0-2, the default")
    parser.add_argument("--members", type=named, help="these instead, as portfolio-1000-s0")
    chosen = parser.parse_args()
    families = tuple(chosen.families.split(","))
    if unknown := sorted({*families} - {*SIZES, "cases"}):
        parser.error(f"there is no family {', '.join(unknown)}; there are {', '.join((*SIZES, 'cases'))}")
    chosen.folder.mkdir(parents=True, exist_ok=True)
    asked = chosen.members or members(tuple(family for family in SIZES if family in families), chosen.seeds)
    paths = [written(member, chosen.folder) for member in asked]
    paths += copied(chosen.folder) if "cases" in families and not chosen.members else ()
    with (chosen.folder / "manifest.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADINGS)
        for path in paths:
            writer.writerow(row := listed(path))
            print("  ".join(f"{heading} {cell}" for heading, cell in zip(HEADINGS, row, strict=True)))


if __name__ == "__main__":
    main()
