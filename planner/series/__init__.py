"""Many solves for one question: side by side, each in a process of its own, kept in a file to resume from."""

from planner.series.interval import Interval, minus, proven
from planner.series.journal import question, versions
from planner.series.series import Job, Listener, Series, Step, started
from planner.series.solved import Answer, Solved

__all__ = [
    "Answer", "Interval", "Job", "Listener", "Series", "Solved", "Step", "minus", "proven", "question", "started",
    "versions",
]  # fmt: skip
