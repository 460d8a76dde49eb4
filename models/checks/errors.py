"""Faults that stop a plan: each with its meaning and its remedy."""

from __future__ import annotations

from models.checks.code import Code
from models.checks.work_errors import WORK

ERRORS: dict[str, Code] = {
    # --- names
    "bad_name": Code(
        "A name holds | (which separates lists), a line break, or # at an end (which marks comments).",
        "Write the name without it.",
    ),
    "reserved_name": Code(
        "A conflict, an activity, a tag or an issue is called like a track, so the words of funders and limits could "
        "not be told apart.",
        "Choose another name.",
    ),
    "duplicate": Code(
        "Two rows have the same key; capitals, spaces and Unicode forms do not tell names apart.",
        "Remove one of the rows, or rename it.",
    ),
    "listed_twice": Code("A list holds the same name twice.", "Remove one of them."),
    "unknown_name": Code("A name is used that no row states.", "Correct the name, or add the row it names."),
    "misspelt_name": Code(
        "A name is stated in one spelling, and used by several rows in another one only.",
        "Correct it where it is stated, or in those rows.",
    ),
    "ambiguous_word": Code(
        "A funder or a limit uses a word that names two kinds of things, such as a tag and an activity.",
        "Rename one of them.",
    ),
    "blank_conflict": Code(
        "The conflict is blank although there are several; a blank means the only one.", "Name the conflict."
    ),
    "foreign_party": Code(
        "A party at the table, or one that gains or has seats there, belongs to another conflict only.",
        "Correct the conflict or the party, or add a party row for this conflict.",
    ),
    "same_party": Code("A closure names one party twice.", "Name the two parties between which missions are closed."),
    "no_conflict": Code("No conflict is stated.", "Add a conflict row with a name."),
    "no_activity": Code("No activity is stated.", "Add at least one activity row."),
    "no_funder": Code(
        "No funder is stated, and every work has to be paid for.", "Add at least one funder row with an amount."
    ),
    # --- time
    "no_horizon": Code("No horizon is stated.", "Add one horizon row with a first period, and a last one or a number."),
    "several_horizons": Code("More than one horizon is stated.", "Keep one horizon row."),
    "no_end": Code("The horizon has neither a last period nor a number of periods.", "Fill in one of them."),
    "two_ends": Code(
        "The horizon's last period and its number of periods contradict each other.", "Clear one of them."
    ),
    "long_horizon": Code(
        "The horizon has more than 600 periods.", "Plan a shorter span, or in longer periods (see length)."
    ),
    "reversed_window": Code("A window ends before it begins.", "Exchange the dates, or correct one."),
    "far_date": Code("A date lies outside the years 1800 to 2400.", "Correct the year."),
    "outside_horizon": Code(
        "The window of an activity or a tranche does not touch the horizon, so it could never be used.",
        "Correct the window, or remove the row.",
    ),
    "overlap": Code(
        "Two phases of one conflict, or two closures of one pair, hold on the same days in the same scenario.",
        "End the one before the other begins. A phase for one scenario may overlap one for all.",
    ),
    "target_outside": Code("A target is due at a date that is no period of the horizon.", "Correct the date."),
    # --- scenarios
    "probabilities": Code("The probabilities of all scenarios do not add to 1.", "Correct them so that they do."),
    "two_trunks": Code(
        "Two scenarios have no period that first knows them; only the trunk may leave it blank.", "Fill in the period."
    ),
    "no_branching_date": Code(
        "A scenario branches off another one, but no period first knows it.", "Fill in the period."
    ),
    "scenario_cycle": Code(
        "Scenarios branch off one another in a circle.", "Let one of them branch off the trunk: leave its cell blank."
    ),
    "known_outside": Code(
        "A scenario becomes known in the first period, before it, or after the last.",
        "Name a later period of the horizon; what is known from the start is no scenario.",
    ),
    "known_before_parent": Code(
        "A scenario becomes known before the one it branches from.", "Correct one date, or let it branch off the trunk."
    ),
    "fact_too_early": Code(
        "A fact (or the blackout of a vote) names a scenario and begins before anybody can know that scenario.",
        "Let it begin later, let the scenario be known earlier, or state the fact for all scenarios.",
    ),
    # --- conditions
    "no_day": Code("A toll has no day, so it would never fall.", "Fill in the day of the event."),
    "toll_cell": Code(
        "A toll states an amount, an end or a name; it costs progress of the whole conflict once, on its day.",
        "Clear the cell, and state the losses below political, structural and social.",
    ),
    "no_level": Code("A condition does not say how far it goes.", "Write an amount from 0 to 1."),
    "level_cell": Code(
        "A condition other than a toll states progress that is lost.",
        "Clear the cell, or make it a toll of its own.",
    ),
    "wrong_who": Code(
        "A condition names too many or too few, or others than it is about.",
        "Name whom it is about; the manual says it for each kind.",
    ),
    # --- activities
    **WORK,
    # --- links
    "self_link": Code("A link joins an activity to itself.", "Name another activity, or remove the link."),
    "link_across_conflicts": Code(
        "A transfers, strengthens or interferes link joins activities, or has a liaison, of two conflicts.",
        "Name activities of one conflict.",
    ),
    "transfer_from_official": Code(
        "Only the ideas of unofficial work (tracks 2 to 9) need carrying upstairs.", "Name unofficial work first."
    ),
    "transfer_to_unofficial": Code(
        "Ideas are carried to official work or to track 1.5.", "Name work on T1 or T1.5 as the second activity."
    ),
    "no_mediator": Code(
        "Ideas are to be taken up by the official mediator, but the second activity is no official mediation.",
        "Name mediation on T1 as the second activity, or choose another channel.",
    ),
    "own_liaison": Code(
        "The liaison of two works is one of the two.", "Name a third activity that keeps each informed of the other."
    ),
    "said_twice": Code(
        "A link without direction (excludes, interferes, or strengthens in one category) is stated from both sides.",
        "Remove one of the two.",
    ),
    "cyclic_order": Code(
        "Works wait for one another in a circle, so that none of them can ever start.", "Remove one of these links."
    ),
    "contradictory_links": Code(
        "Two links of the same two works leave no time at which the first can run.", "Remove one of the two links."
    ),
    # --- rules
    "unknown_parameter": Code("A rule has no such parameter.", "See plan assumptions for the parameters of each rule."),
    "no_value": Code("A parameter is named without a value.", "Write the value, or remove the row."),
    "value_out_of_range": Code(
        "A parameter lies outside the range that the table of assumptions allows.",
        "Choose a value in the range; see plan assumptions.",
    ),
    "switch_with_value": Code("A row that switches a rule on or off also gives a number.", "Clear the amount."),
    "on_and_off": Code("A rule is switched both on and off.", "Keep one of the rows."),
    "core_switch": Code("The core cannot be switched off.", "Remove the row."),
    "no_weight": Code(
        "All categories of progress, or all conflicts, have weight 0, so no plan is better than another.",
        "Give at least one a weight above 0.",
    ),
    # --- money
    "smallest_above_amount": Code(
        "A tranche's smallest payment is more than it holds.", "Lower the smallest payment, or raise the amount."
    ),
    "two_shares": Code(
        "Tranches of one donor state different largest shares.", "State the same largest_share on each tranche."
    ),
    "lead_too_long": Code(
        "A tranche could pay only after its window, because of its lead time.",
        "Shorten the lead time, open the tranche earlier, or let it close later.",
    ),
    "unfunded": Code(
        "Nobody may pay for an activity: its track, conflict, tags and window meet no tranche with enough freedom.",
        "Widen a funder's words or window, add a funder, or exclude the activity.",
    ),
    "money_short": Code(
        "The money that may pay for committed works cannot pay their least cost.",
        "Commit to less, or find more money for these works.",
    ),
    # --- limits
    "limit_cell": Code(
        "A limit states something that its kind does not know: windows are of cover, shares have none.",
        "Clear the cell, or choose the other kind of limit.",
    ),
    "bad_share": Code("A share is above 1.", "Write a share from 0 to 1, such as 0.25 or 25%."),
    "contradictory_limits": Code(
        "Hard shares contradict each other: least shares add up to more than 1, or one is above a most share.",
        "Change one of the shares, or leave one of them soft.",
    ),
    "share_never": Code(
        "Committed works alone break a hard share, whatever else is planned.",
        "Commit to less, change the share, or leave it soft.",
    ),
    "cover_never": Code(
        "A hard limit asks for more such work than is on offer at that time, so no plan exists.",
        "Offer such work, ask for less, or leave the limit soft.",
    ),
    # --- capacities
    "capacity_short": Code(
        "Committed works together use more of a capacity than there is.", "Commit to less, or raise the capacity."
    ),
    # --- milestones and targets
    "target_out_of_reach": Code(
        "A target that must always be reached asks for more than all works together could bring.",
        "Lower the target, set a later date, or check the effects.",
    ),
}
