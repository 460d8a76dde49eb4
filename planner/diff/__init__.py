"""What differs between two plans, without solving: as data, and in words."""

from planner.diff.compare import Difference, Side, compare
from planner.diff.courses import Change, Kind
from planner.diff.progress import Standing, standing
from planner.diff.progress import words as progress_in_words
from planner.diff.words import sentence

__all__ = ["Change", "Difference", "Kind", "Side", "Standing", "compare", "progress_in_words", "sentence", "standing"]
