"""The file a run is resumed from: a line for what it belongs to, then a line for each solve that is done.

Lines are only ever added, each on the disk before the next solve is waited for; so a run that is killed loses what was
being solved, and at most half a line, which is cut off.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from models.instance import Instance
from planner.errors import InputError
from planner.identity import identity
from planner.price.solved import Solved
from planner.solve.options import SolveOptions

KIND, FORMAT = "prices to resume", 1
_PACKAGES = {"highs": "highspy", "cbc": "cbcbox", "scip": "pyscipopt"}
"""Where the versions of solvers stand; asking a solver itself would load it into this process."""


def belongs_to(instance: Instance, options: SolveOptions) -> dict[str, Any]:
    """What a file must have been begun for: the same question to the same programs. Threads and jobs may change."""
    return {
        "kind": KIND,
        "format": FORMAT,
        "instance": identity(instance),
        "options": {
            "objective": options.objective,
            "without": sorted(options.without),
            "gap": options.gap,
            "time-limit": options.time_limit,
            "nodes": options.node_limit,
            "seed": options.seed,
            "reproducible": options.reproducible,
            "solver-option": dict(sorted(options.solver_options.items())),
        },
        "versions": versions(options),
    }


def versions(options: SolveOptions) -> dict[str, str]:
    """Versions of the planner, PuLP and the solver."""
    solver = options.solver.strip().lower()
    with suppress(KeyError, PackageNotFoundError):
        solver = f"{solver} {version(_PACKAGES[solver])}"
    return {"planner": version("multitrack-planner"), "pulp": version("pulp"), "solver": solver}


class Journal:
    """Solves that are done, by rule; ``keep`` adds one. Without a ``path`` nothing is written.

    Raises ``InputError`` where the file was begun for something else, or is none of ours.
    """

    def __init__(self, path: Path | None, instance: Instance, options: SolveOptions) -> None:
        self._path = path
        self.done: dict[str, Solved] = {}
        if path is None:
            return
        heading = _line(belongs_to(instance, options))
        before = path.read_bytes() if path.exists() else b""
        whole = before[: before.rfind(b"\n") + 1]
        if not whole:
            if not heading.startswith(before):
                raise _not_ours(path)
            path.write_bytes(heading)
            return
        self.done = {each.rule: each for each in _read(path, whole, json.loads(heading))}
        if len(whole) < len(before):
            with path.open("r+b") as file:
                file.truncate(len(whole))

    def keep(self, solved: Solved) -> None:
        """Add a solve that came to its own end."""
        self.done[solved.rule] = solved
        if self._path is None or not solved.worth_keeping:
            return
        with self._path.open("ab") as file:
            file.write(_line(solved.plain()))
            file.flush()
            os.fsync(file.fileno())


def _line(content: dict[str, Any]) -> bytes:
    return (json.dumps(content, separators=(",", ":")) + "\n").encode()


def _read(path: Path, content: bytes, expected: dict[str, Any]) -> Iterator[Solved]:
    heading, *lines = content.splitlines()
    try:
        found = json.loads(heading)
        kind = found["kind"]
    except (ValueError, TypeError, KeyError):
        raise _not_ours(path) from None
    if kind != KIND:
        raise _not_ours(path)
    if differences := [*_differences(found, expected)]:
        raise InputError(
            f"{path} cannot be resumed from: it was begun with {'; '.join(differences)}",
            "Name another file, or remove this one to begin anew.",
        )
    for number, line in enumerate(lines, start=2):
        try:
            yield Solved.from_plain(json.loads(line))
        except (ValueError, TypeError, KeyError):
            raise InputError(
                f"{path} cannot be resumed from: its line {number} is damaged", "Remove that line, or the file."
            ) from None


def _differences(found: dict[str, Any], expected: dict[str, Any]) -> Iterator[str]:
    """What the file was begun with that is not so now, in words."""
    if found.get("instance") != expected["instance"]:
        yield "another instance, or one that has been changed since"
    if found.get("format") != expected["format"]:
        yield "another version of the file format"
    for part in ("options", "versions"):
        then = found.get(part) or {}
        for name, now in expected[part].items():
            if then.get(name) != now:
                yield f"{name} {_shown(then.get(name))}, now {_shown(now)}"


def _shown(value: object) -> str:
    if value in (None, [], {}):
        return "not set"
    return str(value) if isinstance(value, str | float | int) else json.dumps(value)


def _not_ours(path: Path) -> InputError:
    return InputError(f"{path} is no file that plan price began; it was left as it is", "Name another file.")
