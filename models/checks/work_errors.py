"""Faults of activities that stop a plan: each with its meaning and its remedy."""

from __future__ import annotations

from models.checks.code import Code

WORK: dict[str, Code] = {
    "own_leverage": Code(
        "A carrot or a stick is marked as work that needs carrots or sticks.",
        "Leave its attribute leverage blank.",
    ),
    "party_mediates": Code(
        "Mediation or good offices are led by a party at the table; only a third party stands between the others.",
        "Name a third party as sponsor, take the party from the table, or choose another kind of talks.",
    ),
    "attribute_off_track": Code(
        "An attribute is stated of work that cannot have it: levels are of talks, bridging persons of track 1.5, "
        "money is raised on track 8.",
        "Clear the attribute, or correct the track or the kind.",
    ),
    "bad_trait": Code(
        "A trait of a third party is scored twice, or outside 0 to 1.", "Score each trait once, from 0 to 1."
    ),
    "bad_pair": Code(
        "A number beside a name is outside its range: harm, ceilings, gains, seats or money raised.",
        "Correct the number; the manual says its range.",
    ),
    "public_secret": Code(
        "What is confidential is told to the press or in public, which empties the room.",
        "Say that it is not confidential, or take the publicity away; a link may choose another channel.",
    ),
    "kind_off_track": Code(
        "The kind of work is not done on this track (inducements, envoys and direct talks are for governments).",
        "Choose another kind or another track.",
    ),
    "spend_reversed": Code("Least spending is above greatest spending.", "Exchange the amounts, or correct one."),
    "run_reversed": Code("The shortest run is longer than the longest.", "Exchange the lengths, or correct one."),
    "bad_use": Code("An activity uses none, or less than none, of a capacity.", "Write an amount above 0."),
    "too_large": Code("A number is too large for any plan.", "Check the number and its unit."),
    "too_small": Code(
        "Greatest spending is less than one currency unit in a period, and money is planned in whole units.",
        "State money in a smaller unit.",
    ),
    "free_relief": Code(
        "Work that a rule counts as soon as it runs could run at no spending: a relief, or a level of talks, that "
        "nobody pays for.",
        "State the least it costs to keep this work running.",
    ),
    "free_output": Code("The response gives output at no spending.", "Let the output at spending 0 be 0."),
    "response_range": Code("The response leaves the range of output, 0 to 1.", "Write outputs as shares from 0 to 1."),
    "response_span": Code(
        "The response does not reach from spend_min to spend_max.", "Correct its first or last point, or the spending."
    ),
    "response_order": Code(
        "The points of the response are out of order, or output falls while spending rises.",
        "Order the points by spending, each once, with output that does not fall.",
    ),
    "response_shape": Code(
        "A later step of the response yields more per unit of money than an earlier one; returns have to diminish.",
        "Lower the later outputs, or raise the earlier ones.",
    ),
    "never_fits": Code(
        "The shortest run is longer than the window within the horizon, so the work can never run.",
        "Shorten run_min, widen the window, or exclude the work.",
    ),
    "running_late": Code(
        "Work that is running has a window that opens after the first period.",
        "Open the window by the first period, or make the work open.",
    ),
    "contradictory_locks": Code(
        "What is committed or running cannot be kept: lengths, links, milestones or commitments forbid it.",
        "Release one of the two: the status, or what contradicts it.",
    ),
}
