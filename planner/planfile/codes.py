"""Every fault that a plan file can have: its code, and what it means in one sentence."""

from __future__ import annotations

CODES: dict[str, str] = {
    "plan_other_instance": "The plan was made for another instance, or for the instance as it was before a change.",
    "plan_format": "The file was written by a later version of the planner, or is no plan file.",
    "plan_heading": "A heading is not known, or stands twice.",
    "plan_no_rows": "The file states no work, grant or signing.",
    "plan_record": "A row does not say what it is, or says it with an unknown word.",
    "plan_missing": "A cell that must be filled in is blank.",
    "plan_number": "A number is missing, cannot be read, is not whole where money is meant, or lies outside its range.",
    "plan_word": "A word is not in the closed list of its column.",
    "plan_name": "A row names an activity, funder, milestone, conflict or link that the instance does not have.",
    "plan_period": "A row names a period that the instance does not have, or one that is not on one scenario.",
    "plan_twice": "The same decision is stated twice.",
}
