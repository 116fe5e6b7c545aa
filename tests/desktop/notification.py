#!/usr/bin/python3
"""The notification of a user who is elsewhere when a run ends: notification.py PROGRAM SANDBOX

Another window is in front during a run, and a desktop notification (by dunst) reports its end.
"""
import json
import subprocess
import sys
import unittest

from screen import Screen, until
from writeback import save_a_writeback, start_sandbox


class Notification(unittest.TestCase):
    def told(self):
        """The notifications so far: (title, text)."""
        SCREEN.run(["dunstctl", "close-all"]).wait()
        answer = SCREEN.run(["dunstctl", "history"], stdout=subprocess.PIPE, text=True).communicate()[0]
        return [(one["summary"]["data"], one["body"]["data"]) for one in json.loads(answer or '{"data": [[]]}')["data"][0]]

    def test_the_end_of_a_run_is_notified_when_the_window_is_not_in_front(self):
        SCREEN.run(["dunst"])
        until(lambda: SCREEN.run(["dunstctl", "is-paused"]).wait() == 0, "a notification daemon")
        services = start_sandbox(self, SANDBOX, "--latency", "300")
        program = SCREEN.start([PROGRAM, "--data-dir", str(SCREEN.folder / "one")])
        save_a_writeback(program, services)
        program.press("push button", "Run")
        other = SCREEN.start([PROGRAM, "--data-dir", str(SCREEN.folder / "two")])
        other.window("frame")
        (title, text), = until(self.told, "a notification")
        self.assertIn("Headcount", title)
        self.assertIn("Verified", title)
        self.assertTrue(text)
        self.assertEqual(other.close(), 0)

        program.press("push button", "Run")  # in front
        program.find("table cell", "Verified, nothing to write")
        self.assertEqual(len(self.told()), 1)
        self.assertEqual(program.close(), 0)


if __name__ == "__main__":
    PROGRAM, SANDBOX = sys.argv.pop(1), sys.argv.pop(1)
    with Screen() as SCREEN:
        unittest.main(verbosity=2)
