#!/usr/bin/python3
"""xlsxcells.py FILE: prints what openpyxl, which shares nothing with the program, reads from an .xlsx file, as JSON: for each sheet its
name, the place of the frozen cells, the filtered range, how it is printed (orientation, pages, rows on each), and the
cells by their place, as [type, value, number format]. The types are openpyxl's: n (number), s (text), b (boolean), f (formula). Needs the
distribution's Python, for which python3-openpyxl is installed."""
import json
import re
import sys

import openpyxl


def value_of(cell):
    if cell.data_type == "s":  # Excel reads _x0001_ as a character
        return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), cell.value)
    if cell.data_type == "n":
        return repr(float(cell.value))  # the shortest digits of the double
    return cell.value


sheets = []
for sheet in openpyxl.load_workbook(sys.argv[1]):
    cells = {cell.coordinate: [cell.data_type, value_of(cell), cell.number_format] for row in sheet.iter_rows() for cell in row
             if cell.value is not None}
    setup, fits = sheet.page_setup, sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage
    pages = f"{setup.fitToWidth or 1} by {setup.fitToHeight}" if fits else "any"  # 1 is not in the file; 0: as many as needed
    printed = f"{setup.orientation}, {pages}, {sheet.print_title_rows}"
    sheets.append({"name": sheet.title, "frozen": sheet.freeze_panes, "filter": sheet.auto_filter.ref, "printed": printed, "cells": cells})
json.dump(sheets, sys.stdout)
