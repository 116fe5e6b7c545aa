#!/usr/bin/python3
"""Secrets of the whole program in the system keychain: keychain.py PROGRAM SANDBOX

An account is entered, the program is restarted, the writeback runs, and the account is deleted; with an unlocked keyring, and
with one that stays locked because nobody responds. (Without a session bus there is no accessibility tree: for that case see
tests/profiles.)
"""
import sys
import unittest

from keyring import Keyring
from screen import Screen, until
from writeback import save_a_writeback, start_sandbox

NOTICE = "The system keychain is not available"


class Keychain(unittest.TestCase):
    def setUp(self):
        self.data = SCREEN.folder / self.id()
        self.services = start_sandbox(self, SANDBOX)

    def start(self, **environment):
        program = SCREEN.start([PROGRAM, "--data-dir", str(self.data)], **environment)
        program.window("frame")
        return program

    def run_it(self, program):
        program.press("push button", "Run")
        program.find("table cell", "Verified")

    def assert_no_secret_on_disk(self):
        kept = b"".join(file.read_bytes() for file in SCREEN.folder.rglob("*") if file.is_file())
        for service in "domo", "workiva":
            self.assertNotIn(self.services[service]["clientSecret"].encode(), kept)

    def test_account_outlives_the_program_and_is_deleted_with_its_secrets(self):
        keyring = Keyring(SCREEN, "a password for tests")
        self.addCleanup(keyring.close)
        program = self.start()
        save_a_writeback(program, self.services)
        self.assertNotIn(NOTICE, program.shown())
        self.assertEqual(keyring.entries(), 2)
        self.assertEqual(program.close(), 0)

        program = self.start()
        self.run_it(program)
        program.menu("Writeback", "Delete…")
        program.press("push button", "Delete")
        program.find("push button", "Try it with sample data")
        program.menu("File", "Accounts…")
        program.press("push button", "Delete…")
        program.press("push button", "Delete")
        until(lambda: keyring.entries() == 0, "an empty keyring")
        program.press("push button", "Close")
        self.assertEqual(program.close(), 0)
        self.assert_no_secret_on_disk()

    def test_locked_keyring_that_nobody_opens_keeps_secrets_for_the_session(self):
        Keyring(SCREEN, "a password for tests").close()
        keyring = Keyring(SCREEN)
        self.addCleanup(keyring.close)
        program = self.start()
        save_a_writeback(program, self.services)
        program.says(NOTICE)
        self.run_it(program)
        self.assertEqual(program.close(), 0)
        self.assert_no_secret_on_disk()


if __name__ == "__main__":
    PROGRAM, SANDBOX = sys.argv.pop(1), sys.argv.pop(1)
    with Screen() as SCREEN:
        unittest.main(verbosity=2)
