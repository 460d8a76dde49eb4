"""What is to be run: an instance with a solver, a setting and a seed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from models.instance import Instance
from planner.identity import identity, short
from planner.solve.options import SolveOptions


@dataclass(frozen=True, slots=True)
class Setting:
    """Options under a name: fields of ``SolveOptions`` that differ from what all runs have."""

    name: str = "default"
    given: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Trial:
    """One run to be made. ``name`` is what people call the instance: its file's name without the ending."""

    name: str
    instance: Instance
    hash: str
    setting: str
    options: SolveOptions

    def __str__(self) -> str:
        setting = "" if self.setting == "default" else f", {self.setting}"
        return f"{self.name}, {self.options.solver}{setting}, seed {self.options.seed}"


def trials(
    instances: Iterable[tuple[str, Instance]],
    *,
    solvers: Sequence[str] = ("highs",),
    settings: Sequence[Setting] = (Setting(),),
    seeds: Sequence[int] = (0,),
    **common: Any,
) -> Iterator[Trial]:
    """Every instance (with its name) by every solver, setting and seed; ``common`` are options of all.

    A seed is the solver's own and that of the order of rows and columns; at 0 they stay as they were built.
    Seeds are the slowest to change, so that a run that is broken off has measured everything equally often.
    """
    named = [(name, instance, short(identity(instance))) for name, instance in instances]
    for seed in seeds:
        for name, instance, digits in named:
            for solver in solvers:
                for setting in settings:
                    options = SolveOptions(
                        **{**common, **setting.given, "solver": solver, "seed": seed, "permutation": seed}
                    )
                    yield Trial(name, instance, digits, setting.name, options)


def described(options: SolveOptions) -> str:
    """The options that change what is measured, as one text that is the same for the same options."""
    parts = [
        f"gap={options.gap:g}",
        f"objective={options.objective}",
        f"threads={options.solver_threads}",
        f"time-limit={options.time_limit:g}",
    ]
    if options.alone:
        parts.append("solver-alone")
    if options.node_limit is not None:
        parts.append(f"nodes={options.node_limit}")
    if options.without:
        parts.append(f"without={'|'.join(sorted(options.without))}")
    parts += [f"{name}={value}" for name, value in sorted(options.solver_options.items())]
    return " ".join(parts)
