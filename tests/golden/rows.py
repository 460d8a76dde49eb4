"""The rows of a rule, as text a person can check against the inequality in the rule's file.

Run ``python -m tests.golden.rows`` to write the golden files anew, then read the difference before you commit it.
"""

from __future__ import annotations

from pathlib import Path

from models.build import active_rules, build, rows
from models.core import milestones, money, progress, response, runs, targets
from models.model import Objective
from models.rules import RULES
from planner.read import read

TINY = Path(__file__).parents[2] / "instances" / "tiny"
GOLDEN = Path(__file__).parent
CORE = {
    "runs": runs,
    "money": money,
    "response": response,
    "progress": progress,
    "milestones": milestones,
    "targets": targets,
}
"""Parts of the core that share one tiny instance."""
PREFIXES = {
    "consultation_delay": ("progress_",),
    "consultation_delay_level": ("progress_",),
    "continuity": ("continuity_", "progress_social_"),
    "do_no_harm": ("runs_", "response_"),
    "do_no_harm_ceiling": ("do_no_harm_",),
    "fundraising": ("budget_",),
    "home_state": ("home_state_", "progress_"),
    "impasse": ("ideas_",),
    "interference_liaison": ("interference_",),
    "mediator_role": ("mediator_role_", "progress_"),
    "mediator_role_condemnation": ("mediator_role_", "progress_"),
    "mediator_role_knowledge": ("progress_",),
    "mediator_role_ripeness": ("mediator_role_",),
    "no_substitute_output": ("no_substitute_",),
    "official_level": ("official_level_", "progress_"),
    "political_will": ("political_will_", "opinion_"),
    "prevention_quiet": ("prevention_",),
    "public_opinion": ("public_opinion_", "opinion_"),
    "share_donors": ("share_",),
    "share_local": ("share_",),
    "share_official": ("share_",),
    "signature_output": ("signature_",),
    "skills": ("skills_", "progress_social_"),
    "stakeholders_issues": ("stakeholders_",),
    "stakeholders_protection": ("stakeholders_",),
    "synergy": ("synergy_", "bonuses_"),
    "synergy_liaison": ("synergy_",),
    "transfer_influence": ("transfer_",),
    "transfer_lag": ("transfer_", "progress_political_"),
    "transfer_openness": ("transfer_",),
}
"""Rules that change rows of others, or act in several tiny instances; and how the names of their rows begin."""


def golden(word: str) -> str:
    """Rows whose names begin as the word says, of the tiny instance of that word (core parts share one)."""
    source = TINY / f"{word if word not in CORE else 'core'}.csv"
    instance, _ = read(source)
    objective: Objective = "cost" if word == "targets" else "progress"
    model = build(instance, objective=objective, rules=active_rules(instance))
    prefixes = PREFIXES.get(word, (f"{word}_",))
    lines = [f"{name}: {_text(row)}" for name, row in rows(model) if name == word or name.startswith(prefixes)]
    return "\n".join(lines) + "\n"


def _text(row: object) -> str:
    """``2 x - y <= 3`` with columns by name and at most six digits."""
    terms = sorted((column.name, weight) for column, weight in row.items())  # type: ignore[attr-defined]
    left = " ".join(f"{'-' if weight < 0 else '+'} {abs(weight):.6g} {name}" for name, weight in terms if weight)
    sense = {-1: "<=", 0: "=", 1: ">="}[row.sense]  # type: ignore[attr-defined]
    return f"{left.removeprefix('+ ') or '0'} {sense} {-row.constant + 0:.6g}"  # type: ignore[attr-defined]


def words() -> list[str]:
    return sorted({*CORE, *(rule.name for rule in RULES), *PREFIXES})


if __name__ == "__main__":
    for each in words():
        (GOLDEN / f"{each}.txt").write_text(golden(each), encoding="utf-8")
