#!/usr/bin/python3
"""From the first start to a verified writeback, and to another run, for a user without any data:
firststart.py PROGRAM [TRANSLATION.ts]

Uses the built-in sample data and a separate screen (see screen.py), through the accessibility tree only: a control that
a screen reader cannot reach is not found.
"""
import sys
import unittest

from screen import Screen, translation


class FirstStart(unittest.TestCase):
    def setUp(self):
        self.data = SCREEN.folder / self.id()
        self.program = SCREEN.start([PROGRAM, "--data-dir", str(self.data)], TEXTS, LC_ALL="en_US.UTF-8",
                                    LANGUAGE=LANGUAGE)

    def leave(self, title, button):
        """Presses a button of the page with that title, once it is enabled and every control has a name."""
        self.program.find("label", title)
        self.program.find("push button", button, enabled=True)
        self.assertEqual(self.program.nameless(), [], f"controls without a name at {title}")
        self.program.press("push button", button)

    def see_home(self):
        self.program.window("frame")
        self.assertEqual(self.program.nameless(), [], "controls without a name in the home window")

    def test_sample_data_ends_verified(self):
        self.program.find("push button", "New writeback…")
        self.see_home()
        self.program.press("push button", "Try it with sample data")
        self.leave("Credentials", "Next >")
        self.leave("Details", "Next >")
        self.leave("Preview", "Next >")
        self.leave("Scheduling", "Next >")
        self.leave("Name & Describe", "Save and Run")
        self.program.find("table cell", "Verified")
        self.see_home()
        first = len(self.program.actions)
        self.assertLessEqual(first, 6, self.program.actions)

        self.program.keys("F5")
        self.program.find("table cell", "Verified, nothing to write")
        self.assertEqual(len(self.program.actions) - first, 1, self.program.actions)
        print(f"{first} actions to verified, 1 to run again: {self.program.actions}")
        self.assertEqual(self.program.close(), 0)

    def test_cancelled_wizard_leaves_nothing_behind(self):
        self.program.press("push button", "New writeback…")
        self.leave("Credentials", "Cancel")
        self.see_home()
        self.program.find("push button", "Try it with sample data")
        self.assertEqual(self.program.close(), 0)
        self.assertEqual([file.name for file in self.data.rglob("*.json")], [])


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    LANGUAGE, TEXTS = translation(sys.argv.pop(1)) if sys.argv[1:] else ("en", {})
    with Screen() as SCREEN:
        unittest.main(verbosity=2)
