"""Writes the model to a file under neutral names, with a table beside it of what each name means."""

from __future__ import annotations

import csv
import gzip
import io
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from models.instance import Instance
from planner.errors import InputError
from planner.solve.neutral import Neutral
from planner.solve.options import model_format

_RECORD = re.compile(r"_([afclm])(\d+)(?=_|$)")
_NODE = re.compile(r"_n(\d+)(?=_|$)")


def names_beside(target: Path) -> Path:
    """``model.names.csv`` for ``model.mps`` or ``model.mps.gz``."""
    stem = target.name[: -len(".gz")] if target.name.lower().endswith(".gz") else target.name
    return target.with_name(Path(stem).stem + ".names.csv")


def write_model(neutral: Neutral, instance: Instance, target: Path, folder: Path) -> None:
    """Write MPS or LP by the suffix of ``target`` (``.gz`` compresses), and ``names_beside(target)``.

    ``folder`` is private; the model is made there. Raises ``InputError`` where the target cannot be written.
    """
    with TemporaryDirectory(dir=folder) as work:
        plain = Path(work) / "model"
        if model_format(target) == "mps":
            neutral.problem.writeMPS(str(plain), with_objsense=True)
        else:
            neutral.problem.writeLP(str(plain))
        content = plain.read_bytes()
    try:
        target.write_bytes(gzip.compress(content, mtime=0) if target.name.lower().endswith(".gz") else content)
        names_beside(target).write_text(_names(neutral, instance), encoding="utf-8")
    except OSError as error:
        raise InputError(f"the model cannot be written to {target}: {error.strerror}") from None


def _names(neutral: Neutral, instance: Instance) -> str:
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(("name", "in_the_model", "meaning"))
    for name, original in (*neutral.columns, *neutral.rows):
        writer.writerow((name, original, meaning(original, instance)))
    return table.getvalue()


def meaning(name: str, instance: Instance) -> str:
    """``on_a3_n5`` in words: ``on: Geneva talks, 2007-Q2``."""
    records = {
        "a": [activity.name for activity in instance.activities],
        "f": [funder.name for funder in instance.funders],
        "c": [conflict.name for conflict in instance.conflicts],
        "l": [link.key for link in instance.links],
        "m": [milestone.name for milestone in instance.milestones],
    }
    words = [records[kind][int(number)] for kind, number in _RECORD.findall(name) if int(number) < len(records[kind])]
    words += [instance.label(int(n)) for n in _NODE.findall(name) if int(n) < len(instance.tree)]
    what = _NODE.sub("", _RECORD.sub("", name)).replace("_", " ").strip()
    return f"{what}: {', '.join(words)}" if words else what
