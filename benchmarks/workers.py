"""What a second worker brings to a portfolio solved in parts: ``python -m benchmarks.workers FILE``.

A pricing pass (every part once, at the prices of the relaxation) and a whole run, each with one worker and with two:
processes of this machine, and a Dask cluster of this machine. A ratio of 2 is all that two workers can bring.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

import planner
from models.build import build
from models.instance import Instance
from planner.address import LOCAL
from planner.solve.arrays import arrays_of
from planner.solve.decomposed.children import Children
from planner.solve.decomposed.cluster import Cluster
from planner.solve.decomposed.connection import Connection
from planner.solve.decomposed.crew import Crew
from planner.solve.decomposed.parts import Parts
from planner.solve.decomposed.piece import Piece, solve_piece
from planner.solve.decomposed.split import split

KINDS = {"own processes": None, "Dask, local": LOCAL}
_SECONDS = 60.0
"""The most that one part may take in a pricing pass."""
_RELAXING = 1000.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file")
    parser.add_argument("--gap", type=float, default=0.01, help="of the whole run and, roughly, of each part")
    parser.add_argument("--time-limit", type=float, default=300.0, help="of the whole run, in seconds")
    parser.add_argument("--only", choices=("pass", "run"), help="leave the other one out")
    asked = parser.parse_args()
    instance = planner.read(asked.file)[0]
    heads = ("", "workers", "begin, s", "pricing pass, s", "ratio", "whole run, s", "ratio", "gap")
    print(f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}")
    pieces = _pieces(instance, asked.gap) if asked.only != "run" else []
    for kind, cluster in KINDS.items():
        first: tuple[float, float] | None = None
        for workers in (1, 2):
            begin, passed = _pass(pieces, cluster, workers) if pieces else (0.0, 0.0)
            took, gap = (0.0, None) if asked.only == "pass" else _run(instance, cluster, workers, asked)
            first = first or (passed, took)
            cells = [kind, str(workers), _seconds(begin), *_pair(first[0], passed), *_pair(first[1], took)]
            print(f"| {' | '.join([*cells, '' if gap is None else f'{100 * gap:.2f} %'])} |", flush=True)


def _seconds(time: float) -> str:
    return f"{time:.1f}" if time else ""


def _pair(one: float, two: float) -> tuple[str, str]:
    """Seconds, and how many times faster than with ``one`` worker."""
    return _seconds(two), f"{one / two:.2f}" if two else ""


def _pieces(instance: Instance, gap: float) -> list[Piece]:
    """Every part alone at the prices of the relaxation, to an equal share of ``gap``."""
    problem = build(instance, whole_money=False).problem
    parts: Parts = split(arrays_of(problem), [row.name for row in problem.constraints()])
    relaxed = solve_piece(Piece(arrays=parts.whole, seconds=_RELAXING, relaxed=True))
    assert relaxed.duals is not None
    prices = parts.legal(relaxed.duals[list(parts.blocks.coupling)])
    near = gap * abs(relaxed.bound) / len(parts)
    return [Piece(arrays=parts.priced(k, prices), seconds=_SECONDS, near=near) for k in range(len(parts))]


def _pass(pieces: list[Piece], cluster: str | None, workers: int) -> tuple[float, float]:
    """Seconds until the workers were up, and until all pieces were solved after that."""
    begin = monotonic()
    with _crew(cluster, workers) as crew:
        _all(crew, pieces[:workers])  # those who come first find everything to be imported
        up = monotonic()
        _all(crew, pieces)
        return up - begin, monotonic() - up


def _all(crew: Crew, pieces: list[Piece]) -> None:
    waiting, flying = list(pieces), set[int]()
    while waiting or flying:
        while waiting and crew.idle:
            flying.add(crew.submit(waiting.pop()))
        for ticket, solved in crew.finished(0.1):
            flying.remove(ticket)
            assert solved is not None, crew.remarks()


@contextmanager
def _crew(cluster: str | None, workers: int) -> Iterator[Crew]:
    with TemporaryDirectory(prefix="plan-") as folder:
        place = Path(folder)
        if cluster is None:
            crew: Crew = Children(workers, place)
        else:
            crew = Cluster(Connection(cluster, unencrypted=False, workers=workers, folder=place))
        with crew:
            yield crew


def _run(
    instance: Instance, cluster: str | None, workers: int, asked: argparse.Namespace
) -> tuple[float, float | None]:
    """Seconds of the search, which begins before there are workers, and the gap it reached."""
    result = planner.solve(
        instance,
        method="decomposed",
        gap=asked.gap,
        time_limit=asked.time_limit,
        threads=workers,
        cluster=cluster,
    )
    return result.effort.search, result.gap


if __name__ == "__main__":
    main()
