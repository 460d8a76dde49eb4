"""The parts of a report, by the words they are asked for with. Light on purpose: the command line imports this file."""

from __future__ import annotations

from collections.abc import Iterable

from planner.options import Unusable, did_you_mean

PARTS: dict[str, str] = {
    "decision": "what to decide now",
    "scenarios": "what happens when",
    "timeline": "what runs when",
    "ledger": "who pays what, by fiscal year",
    "left-out": "what is not in the plan, and why",
    "prices": "what including it would cost",
    "alternatives": "core and borderline work, and plans nearly as good",
    "frontier": "what more money brings",
    "ladder": "plans over rising budgets",
    "harm": "what might do harm, and what was vetoed",
    "assumptions": "what the plan rests on",
    "audit": "every check, and how the plan was made",
    "glossary": "what the words mean",
}
"""Every part, in the order of the report, and what it tells."""
SOLVING = ("prices", "alternatives", "frontier", "ladder")
"""Parts that solve the instance again, many times: they rest on all work, and take minutes."""
QUICK = tuple(word for word in PARTS if word not in SOLVING)
NEEDS = {"prices": "left-out"}
"""A part that is shown within another one."""


def chosen(words: Iterable[str], without: Iterable[str] = ()) -> tuple[str, ...]:
    """The parts that ``words`` ask for (``quick``, ``all`` or parts; none: ``quick``), less those ``without``.

    Raises ``Unusable`` where a word is none, or nothing is left.
    """
    asked: set[str] = set()
    for word in words:
        asked |= set(QUICK if word == "quick" else PARTS if word == "all" else [known(word)])
    asked = asked or set(QUICK)
    asked |= {NEEDS[word] for word in asked if word in NEEDS}
    off = {known(word) for word in without}
    off |= {word for word, inside in NEEDS.items() if inside in off}
    if not asked - off:
        raise Unusable("at least one part")
    return tuple(word for word in PARTS if word in asked - off)


def known(word: str) -> str:
    """The part of that word. Raises ``Unusable`` where there is none."""
    text = word.strip().lower().replace("_", "-").replace(" ", "-")
    if text not in PARTS:
        expected = f"quick, all, or parts of a report ({', '.join(PARTS)})"
        raise Unusable(expected, did_you_mean(text, ["quick", "all", *PARTS]))
    return text
