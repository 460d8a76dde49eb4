"""How a Dask cluster is reached, or started for the time of one search."""

# mypy: allow-untyped-calls
from __future__ import annotations

import logging
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from planner.errors import InputError
from planner.solve.decomposed.crew import MOST_LOSSES

PRODUCT = "multitrack-planner"
ANSWER = 10.0
"""The most that a scheduler may take to answer, in seconds."""


def check_installed() -> None:
    """Raises ``InputError`` where Dask is not there."""
    if find_spec("distributed") is None:
        raise InputError("a cluster needs Dask, which is not installed", f'pip install "{PRODUCT}[cluster]"')


def start(address: str) -> str:
    """The command that starts workers for the scheduler at ``address``."""
    return f"dask worker {address} --nworkers auto --nthreads 1"


def reached(address: str, host: Any) -> Any:
    """A client of the cluster at ``address``, or of ``host`` where that is given.

    Raises ``InputError`` where nobody answers, or nothing is known by which who answers could be trusted.
    """
    from distributed import Client, Security

    for name in ("distributed", "distributed.client", "distributed.core"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what matters is told with the result
    if host is not None:
        return Client(host, set_as_default=False, timeout=ANSWER)
    security = Security(require_encryption=address.lower().startswith("tls"))
    if security.require_encryption and security.get_connection_args("client")["ssl_context"] is None:
        raise InputError(
            f"no certificates are known by which {address} could be trusted",
            "Name them in Dask's configuration: distributed.comm.tls.ca-file, .client.cert and .client.key, or the "
            "variables DASK_DISTRIBUTED__COMM__TLS__CA_FILE, DASK_DISTRIBUTED__COMM__TLS__CLIENT__CERT and "
            "DASK_DISTRIBUTED__COMM__TLS__CLIENT__KEY.",
        )
    try:
        return Client(address, security=security, set_as_default=False, timeout=ANSWER)
    except Exception as fault:
        words = str(fault).splitlines()
        raise InputError(
            f"no cluster answers at {address} ({words[0] if words else type(fault).__name__})",
            f"Start one: dask scheduler --host 127.0.0.1 (elsewhere with certificates), then {start(address)}",
        ) from None


def hosted(workers: int, folder: Path) -> Any:
    """A cluster of this machine's own. It listens on this machine only, and to those only who have the certificate that
    was made for it, which is nowhere on disk; it has no dashboard."""
    import dask
    from distributed import LocalCluster

    settings = {
        "distributed.scheduler.allowed-failures": MOST_LOSSES - 1,
        "distributed.scheduler.http.routes": [],
        "distributed.worker.http.routes": [],
    }
    with dask.config.set(settings):
        return LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            host="127.0.0.1",
            security=True,
            dashboard_address=None,
            local_directory=str(folder),
            memory_limit=0,
            silence_logs=logging.CRITICAL,
        )
