"""Rows and columns of every member of the families: ``python -m benchmarks.sizes [--families single,tree]``.

Three of each: the product's model, the same without the rules that the naive model does not know, and the naive model.
"""

from __future__ import annotations

import argparse

from pulp import LpProblem

from benchmarks.families.family import SIZES, members
from benchmarks.naive import ASLEEP
from benchmarks.naive.build import build as naive
from models.build import active_rules, build
from models.checks import build_instance


def size(problem: LpProblem) -> str:
    return f"{problem.numConstraints():,} × {problem.numVariables():,}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--families", default=",".join(SIZES))
    for member in members(tuple(parser.parse_args().families.split(","))):
        instance = build_instance(member.records())[0]
        same = build(instance, rules=active_rules(instance, ASLEEP))
        cells = (member.name, size(build(instance).problem), size(same.problem), size(naive(instance)))
        print(f"| {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
