"""Every fault that reading a file can have: its code, what it means, how to mend it (see ``models.checks.codes``)."""

from __future__ import annotations

from models.checks.codes import Code

CODES: dict[str, Code] = {
    # --- the file as a whole
    "no_file": Code("There is no such file or folder, or it may not be read.", "Check the path."),
    "empty_file": Code("The file, folder or workbook holds no rows.", "Fill it in, or make a new one with plan new."),
    "not_text": Code("The file is neither text nor a workbook.", "Save the table as CSV (UTF-8) or as .xlsx."),
    "not_a_workbook": Code("The file looks like a workbook but cannot be opened as one.", "Save it again as .xlsx."),
    "locked_workbook": Code("The workbook has a password, or is an old .xls.", "Save it as .xlsx without one."),
    "unknown_encoding": Code(
        "The letters of the file are neither UTF-8 nor UTF-16, and fit neither cp1252 nor cp1256.",
        'Save it as "CSV UTF-8", or as .xlsx.',
    ),
    "legacy_encoding": Code(
        "The file is not Unicode; its words fit cp1252 or cp1256 and were read so.",
        'Look at the names; to be sure, save it as "CSV UTF-8".',
        "warning",
    ),
    "bad_quotes": Code(
        "A quotation mark is not closed or stands where none may stand, so the rows after it cannot be told apart.",
        'Put quotation marks around the whole cell; inside it, write them twice ("").',
    ),
    "unknown_file": Code(
        "A CSV file of the folder, or a sheet of the workbook, is named after no record.",
        "Name it after a record, or put # before its name to have it left alone.",
    ),
    "plain_list": Code(
        "A list of activities alone cannot be planned: it lacks the horizon, the conflict and the money.",
        "Add a column record and the rows that are missing.",
        "warning",
    ),
    # --- headings and the shape of rows
    "no_header": Code("The first row does not hold the headings.", "Add them; plan new makes a file that has them."),
    "no_heading": Code("A cell is filled in below a blank heading.", "Give the column a heading, or clear the cell."),
    "unknown_column": Code("A heading is not known.", "Correct it; plan schema lists all headings."),
    "repeated_column": Code("Two columns say the same.", "Remove one of them."),
    "row_too_long": Code("A row has more cells than there are headings.", "Look for a delimiter too many."),
    "no_record": Code("A row does not say what it is.", "Fill in its column record."),
    "unknown_record": Code("The word in the column record is not known.", "Correct it; plan schema lists all words."),
    "unused_cell": Code("A cell is filled in that its record has no use for.", "Clear it, or move it."),
    # --- cells
    "missing_value": Code("A cell that must be filled in is blank.", "Fill it in."),
    "not_a_number": Code("A number is written in a way that is not read.", "Write its digits alone, as in 0.5."),
    "ambiguous_number": Code(
        "A comma or point may be a decimal mark or divide thousands.", "Write it without thousands separators."
    ),
    "not_whole": Code("A number must be whole and is not.", "Write a number without decimals."),
    "out_of_range": Code("A number lies outside its range.", "Write a number in the range."),
    "not_a_date": Code("A date is written in a way that is not read.", "Write 2008-08-29, 2008-08, 2008-Q3 or 2008."),
    "month_cell": Code(
        "A date cell of a workbook shows a month but holds its first day, so either may be meant.",
        "Format the cell as text and write 2008-08, or 2008-08-01.",
    ),
    "not_yes_or_no": Code("A cell that says yes or no says something else.", "Write yes or no."),
    "not_a_track": Code("A track is written in another way than T1, T1.5, T2 to T9.", "Write T and its number."),
    "unknown_word": Code("A word is not in the closed list of its attribute.", "Choose one; plan schema lists them."),
    "not_a_pair": Code("An item of a list of pairs is no pair.", "Write pairs as in a:1|b:0.5."),
    "wrong_number_of_names": Code("A list has too few or too many names.", "Write the names joined by |."),
    "empty_item": Code("A list has an empty item.", "Take the | away that joins nothing."),
    "control_character": Code("A text holds characters that cannot be printed.", "Type it again."),
    "error_cell": Code("A cell of a workbook holds an error such as #REF!.", "Mend the formula, or write the value."),
    "not_calculated": Code(
        "A formula of a workbook was never calculated, so the file does not hold its value.",
        "Open the workbook, save it, and try again.",
    ),
    "invalid_value": Code("A value does not fit for another reason, which the fault tells.", "Put the value right."),
    # --- set rows
    "nothing_to_set": Code("A set row names a record that is not there.", "Correct the name, or add the record."),
    "ambiguous_name": Code(
        "A set row names several records at once.", "Add the record word, or write the longer name."
    ),
    "unknown_attribute": Code("A set row names an attribute that its record lacks.", "Correct it; see plan schema."),
    "set_twice": Code("An attribute is given twice, by two set rows or with two values.", "Keep one of the two."),
}
