#!/usr/bin/python3
"""A group of thirty writebacks that are run together: group.py PROGRAM SANDBOX

On several sheets, so that some runs are side by side and others wait. The sheets are read by HTTP.
"""
import contextlib
import json
import re
import sqlite3
import sys
import unittest
import urllib.request

from keyring import Keyring
from screen import Screen, until
from writeback import start_sandbox, store_account, store_writeback

WRITEBACKS, SHEETS, ROWS = 30, 6, 12
GROUP = "10-K 2026"
LIMIT = 90  # seconds, for thirty runs on a busy machine


def name_of(number):
    return f"Units {number:02}"


def data_of(number):
    """The rows of a DataSet, with the names of the columns."""
    return [["Unit", "Heads"], *(["Unit %d of %d" % (row, number), 100 * number + row] for row in range(ROWS))]


def sheet_of(number):
    return f"{number % SHEETS + 1:032x}"


def column_of(number):
    """The first of the two columns that a writeback fills."""
    return 2 * (number // SHEETS)


class Group(unittest.TestCase):
    def setUp(self):
        self.data = SCREEN.folder / self.id()
        keyring = Keyring(SCREEN, "a password for tests")
        self.addCleanup(keyring.close)
        self.services = start_sandbox(self, SANDBOX, "--datasets", self.make_datasets(), "--state", self.make_sheets())

    def make_datasets(self):
        folder = SCREEN.folder / "datasets"
        folder.mkdir()
        for number in range(WRITEBACKS):
            lines = (",".join(map(str, row)) for row in data_of(number))
            (folder / f"{name_of(number)}.csv").write_text("\n".join(lines) + "\n")
        return str(folder)

    def make_sheets(self):
        """A state of the sandbox: a spreadsheet of empty sheets."""
        sheets = [{"meta": {"id": sheet_of(number), "name": f"Sheet {number + 1}", "rows": 100, "columns": 26}}
                  for number in range(SHEETS)]
        state = SCREEN.folder / "sheets.json"
        state.write_text(json.dumps({"spreadsheets": [{"meta": {"id": "f" * 32, "name": "Units"}, "sheets": sheets}]}))
        return str(state)

    def start(self):
        program = SCREEN.start([PROGRAM, "--data-dir", str(self.data)])
        program.window("frame")
        return program

    def store_writebacks(self):
        program = self.start()
        store_account(program, self.services)
        self.assertEqual(program.close(), 0)
        datasets = {dataset["name"]: dataset["id"] for dataset in self.services["datasets"]}
        for number in range(WRITEBACKS):
            first, last = (chr(ord("A") + column_of(number) + side) for side in (0, 1))
            store_writeback(self.data, number, name_of(number), group=GROUP, dataSetId=datasets[name_of(number)],
                            dataSetName=name_of(number), spreadsheetId="f" * 32, spreadsheetName="Units",
                            sheetId=sheet_of(number), sheetPath=f"Sheet {number % SHEETS + 1}", region=f"{first}:{last}")

    def values(self, sheet):
        """All values of a sheet, as rows from A1."""
        with urllib.request.urlopen(f"{self.services['workiva']['url']}/sandbox/values/{sheet}", timeout=LIMIT) as answer:
            return json.load(answer)["data"][0]["values"]

    def runs(self):
        """The recorded runs: (sheet, start, end)."""
        with contextlib.closing(sqlite3.connect(f"file:{self.data}/history.sqlite?mode=ro", uri=True)) as history:
            return history.execute("SELECT sheetId, started, ended FROM runs ORDER BY started").fetchall()

    def see_all_end(self, program, state):
        """Reads the summary and every row of the list."""
        summary = f"{WRITEBACKS} runs have ended. {state}: {WRITEBACKS}."
        SCREEN.await_announcement(summary, "OK", LIMIT)
        self.assertEqual(sum("runs have ended" in one.text for one in SCREEN.announced), 1, SCREEN.announced)
        program.find("label", summary)
        program.find("label", f"{WRITEBACKS} writebacks")
        parts = re.findall(r"^(\d+) (verified|needs? you|running|to run|archived)$", program.shown(), re.MULTILINE)
        self.assertEqual(parts, [(str(WRITEBACKS), "verified")])
        heading, *rows = program.rows("Saved writebacks")
        self.assertEqual(heading["Name"], f"Group {GROUP}, {WRITEBACKS} writebacks, {WRITEBACKS} verified")
        self.assertEqual([row["Name"] for row in rows], [name_of(number) for number in range(WRITEBACKS)])
        self.assertEqual({row["State"] for row in rows}, {state})
        self.assertTrue(all(row["Last verified"] for row in rows))
        program.focused()
        self.assertEqual(program.nameless(), [], "controls without a name after the runs")

    def assert_sheets_hold_the_data(self):
        for sheet in {sheet_of(number) for number in range(WRITEBACKS)}:
            parts = [data_of(number) for number in range(WRITEBACKS) if sheet_of(number) == sheet]
            self.assertEqual(self.values(sheet), [sum(row, []) for row in zip(*parts)])

    def assert_one_run_at_a_time_on_a_sheet(self):
        runs = self.runs()
        self.assertEqual(len(runs), WRITEBACKS)
        for sheet in {sheet for sheet, _, _ in runs}:
            of_sheet = [(start, end) for other, start, end in runs if other == sheet]
            self.assertEqual(len(of_sheet), WRITEBACKS // SHEETS)
            for (_, end), (start, _) in zip(of_sheet, of_sheet[1:]):
                self.assertLessEqual(end, start)
        (_, _, first_end), *others = runs
        self.assertTrue(any(start < first_end for _, start, _ in others), "no runs side by side")

    def test_group_is_run_with_two_keys_and_ends_verified(self):
        self.store_writebacks()
        SCREEN.listen()
        program = self.start()
        rows = until(lambda: program.rows("Saved writebacks"), "the list")
        self.assertEqual(len(rows), WRITEBACKS + 1)  # with the heading of their group
        program.keys("Ctrl", "A")
        program.keys("F5")
        self.see_all_end(program, "Verified")
        self.assertLessEqual(len(program.actions), 2, program.actions)
        self.assert_sheets_hold_the_data()
        self.assert_one_run_at_a_time_on_a_sheet()

        first = list(program.actions)
        program.actions.clear()
        SCREEN.announced.clear()
        program.keys("F5")  # all are still selected
        self.see_all_end(program, "Verified, nothing to write")
        self.assertLessEqual(len(program.actions), 2, program.actions)
        self.assert_sheets_hold_the_data()
        print(f"{len(first)} actions for {WRITEBACKS} runs: {first}; again: {len(program.actions)}: {program.actions}")
        self.assertEqual(program.close(), 0)


if __name__ == "__main__":
    PROGRAM, SANDBOX = sys.argv.pop(1), sys.argv.pop(1)
    with Screen() as SCREEN:
        unittest.main(verbosity=2)
