#!/usr/bin/python3
"""How the next start shows a program that was killed while it wrote: interrupted.py PROGRAM SANDBOX

The state in the list, and the result of Check.
"""
import contextlib
import os
import sqlite3
import stat
import sys
import unittest

from keyring import Keyring
from screen import Screen, until
from writeback import save_a_writeback, start_sandbox

INTERRUPTED = "Interrupted, sheet state unknown"


def accepted_changes(data):
    """Number of changes of the sheet that the program has recorded as accepted by the service."""
    with contextlib.closing(sqlite3.connect(f"file:{data}/history.sqlite?mode=ro", uri=True)) as history:
        return history.execute("SELECT count(*) FROM changes WHERE accepted IS NOT NULL").fetchone()[0]


class Interrupted(unittest.TestCase):
    def setUp(self):
        self.data = SCREEN.folder / self.id()
        keyring = Keyring(SCREEN, "a password for tests")
        self.addCleanup(keyring.close)

    def start(self):
        program = SCREEN.start([PROGRAM, "--data-dir", str(self.data)])
        program.window("frame")
        return program

    def kill_while_writing(self, *options):
        """The window of the next start."""
        (SCREEN.folder / "datasets").mkdir(exist_ok=True)
        (SCREEN.folder / "datasets" / "Units.csv").write_text("Unit,Heads\n" + "North,12\nSouth,7\n" * 500)
        services = start_sandbox(self, SANDBOX, "--datasets", str(SCREEN.folder / "datasets"), *options)
        program = self.start()
        save_a_writeback(program, services)
        program.press("push button", "Run")
        until(lambda: accepted_changes(self.data) > 0, "a write that was accepted")
        program.kill()
        return self.start()

    def test_killed_run_is_interrupted_and_a_check_finds_the_data(self):
        program = self.kill_while_writing("--operation-time", "3000")
        program.find("table cell", INTERRUPTED)
        self.assertEqual(program.find("table cell", INTERRUPTED).get_description(), "Error")
        program.find("table cell", "Check")
        program.press("push button", "Check")
        program.find("table cell", "Matches the DataSet")  # the write was completed, and was followed to its end
        program.find("push button", "Copy details")
        self.assertEqual(program.close(), 0)

    def test_check_finds_what_differs(self):
        program = self.kill_while_writing("--operation-time", "3000", "--fault",
                                          "fail-operation@updateValuesByRange")
        program.find("table cell", INTERRUPTED)
        program.press("push button", "Check")
        program.find("table cell", "Differs from the DataSet")
        self.assertEqual(program.close(), 0)

    def test_files_are_their_owners_alone(self):
        program = self.kill_while_writing("--operation-time", "1000")
        self.assertEqual(program.close(), 0)
        for folder, folders, files in os.walk(self.data):
            for path in [folder, *(os.path.join(folder, name) for name in folders + files)]:
                mode = stat.S_IMODE(os.lstat(path).st_mode)
                self.assertEqual(mode & 0o077, 0, f"{path} {mode:o}")


if __name__ == "__main__":
    PROGRAM, SANDBOX = sys.argv.pop(1), sys.argv.pop(1)
    with Screen() as SCREEN:
        unittest.main(verbosity=2)
