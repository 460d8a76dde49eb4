"""What a solve may be asked for, and the one place where its defaults stand."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from models.plan import Plan
from models.words import RULE_NAMES
from planner.address import EXPECTED, is_address, is_private
from planner.errors import InputError

if TYPE_CHECKING:
    from models.whatif import Condition
    from planner.solve.between import Between

type Method = Literal["auto", "whole", "decomposed"]

DEFAULT_SOLVER = "highs"
DEFAULT_GAP = 0.001
DEFAULT_SECONDS = 300.0
DEFAULT_SEED = 0
REPRODUCIBLE_NODES = 100_000
"""Nodes after which a reproducible solve stops, unless ``nodes`` says otherwise."""


def available_cores() -> int:
    """Cores this process may use (its affinity counts), at least 1."""
    return os.process_cpu_count() or 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SolveOptions:
    """Options of :func:`planner.solve.solve`. Raises ``InputError`` where a value is out of range.

    ``gap`` is relative (0.001 is 0.1 %), ``time_limit`` in seconds of wall clock for everything from building to the
    audit, ``threads`` at least 1 (default: the cores there are), ``nodes`` a limit on branch-and-bound nodes (default:
    none), ``without`` names of rules to switch off, ``solver_options`` raw options handed to the solver as they are,
    ``start`` a plan to begin from, or plans between which to begin, ``conditions`` what is asked of the plan beyond the
    instance (the bound is then one on plans that meet them; the audit does not know them), ``log`` True for the
    solver's log on standard error or a file to put it in, ``write_model`` a file ending in .mps or .lp, or either with
    .gz, to write the model to.
    ``permutation`` puts the rows and columns the solver gets into another order, for benchmarks (0: as built).
    ``method`` is how a portfolio of conflicts is solved: *whole*, *decomposed* (conflict by conflict, at prices for
    what they share), or as the planner sees fit (*auto*); ``resume`` a file that keeps what a decomposed solve has
    found, from which it goes on after a break. ``cluster`` is the address of a Dask cluster that solves the parts
    (*local*: one of this machine's own, of ``threads`` workers); where others could read on the way what is sent there,
    it is refused unless ``cluster_unencrypted`` allows it. ``solver_alone`` leaves the search for plans to the
    solver: else another one runs beside it. ``reproducible`` takes one thread and a limit on nodes, and the solver
    alone, so that the same input gives the same plan.
    """

    objective: Literal["progress", "cost"] = "progress"
    method: Method = "auto"
    solver: str = DEFAULT_SOLVER
    gap: float = DEFAULT_GAP
    time_limit: float = DEFAULT_SECONDS
    threads: int = field(default_factory=available_cores)
    solver_alone: bool = False
    seed: int = DEFAULT_SEED
    nodes: int | None = None
    reproducible: bool = False
    without: frozenset[str] = frozenset()
    solver_options: Mapping[str, str] = field(default_factory=dict)
    start: Plan | Between | None = None
    resume: Path | None = None
    cluster: str | None = None
    cluster_unencrypted: bool = False
    conditions: tuple[Condition, ...] = ()
    log: bool | Path = False
    write_model: Path | None = None
    permutation: int = 0

    def __post_init__(self) -> None:
        for name, least, most, unit in (
            ("gap", 0, 1, "a share from 0 to 1, such as 0.001"),
            ("time_limit", 0.1, 10**9, "seconds, at least 0.1"),
            ("threads", 1, 1024, "a number from 1 to 1024"),
            ("seed", 0, 2**31 - 1, "a whole number from 0 to 2147483647"),
            ("permutation", 0, 2**31 - 1, "a whole number from 0 to 2147483647"),
        ):
            value = getattr(self, name)
            if not least <= value <= most:
                raise InputError(f"option {name}: expected {unit}, found {value}")
        if self.nodes is not None and self.nodes < 1:
            raise InputError(f"option nodes: expected a whole number, at least 1, found {self.nodes}")
        if self.objective not in ("progress", "cost"):
            raise InputError(f"option objective: expected progress or cost, found {self.objective!r}")
        if self.method not in ("auto", "whole", "decomposed"):
            raise InputError(f"option method: expected auto, whole or decomposed, found {self.method!r}")
        _check_cluster(self.cluster, self.cluster_unencrypted)
        if unknown := sorted(self.without - set(RULE_NAMES)):
            raise InputError(
                f"option without: no rule is called {', '.join(unknown)}", f"The rules are {', '.join(RULE_NAMES)}."
            )
        if self.write_model is not None and model_format(self.write_model) is None:
            raise InputError(
                f"option write_model: expected a file ending in .mps, .lp, .mps.gz or .lp.gz, "
                f"found {self.write_model.name!r}"
            )

    @property
    def solver_threads(self) -> int:
        return 1 if self.reproducible else self.threads

    @property
    def alone(self) -> bool:
        """Whether nothing looks for plans but the solver."""
        return self.solver_alone or self.reproducible

    @property
    def node_limit(self) -> int | None:
        return REPRODUCIBLE_NODES if self.reproducible and self.nodes is None else self.nodes


def _check_cluster(address: str | None, unencrypted: bool) -> None:
    if address is None:
        return
    if not is_address(address):
        raise InputError(f"option cluster: expected {EXPECTED}, found {address!r}")
    if not (unencrypted or is_private(address)):
        raise InputError(
            f"what is sent to {address} could be read on the way: the numbers of the model, though no names",
            "Use a cluster with TLS (tls://), or allow this with --cluster-unencrypted.",
        )


def model_format(target: Path) -> Literal["mps", "lp"] | None:
    """The format a file name asks for, ``.gz`` aside; None where it is neither MPS nor LP."""
    name = target.name.lower().removesuffix(".gz")
    return "mps" if name.endswith(".mps") else "lp" if name.endswith(".lp") else None
