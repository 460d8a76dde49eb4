"""The file a run is resumed from: a line for the question it belongs to, then a line for each solve that is done.

Lines are only ever added, each on the disk before the next solve is waited for; so a run that is killed loses what was
being solved, and at most half a line, which is cut off.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from models.instance import Instance
from planner.errors import InputError
from planner.identity import identity
from planner.series.solved import Solved
from planner.solve.options import SolveOptions

KIND, FORMAT = "solves to resume", 2
_PACKAGES = {"highs": "highspy", "cbc": "cbcbox", "scip": "pyscipopt"}
"""Where the versions of solvers stand; asking a solver itself would load it into this process."""


def question(command: str, instance: Instance, options: SolveOptions, **more: Any) -> dict[str, Any]:
    """What a file must have been begun for: the same question to the same programs. Threads and jobs may change.

    ``command`` is the word of who asks, ``more`` what else the answers depend on, as JSON can say it; what a single
    job differs in (its instance, conditions, rules) need not be there, each line remembers that.
    """
    return {
        "command": command,
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
        **more,
        "versions": versions(options),
    }


def versions(options: SolveOptions) -> dict[str, str]:
    """Versions of the planner, PuLP and the solver."""
    solver = options.solver.strip().lower()
    with suppress(KeyError, PackageNotFoundError):
        solver = f"{solver} {version(_PACKAGES[solver])}"
    return {"planner": version("multitrack-planner"), "pulp": version("pulp"), "solver": solver}


class Journal:
    """Solves that are done, by key; ``keep`` adds one. Without a ``path`` nothing is written.

    Each has the mark of its job; one whose job is another now is not ``found``.
    Raises ``InputError`` where the file was begun for something else, or is none of ours.
    """

    def __init__(self, path: Path | None, asked: Mapping[str, Any]) -> None:
        self._path = path
        self.done: dict[str, Solved] = {}
        self._marks: dict[str, str] = {}
        if path is None:
            return
        heading = _line({"kind": KIND, "format": FORMAT, **asked})
        before = path.read_bytes() if path.exists() else b""
        whole = before[: before.rfind(b"\n") + 1]
        if not whole:
            if not heading.startswith(before):
                raise _not_ours(path)
            path.write_bytes(heading)
            return
        for solved, mark in _read(path, whole, json.loads(heading)):
            self.done[solved.key], self._marks[solved.key] = solved, mark
        if len(whole) < len(before):
            with path.open("r+b") as file:
                file.truncate(len(whole))

    def found(self, key: str, mark: str) -> Solved | None:
        """What is known of a job; None where it was not done, or was another one."""
        return self.done.get(key) if self._marks.get(key) == mark else None

    def keep(self, solved: Solved, mark: str = "") -> None:
        """Add a solve that came to its own end."""
        self.done[solved.key], self._marks[solved.key] = solved, mark
        if self._path is None or not solved.worth_keeping:
            return
        with self._path.open("ab") as file:
            file.write(_line({**solved.plain(), "mark": mark}))
            file.flush()
            os.fsync(file.fileno())


def _line(content: Mapping[str, Any]) -> bytes:
    return (json.dumps(content, separators=(",", ":")) + "\n").encode()


def _read(path: Path, content: bytes, expected: dict[str, Any]) -> Iterator[tuple[Solved, str]]:
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
            plain = json.loads(line)
            mark = str(plain.pop("mark"))
            yield Solved.from_plain(plain), mark
        except (AttributeError, ValueError, TypeError, KeyError):
            raise InputError(
                f"{path} cannot be resumed from: its line {number} is damaged", "Remove that line, or the file."
            ) from None


def _differences(found: dict[str, Any], expected: dict[str, Any]) -> Iterator[str]:
    """What the file was begun with that is not so now, in words."""
    if found.get("format") != expected["format"]:
        yield "another version of the file format"
    elif found.get("command") != expected.get("command"):
        yield f"plan {found.get('command')}, now plan {expected.get('command')}"
    elif found.get("instance") != expected.get("instance"):
        yield "another instance, or one that has been changed since"
    for name, now in expected.items():
        then = found.get(name)
        if name in ("kind", "format", "command", "instance") or then == now:
            continue
        if isinstance(now, dict) and isinstance(then, dict):
            yield from (
                f"{part} {_shown(then.get(part))}, now {_shown(value)}"
                for part, value in now.items()
                if then.get(part) != value
            )
        else:
            yield f"{name} {_shown(then)}, now {_shown(now)}"


def _shown(value: object) -> str:
    if value in (None, [], {}):
        return "not set"
    return str(value) if isinstance(value, str | float | int) else json.dumps(value)


def _not_ours(path: Path) -> InputError:
    return InputError(f"{path} is no file to resume from that plan began; it was left as it is", "Name another file.")
