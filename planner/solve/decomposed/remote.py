"""What runs on a worker of a cluster: the planner has to be installed there too."""

from __future__ import annotations

from planner.solve.decomposed.piece import Piece, Solved, solve_piece

_stopped: dict[str, int] = {}
"""Of each crew that told so: the last ticket that is to end with what it has found."""


def solve_there(piece: Piece, crew: str, ticket: int) -> Solved:
    """Solve ``piece``, until the crew says stop, or nobody waits for it any more: it was cancelled, or the one who
    asked is gone."""
    from distributed import get_worker

    worker = get_worker()
    key, tasks = worker.get_current_task(), worker.state.tasks

    def stopped() -> bool:
        task = tasks.get(key)
        return ticket <= _stopped.get(crew, 0) or task is None or task.state == "cancelled"

    return solve_piece(piece, stopped)


def stop_there(crew: str, ticket: int) -> None:
    """Let all pieces of ``crew`` up to ``ticket`` end."""
    _stopped[crew] = max(ticket, _stopped.get(crew, 0))
