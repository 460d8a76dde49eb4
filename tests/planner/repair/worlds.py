"""Random tiny instances that no plan satisfies, and a solve of this process for them."""

from __future__ import annotations

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import highspy

from models.checks import build_instance
from models.faults import Faults
from models.instance import Instance
from models.records import Activity, Target
from planner.repair.ask import Interruption
from planner.repair.feasible import feasible
from planner.repair.finding import Finding
from planner.solve import SolveOptions
from tests.random_instances import targeted


def here(instance: Instance, options: SolveOptions, user: Interruption) -> Finding:
    """As a helper would answer, without a process of its own."""
    highspy.Highs.resetGlobalScheduler(True)  # other tests in this process may have used another number of threads
    with TemporaryDirectory() as folder:
        return feasible(instance, options, Path(folder))


def out_of_reach(seed: int) -> Instance:
    """An instance whose target asks for much, and some of whose work may be committed."""
    for again in range(50):
        random = Random(f"repair {seed} {again}")
        by = random.random() < 0.4
        records = []
        source = targeted(seed + 100 * again)
        for record in source.records:
            if isinstance(record, Target) and record.name == "goal":
                update = {"progress": random.choice((0.15, 0.25, 0.4))}
                if by and source.calendar.number > 1:
                    day = source.calendar.label(random.randrange(source.calendar.number - 1))
                    update["by"] = Target(name="x", by=day, progress=0).by  # type: ignore[arg-type]
                record = record.model_copy(update=update)
            elif isinstance(record, Activity) and record.status == "open" and random.random() < 0.15:
                record = record.model_copy(update={"status": "committed"})
            records.append(record)
        try:
            return build_instance(records)[0]
        except Faults:
            continue
    raise AssertionError(f"seed {seed} draws no legal instance")
