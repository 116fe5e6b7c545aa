#!/usr/bin/python3
"""A program that is started again with the same data: secondstart.py PROGRAM"""
import subprocess
import sys
import unittest

from screen import TIMEOUT, Screen


class SecondStart(unittest.TestCase):
    def command(self, data, *options):
        return [PROGRAM, "--data-dir", str(SCREEN.folder / self.id() / data), *options]

    def start(self, data):
        program = SCREEN.start(self.command(data))
        program.window("frame")
        return program

    def start_again(self, data, *options):
        """A second start, which must end by itself. Returns its exit code."""
        return SCREEN.run(self.command(data, *options), stderr=subprocess.STDOUT).wait(TIMEOUT)

    def test_first_window_comes_forward(self):
        first = self.start("ours")
        other = self.start("others")  # a separate window, now in front
        self.assertEqual(self.start_again("ours"), 0)
        first.window("frame")
        self.assertEqual(first.close(), 0)
        other.window("frame")
        self.assertEqual(other.close(), 0)

    def test_first_window_shows_the_sample_data(self):
        first = self.start("ours")
        self.assertEqual(self.start_again("ours", "--sample"), 0)
        first.find("push button", "Next >")
        first.press("push button", "Cancel")
        self.assertEqual(first.close(), 0)

    def test_killed_program_is_no_hindrance(self):
        self.start("ours").kill()
        program = self.start("ours")
        self.assertEqual(self.start_again("ours"), 0)
        self.assertEqual(program.close(), 0)

    def test_first_window_that_does_not_answer_is_told_of(self):
        first = self.start("ours")
        with first.held():
            second = SCREEN.start(self.command("ours"))
            second.says("does not respond")
            second.press("push button", "OK")
            self.assertEqual(second.ended(), 1)
        first.window("frame")
        self.assertEqual(first.close(), 0)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    with Screen() as SCREEN:
        unittest.main(verbosity=2)
