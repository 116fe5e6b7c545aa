#!/usr/bin/python3
"""From a run that fails to a verified one, for a user who does not see the screen: failure.py PROGRAM SANDBOX

The error is heard and read, and cured as it says, through the accessibility tree only.
"""
import re
import sys
import unittest

from keyring import Keyring
from screen import Screen, until
from writeback import start_sandbox, store_account, store_writeback


class Failure(unittest.TestCase):
    def setUp(self):
        keyring = Keyring(SCREEN, "a password for tests")
        self.addCleanup(keyring.close)
        self.services = start_sandbox(self, SANDBOX)
        data = SCREEN.folder / self.id()
        self.program = SCREEN.start([PROGRAM, "--data-dir", str(data)])
        store_account(self.program, self.services)
        dataset, spreadsheet = self.services["datasets"][0], self.services["spreadsheets"][-1]
        sheet = spreadsheet["sheets"][0]
        store_writeback(data, 0, "Headcount", dataSetId=dataset["id"], dataSetName=dataset["name"],
                        spreadsheetId=spreadsheet["id"], spreadsheetName=spreadsheet["name"], sheetId=sheet["id"],
                        sheetPath=sheet["name"], region="B3:")
        self.program.find("table cell", "Never run")

    def fact(self, name):
        """The value that is read with that name."""
        lines = until(lambda: [line for line in self.program.shown().splitlines() if line.startswith(name + ": ")],
                      f"{name!r}")
        return lines[0].removeprefix(name + ": ")

    def replace_secret(self, secret):
        """In the Accounts dialog. Then the list has the focus again."""
        name = "Workiva Client Secret"
        self.program.window("dialog")
        self.program.press("push button", "Replace: " + name)
        self.program.find("push button", "Keep current: " + name)
        self.program.type("password text", name, secret)
        self.program.press("push button", "Save changes")
        self.program.says("Saved.")
        self.program.focused()
        self.program.press("push button", "Close")
        self.program.window("frame")
        self.program.focused()

    def test_wrong_secret_is_replaced_as_the_error_says(self):
        secret = self.services["workiva"]["clientSecret"]
        program = self.program
        program.press("push button", "Accounts…")
        self.replace_secret(secret[:-1])  # as pasted in part
        SCREEN.listen()
        program.actions.clear()

        program.keys("F5")
        SCREEN.await_announcement("Failed: nothing was written", "Error")
        happened, in_sheet, advice, quote = map(
            self.fact, ("What happened", "In the sheet", "What to do", "For support"))
        self.assertIn("Workiva rejected the Client ID and Client Secret", happened)
        self.assertIn("Nothing was written", in_sheet)
        self.assertIn("missing characters", advice)
        self.assertIn("HTTP 40", quote)
        SCREEN.await_announcement(f"{happened} {advice}", "Error")
        program.focused()
        self.assertEqual(program.nameless(), [], "controls without a name beside the error")

        place, account = re.search(r'in (\w+), under "(.+)"', advice).groups()
        program.press("push button", place + "…")
        program.window("dialog")
        program.find("list item", account)
        self.assertEqual(program.nameless(), [], "controls without a name in the dialog")
        self.replace_secret(secret)
        cured = len(program.actions)
        program.keys("F5")
        SCREEN.await_announcement("Verified: all", "OK")
        program.find("table cell", "Verified")
        program.focused()
        self.assertLessEqual(len(program.actions), 7, program.actions)

        again = len(program.actions)
        program.keys("F5")
        SCREEN.await_announcement("Verified, nothing to write: all", "OK")
        program.focused()
        self.assertEqual(len(program.actions) - again, 1, program.actions)
        print(f"{again} actions from the failure to verified, {cured - 1} of them the cure; 1 to run again: {program.actions}")
        self.assertEqual(program.close(), 0)


if __name__ == "__main__":
    PROGRAM, SANDBOX = sys.argv.pop(1), sys.argv.pop(1)
    with Screen() as SCREEN:
        unittest.main(verbosity=2)
