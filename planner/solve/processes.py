"""Processes of our own: started with what this one has, ended with everything they have started, on every system."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1"}
"""NumPy's own threads have nothing to do here, but wait for work by spinning: a tenth of a second for each process."""


def python(module: str, *, errors: Any, **variables: str) -> subprocess.Popen[bytes]:
    """A Python that runs the ``main`` of ``module``, imports from where this one does, and talks by standard input and
    output; ``errors`` is its standard error as in ``Popen``, ``variables`` are for its environment.

    It is no ``multiprocessing`` process, because that would run the user's main script once more.
    """
    path = os.pathsep.join(entry or os.getcwd() for entry in sys.path)
    return subprocess.Popen(
        [sys.executable, "-P", "-c", f"from {module} import main; main()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        env=os.environ | _ONE_THREAD | variables | {"PYTHONPATH": path},
        **apart(),
    )


def apart() -> Mapping[str, Any]:
    """Arguments of ``Popen`` that put a process into a group of its own, out of reach of the terminal's Ctrl-C."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


def end_tree(process: subprocess.Popen[bytes]) -> None:
    """Kill a process started with :func:`apart` and its children; harmless where it has ended already."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
