"""The connection to a Dask cluster: reached, looked over, and watched for as long as it is used."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import monotonic
from typing import Any

from planner.address import LOCAL, is_private
from planner.errors import InputError
from planner.solve.decomposed.reach import ANSWER, PRODUCT, check_installed, hosted, reached, start

PATIENCE = 60.0
"""Seconds without a worker, or without a word from the scheduler, after which a cluster is given up."""
_FIRST_PATIENCE = 20.0
"""The same for the first worker."""
_LOOK = 0.5


class Connection:
    """``seats`` is how many pieces can be worked on at a time, ``lost`` how many workers have gone since the beginning,
    ``gone`` why no more is to be expected of this cluster (a sentence), empty as long as there is hope.
    """

    def __init__(self, address: str, *, unencrypted: bool, workers: int, folder: Path) -> None:
        """Connect to ``address``; for ``local`` start as many ``workers``, which keep their files in ``folder``.

        Raises ``InputError`` where nobody answers, or those who do cannot be used.
        """
        check_installed()
        self.lost, self.gone = 0, ""
        self._unencrypted = unencrypted
        self._workers: Mapping[str, int] = {}
        self._known: set[str] = set()
        self._closed = threading.Event()
        self._host: Any = hosted(workers, folder) if address == LOCAL else None
        self.client = reached(address, self._host)
        self._heard = self._served = monotonic()
        try:
            self._wait(address)
        except BaseException:
            self.close()
            raise
        threading.Thread(target=self._watch, daemon=True).start()

    @property
    def seats(self) -> int:
        return sum(self._workers.values())

    def close(self) -> None:
        """Leave the cluster, which ends whatever it does for this connection; end one that was started for it."""
        self._closed.set()
        with suppress(Exception):
            self.client.close(timeout=2)
        if self._host is not None:
            with suppress(Exception):
                self._host.close(timeout=5)

    # --- looking ----------------------------------------------------------------------------------------------

    def _wait(self, address: str) -> None:
        """Until there is a worker, and all there are have been looked over."""
        with suppress(ValueError):  # a scheduler may be set up to run nothing
            _check_version(self._of_scheduler(), "the scheduler of the cluster")
        until = monotonic() + _FIRST_PATIENCE
        while not self._workers:
            if monotonic() > until:
                raise InputError(f"the cluster at {address} has no workers", f"Start some: {start(address)}")
            self._look()
            self._closed.wait(0.05)

    def _of_scheduler(self) -> object:
        try:
            return self.client.run_on_scheduler(version, PRODUCT)
        except PackageNotFoundError as missing:
            return missing

    def _watch(self) -> None:
        while not (self.gone or self._closed.wait(_LOOK)):
            try:
                self._check_line()
                self._look()
            except InputError as fault:
                self._give_up(f"{fault}. {fault.remedy}")
            except Exception:  # no answer, which Dask tells in many ways
                if monotonic() - self._heard > PATIENCE:
                    self._give_up(f"the cluster did not answer for {PATIENCE:.0f} seconds")
            else:
                if monotonic() - self._served > PATIENCE:
                    self._give_up(f"the cluster had no workers for {PATIENCE:.0f} seconds")

    def _give_up(self, reason: str) -> None:
        if not self._closed.is_set():
            self.gone = f"The search ended with what was known by then: {reason.rstrip('. ')}."

    def _look(self) -> None:
        """Who is there now. Raises ``InputError`` where a newcomer cannot be used, anything where nobody answers."""
        workers = self.client.nthreads(callback_timeout=ANSWER)
        self._heard = monotonic()
        self._look_over(workers.keys() - self._known)
        self.lost += len(self._known - workers.keys())
        self._known = set(workers)
        self._workers = workers
        if workers:
            self._served = monotonic()

    def _look_over(self, newcomers: Iterable[str]) -> None:
        newcomers = list(newcomers)
        if not newcomers:
            return
        for address in newcomers:
            if not (self._unencrypted or self._host or is_private(address)):
                raise InputError(
                    f"what is sent to the worker at {address} could be read on the way",
                    "Use a cluster with TLS (tls://), or allow this with --cluster-unencrypted.",
                )
        for address, found in self.client.run(version, PRODUCT, workers=newcomers, on_error="return").items():
            _check_version(found, f"the worker at {address}")

    def _check_line(self) -> None:
        """Raises ``InputError`` once the line to the scheduler is broken: what it was working on is lost with it."""
        if self.client.status != "running":
            raise InputError("the connection to the cluster broke off")


def _own() -> str:
    return version(PRODUCT)


def _check_version(found: object, who: str) -> None:
    """Raises ``InputError`` unless ``found`` is the version of the planner that runs here."""
    own = _own()
    remedy = f'Install it there: pip install "{PRODUCT}[cluster]=={own}"'
    if isinstance(found, PackageNotFoundError):
        raise InputError(f"the planner is not installed where {who} runs", remedy)
    if isinstance(found, str) and found != own:
        raise InputError(f"{who} has version {found} of the planner, and this is version {own}", remedy)
