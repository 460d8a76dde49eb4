"""Every fault that reading a file can have: its code, and what it means in one sentence."""

from __future__ import annotations

CODES: dict[str, str] = {
    # the file as a whole
    "no_file": "There is no such file or folder, or it may not be read.",
    "empty_file": "The file, folder or workbook holds no rows.",
    "not_text": "The file is neither text nor a workbook.",
    "not_a_workbook": "The file looks like a workbook but cannot be opened as one.",
    "locked_workbook": "The workbook is protected by a password, or is of the old .xls kind.",
    "unknown_encoding": "The letters of the file cannot be told for sure; it is neither UTF-8, UTF-16, cp1252 nor cp1256.",
    "legacy_encoding": "The file is not UTF-8; its letters were read as cp1252 or cp1256 (a warning).",
    "bad_quotes": "A quotation mark is not closed, or stands where none may stand; the rows after it cannot be told apart.",
    "unknown_file": "A folder holds a CSV file, or a workbook a sheet, that is named after no record.",
    "plain_list": "A list of activities alone cannot be planned: it lacks the horizon, the conflict and the money.",
    # headings and the shape of rows
    "no_header": "The first row holds no heading that is known.",
    "no_heading": "A cell is filled in below a blank heading.",
    "unknown_column": "A heading is not known.",
    "repeated_column": "Two columns have the same meaning.",
    "row_too_long": "A row has more cells than the header.",
    "no_record": "A row does not say what it is: its cell in the column record is blank.",
    "unknown_record": "The word in the column record is not known.",
    "unused_cell": "A cell is filled in that this record has no use for.",
    # cells
    "missing_value": "A cell that must be filled in is blank.",
    "not_a_number": "A number is written in a way that is not read.",
    "ambiguous_number": "A comma or point may be a decimal mark or a thousands separator.",
    "not_whole": "A number must be whole and is not.",
    "out_of_range": "A number lies outside its range.",
    "not_a_date": "A date is not written as 2008-08-29, 2008-08, 2008-Q3, 2008-H2 or 2008.",
    "month_cell": "A date cell of a workbook shows a month but holds its first day, so either may be meant.",
    "not_yes_or_no": "A cell that says yes or no says something else.",
    "not_a_track": "A track is not written as T1, T1.5, T2 to T9.",
    "unknown_word": "A word is not in the closed list of its column.",
    "not_a_pair": "An item of a list of pairs is not written as name:amount.",
    "wrong_number_of_names": "A list has too few or too many names.",
    "empty_item": "A list has an empty item: a bar too many.",
    "control_character": "A text holds characters that cannot be printed.",
    "error_cell": "A cell of a workbook holds an error such as #REF!.",
    "not_calculated": "A formula of a workbook was never calculated, so its value is not in the file.",
    "invalid_value": "A value does not fit its record for another reason, told by the fault.",
    # set rows
    "unknown_name": "A set row names a record that is not there.",
    "ambiguous_name": "A set row names several records at once.",
    "unknown_attribute": "A set row names an attribute that its record does not have.",
    "set_twice": "An attribute is given twice, with different values or by two set rows.",
}
