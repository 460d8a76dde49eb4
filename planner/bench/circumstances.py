"""Where and with what something was measured: the machine, the versions, the very code."""

from __future__ import annotations

import hashlib
import os
import platform
from functools import cache
from pathlib import Path

import models
import planner
from planner.solve.options import available_cores

_CODE = ("read", "solve", "solvers")
"""Packages of ``planner`` that a solve runs through; with all of ``models`` they are what is measured."""
_GIBIBYTE = 1024**3


@cache
def machine() -> str:
    """System, processor, cores this process may use, memory; nothing that names the machine or its owner."""
    parts = [f"{platform.system()} {platform.machine()}", _processor(), f"{available_cores()} cores", _memory()]
    return ", ".join(part for part in parts if part)


@cache
def code() -> str:
    """Twelve digits that change with any line of the code that solves: a version number may stand for many states."""
    found = hashlib.sha256()
    home = Path(planner.__file__).parent
    for folder in (Path(models.__file__).parent, *(home / name for name in _CODE)):
        for path in sorted(folder.rglob("*.py")):
            found.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()[:12]


def _processor() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return " ".join(line.partition(":")[2].split())
    except OSError:
        pass
    return platform.processor()


def _memory() -> str:
    try:
        held = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):
        return ""
    return f"{held / _GIBIBYTE:.0f} GiB"
