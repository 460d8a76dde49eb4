"""Doubts about a legal instance: each with its meaning and what to do about it."""

from __future__ import annotations

from models.checks.code import Code, doubt

WARNINGS: dict[str, Code] = {
    # --- time
    "fact_outside": doubt(
        "A dated fact (a phase, closure, condition, capacity, vote or limit) touches no period of the horizon.",
        "Check the date; if it is right, the row has no effect and can go.",
    ),
    "conditions_add_up": doubt(
        "Conditions of one kind and the same names hold on the same days; none replaces another, their effects add up.",
        "End the one before the other begins, unless adding is meant.",
    ),
    # --- scenarios
    "tiny_probability": doubt(
        "A scenario has a probability below 0.01, and hardly counts in the score.",
        "Check the number (it is no percentage).",
    ),
    "single_scenario": doubt(
        "There is one scenario only; a certain future needs none.", "Remove it, or add the other course of events."
    ),
    "scenarios_alike": doubt(
        "Scenarios are stated, but no fact names one, so all courses of events are alike.",
        "Name the scenario of a phase, vote, closure, condition, capacity or limit, or remove the scenarios.",
    ),
    "known_late": doubt(
        "A scenario is the only one left before the period that is said to know it.",
        "Write the earlier period, or leave it blank to make it the trunk.",
    ),
    # --- activities
    "coarse_run": doubt(
        "The longest run is shorter than one period, and no run is; it counts as one period.",
        "Plan in shorter periods, or state a longer run.",
    ),
    "idle_repeats": doubt("There is no room for as many runs as the work may repeat.", "Lower repeats."),
    # --- links
    "run_together": doubt(
        "Works require one another in a circle, so they run all together or not at all.",
        "Remove one of these links, unless this is meant.",
    ),
    "never_runs": doubt(
        "A link keeps an activity from ever running, given the other's window or status.",
        "Check both windows; exclude the activity if this is meant.",
    ),
    "idle_attribute": doubt(
        "A link or an activity states something that nothing asks about: its kind or track does not know it (a window "
        "on excludes), or what it acts on is missing (prevention where there is no risk).",
        "Clear the cell.",
    ),
    # --- money
    "idle_funder": doubt("No activity may be paid by this tranche.", "Check its words, window and amount."),
    "raised_late": doubt(
        "Money raised for a tranche comes only after its window or the horizon, and is lost.",
        "Raise it earlier, let the tranche close later, or raise it for another one.",
    ),
    # --- limits
    "share_doubtful": doubt(
        "A share is missed from the start: committed works break it, or no work can serve it.",
        "Change the share, commit to less, or offer such work.",
    ),
    "cover_doubtful": doubt(
        "A room is asked for that no work on offer can be, so something is missing in every plan.",
        "Offer such work, or ask for less.",
    ),
    "idle_limit": doubt(
        "A limit limits nothing: it asks for nothing, allows everything, or others do enough already.",
        "Check its amount and words; if they are right, the row can go.",
    ),
    # --- capacities
    "capacity_never": doubt(
        "An activity uses more of a capacity than there ever is in its window, so it never runs.",
        "Correct the use or the capacity, or exclude the activity.",
    ),
    "idle_capacity": doubt("No activity uses the capacity.", "Say by set rows (uses) who does, or remove it."),
    # --- milestones and targets
    "milestone_out_of_reach": doubt(
        "A milestone needs more progress than all works together could bring.", "Lower the threshold, or check effects."
    ),
    "never_signed": doubt(
        "No official negotiation or mediation can sign the milestone.", "Offer such work, or remove the milestone."
    ),
    "idle_milestone": doubt(
        "A milestone is worth nothing and unlocks nothing.", "Give it a value, or activities to unlock."
    ),
    "target_doubtful": doubt(
        "A target asks for more than all works together could bring, so no plan of least cost exists.",
        "Lower the target, set a later date, or check the effects.",
    ),
    "saturated": doubt(
        "The effects of all works together are several times what progress can take in, so most choices look alike.",
        "Lower the effects until full use of all work just about reaches 1.",
    ),
    # --- doubts
    "doubtful_sponsor": doubt(
        "A sponsor is called nearly like a party, but is none.", "Correct the name, unless it is a third party's."
    ),
    "idle_fact": doubt(
        "A vote or a closure is of somebody who is neither a party nor a sponsor, so it has no effect.",
        "Correct the name, or add the party.",
    ),
    "idle_toll": doubt("A toll costs no progress.", "State what the event costs in each category."),
    "idle_party": doubt("A party sits at no table and sponsors nothing.", "Name it among the parties of an activity."),
    "idle_conflict": doubt("A conflict has no activity that may run.", "Add activities, or remove the conflict."),
    "idle_activity": doubt(
        "An activity has no effect and no role in any rule, so no plan will use it.", "State its effects."
    ),
    "ideas_stuck": doubt(
        "Unofficial political work is on offer, but nothing can carry its ideas upstairs.",
        "Add a transfers link from unofficial to official work, or set transfer default above 0.",
    ),
    "open_channel_asleep": doubt(
        "In confrontation or war no channel is on offer, so the rule open_channel sleeps.",
        "Offer an envoy or a back-channel, or mark work as channel, if there is one.",
    ),
    "enforcement_asleep": doubt(
        "Implementing work has no official guarantor on offer, so the rule enforcement sleeps.",
        "Offer a guarantor on T1, if there is one.",
    ),
    "preparation_asleep": doubt(
        "No unofficial work is on offer before official talks, so the rule preparation sleeps.",
        "Offer work of tracks 2 to 9, if there is any.",
    ),
    "no_opening": doubt(
        "Official work may not open in a blackout, and every period in which it could start lies in one.",
        "Widen the window, check the votes, or switch electoral_cycle off.",
    ),
    "no_way_round": doubt(
        "Work that needs a channel between two parties whose missions stay closed has no relief, and no output.",
        "Offer an envoy or another channel with both parties at its table, or say needs_channel no.",
    ),
    "many_nodes": doubt(
        "The scenarios have so many periods in all that solving may take very long.",
        "Plan in longer periods, or with fewer scenarios.",
    ),
    "no_inducement": doubt(
        "Work that needs leverage has neither carrot nor stick beside it, and stays at its unaided output.",
        "Offer a carrot or a stick, or unmark the work.",
    ),
    "one_sided": doubt(
        "Work that keeps, or needs, a channel between two parties has fewer than two at its table.",
        "Name both parties of the closed pair.",
    ),
    # --- what holds works down for good
    "taboo_unopened": doubt(
        "Official work deals with a taboo issue that no unofficial work opens before, so it achieves nothing.",
        "Offer earlier work on tracks 2 to 9 on this issue, or correct the issue.",
    ),
    "no_insight": doubt(
        "Work that needs insight has no earlier source of it, and stays at its uninformed output.",
        "Say which work brings insight, or unmark this one.",
    ),
    "unrecognised": doubt(
        "Those who would meet in official talks do not recognise each other in the whole window.",
        "Let a third party whom both accept lead the talks, or check the recognition.",
    ),
    "unwilling": doubt(
        "A government is unwilling, and no work reaches its people to move their opinion.",
        "Say which work on tracks 2 to 9 moves opinion there, if any does.",
    ),
    "no_honour": doubt(
        "Leaders would have to give way in public, and no trusted third party is there to help.",
        "Offer work on T1.5 and state its traits, if there is any.",
    ),
    "area_shut": doubt(
        "Works have to enter an area that is closed, and no humanitarian or religious work opens the way before.",
        "Offer such work, or check the access.",
    ),
    "fall_below_rise": doubt(
        "A fall of level costs less than a rise brings; a rise counts once, but going up for a day would pay.",
        "Let a fall cost at least as much as a rise brings.",
    ),
    "harmful": doubt(
        "Work uses force, or does more harm to a group than its conflict bears, so no plan uses it.",
        "Check the harm and the ceiling; exclude the work if they are right.",
    ),
    "left_out": doubt(
        "A party can never gain enough from any work, so nothing is signed in its conflict.",
        "Say by gains what this party has of which work, or offer such work.",
    ),
    "odd_seats": doubt(
        "Seats are not stated for each party at the table, or for one only, so they cannot be compared.",
        "State the seats of each party at the table.",
    ),
    "no_balance": doubt(
        "One side has more seats, and no other work lifts the weaker side's issues.",
        "Offer equalising work, or even out the seats.",
    ),
    "unmoved": doubt(
        "Leaders are bound by an opinion that no work moves, so their talks fall to the floor.",
        "Say which work on tracks 2 to 9 moves opinion there, or leave the party's opinion blank.",
    ),
    "no_secrecy": doubt(
        "Confidential work has committed press beside it in its whole window, and achieves nothing.",
        "Let one of the two run at another time, or unmark it.",
    ),
    "idle_skills": doubt(
        "Work builds skills for track two, but no such work can run once they tell.",
        "Offer work on T2 later, or clear the skills.",
    ),
    "never_continues": doubt(
        "The same people are to meet again and again, in work that runs for one period at most.",
        "Widen the window, allow longer runs, or unmark it.",
    ),
    "no_prevention": doubt(
        "A conflict has a risk of violence that no work can lower in quiet times.",
        "Say which work prevents violence, if any does.",
    ),
    "liaison_absent": doubt(
        "A liaison can never run while the two works do that it keeps informed.",
        "Check the windows, or name another liaison.",
    ),
    # --- what nothing asks about
    "idle_ceiling": doubt(
        "A ceiling is stated for a group that no work of the conflict harms.",
        "Correct the name of the group, or say by harm which work affects it.",
    ),
    "idle_condition": doubt(
        "No work that may run at that time asks about the condition, so it has no effect.",
        "Check its kind, names and dates; if they are right, the row can go.",
    ),
    "idle_taboo": doubt(
        "An issue is taboo, but no official work deals with it.", "State the issues of official work, or correct it."
    ),
    "idle_bridge": doubt(
        "Work bridges to a room in which nobody sits: there are no official talks or no unofficial work.",
        "Offer work at both ends, or unmark it.",
    ),
    "unverified": doubt(
        "Inputs are marked as unverified in their source.", "Verify them, or keep in mind that plans rest on them."
    ),
}
