#!/usr/bin/python3
"""Pictures of every page from the first start to a verified writeback, of errors, and of a long list, for people to
look at, with what a script can tell of them: texts with too little contrast (at scale 2 and more), and what is cut.

Light and dark, at scale 1 and 2, in English and in the languages of the translation files; other looks (black and white:
high contrast) and scales (1.25, 1.5, 3) where --only names them. A picture is FOLDER/LOOK-SCALE-LANGUAGE/STOP.png.
"""
import argparse
import itertools
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from keyring import Keyring
from legible import box_of, cut_parts, pale_texts
from screen import Screen, translation, until
from storedlist import CJK, HEBREW, HTML, LONG, NEVER, end_of_a_quarter, names_hard_to_show, store_list
from writeback import enter_account, save_a_writeback

LOOKS = ("light", "dark", "black", "white")
SCALES = ("1", "1.25", "1.5", "2", "3")
USUAL = {"light", "dark", "1", "2"}

# Gives Qt 6.4 on Debian 12 a palette. (GTK's platform theme sets fonts and dialogs, but no palette.) The fonts are those
# that Qt uses without a platform theme, so that the looks differ only in colours.
THEME = """[Appearance]
color_scheme_path={scheme}
custom_palette={custom}
style=Fusion

[Fonts]
general="Sans Serif,9,-1,5,400,0,0,0,0,0,0,0,0,0,0,1"
fixed="Monospace,9,-1,5,400,0,0,0,0,0,0,0,0,0,0,1"
"""
UP, DOWN, RETURN, ESCAPE = 0xff52, 0xff54, 0xff0d, 0xff1b  # X keysyms
DARK = "/usr/share/qt6ct/colors/darker.conf"
# High contrast, as desktops define it: the colours of qt6ct in its order, from the text of a window to placeholders.
CONTRAST = {
    "black": "#fff #000 #000 #000 #fff #fff #fff #fff #fff #000 #000 #fff #1aebff #000 #ff0 #ff0 #000 #000 #000 #fff #fff",
    "white": "#000 #fff #fff #fff #000 #000 #000 #000 #000 #fff #fff #000 #37006e #fff #00009f #00009f #fff #fff #fff #000 "
             "#80000000",
}
README = {"credentials-wrong": "credentials.png", "details": "details.png", "empty": "first-start.png",
          "failed": "failed.png", "home": "result.png", "past-runs": "past-runs.png",
          "preview": "preview.png", "quarter": "home.png", "quarter-dark": "home-dark.png",
          "running": "run.png", "scheduling-business-day": "scheduling.png", "settings": "settings.png"}


class Walk:
    """The program in one look, scale and language. What is wrong with its pictures is added to `faults`."""

    CHANGES_SCHEME = False

    def __init__(self, screen, arguments, services, look, scale, language, texts, faults):
        self._services = services
        self._screen = screen
        self._scale = float(scale)
        self._readme = arguments.readme
        name = f"{look}-{scale}-{language}"
        self._folder = arguments.folder if self._readme else arguments.folder / name
        self._folder.mkdir(parents=True, exist_ok=True)
        # The README's pictures show where data lies: not in a folder that is another one each time.
        place = pathlib.Path(tempfile.gettempdir()) / "writebacks" if self._readme else screen.folder
        self._settings = settings = place / f"{type(self).__name__}-{name}"
        if self._readme:
            shutil.rmtree(place, ignore_errors=True)
        self._environment = {"QT_SCALE_FACTOR": scale, "LC_ALL": "en_US.UTF-8", "LANGUAGE": language,
                             "XDG_CONFIG_HOME": str(settings)}
        self._look = look
        if look != "light" or self.CHANGES_SCHEME:
            (settings / "qt6ct").mkdir(parents=True)
            self._environment["QT_QPA_PLATFORMTHEME"] = "qt6ct"
            self.choose_scheme(look)
        self._faults = faults
        self._texts = texts
        self._command = [arguments.program, "--data-dir", str(settings / "data")]
        self.start()

    def choose_scheme(self, look):
        """The colours of the desktop, which the program follows."""
        scheme = self._settings / "qt6ct" / f"{look}.conf"
        if look in CONTRAST:
            colors = ", ".join(CONTRAST[look].split())
            scheme.write_text("[ColorScheme]\n" + "".join(
                f"{group}_colors={colors}\n" for group in ("active", "disabled", "inactive")))
        new = self._settings / "qt6ct" / "new"
        new.write_text(THEME.format(scheme=DARK if look == "dark" else scheme,
                                    custom="false" if look == "light" else "true"))
        new.replace(self._settings / "qt6ct" / "qt6ct.conf")  # qt6ct watches its folder, and not its file

    def start(self):
        self.program = self._screen.start(self._command, self._texts, **self._environment)

    def file(self, stop):
        return self._folder / (README[stop] if self._readme else stop + ".png")

    def keep(self, stop):
        if self._readme and stop not in README:
            return
        before = [None]

        def painted():  # the tree may be ahead of the screen, so a picture is kept when the next one is the same
            self._screen.picture(self.program.area(self._scale), self.file(stop))
            before.append(self.file(stop).read_bytes())
            return before[-1] == before[-2]
        until(painted, f"a steady picture of {stop}")
        if not self._readme:
            self.check(stop)

    def check(self, stop):
        window = self.program.window()
        found = [f"cut: {part}" for part in cut_parts(window, [side / self._scale for side in self._screen.size])]
        if self._scale >= 2:  # thinner letters have no pixel of their colour
            found += pale_texts(window, self.file(stop), self._scale)
        for one in found:
            print(f"{self._folder.name}/{stop}: {one}", flush=True)
        self._faults += found

    def keep_running(self, stop="home-running"):
        """Takes a picture of the home window during the run, unless the run ends first."""
        if self._readme and stop not in README:
            return
        program = self.program
        program.window("frame")
        area = program.area(self._scale)
        until(lambda: program.look("push button", "Stop", enabled=True)
              or program.look("push button", "Copy details"), "a run")
        with program.held():
            self._screen.picture(area, self.file(stop))

    def press(self, name):
        self.program.press("push button", name)

    def sandbox(self, *options):
        process = self._screen.run([self._command[0] + "-sandbox", "--datasets", str(self._datasets()), *options],
                                   stdout=subprocess.PIPE, text=True)
        return process, json.loads(process.stdout.readline())

    def _datasets(self):
        folder = self._screen.folder / "datasets"
        if not folder.exists():
            folder.mkdir()
            columns = {"columns": [{"name": "Unit", "type": "STRING"}, {"name": "Heads", "type": "LONG"}]}
            for name, rows, first in ("Edited", 5000, 4), ("Empty", 0, 0), ("Units", 5000, 0):
                (folder / f"{name}.schema.json").write_text(json.dumps(columns))
                heads = [f"Unit {row},{row * 10 if row < first else row}\n" for row in range(1, rows + 1)]
                (folder / f"{name}.csv").write_text("Unit,Heads\n" + "".join(heads))
        return folder

    def save(self, services, name, has_account):
        which = next(at for at, dataset in enumerate(services["datasets"]) if dataset["name"] == name)
        save_a_writeback(self.program, services, which, has_account)

    def edit_sheet(self, services):
        """Changes cells of the region behind the program's back: its own history knows nothing of that run."""
        dataset = next(one for one in services["datasets"] if one["name"] == "Edited")
        spreadsheet = services["spreadsheets"][-1]
        subprocess.run(
            [self._command[0] + "-cli", "copy", "--data-dir", str(self._screen.folder / "elsewhere"), "--yes",
             "--domo-url", services["domo"]["url"], "--workiva-url", services["workiva"]["url"],
             "--dataset", dataset["id"], "--spreadsheet", spreadsheet["id"],
             "--sheet", spreadsheet["sheets"][0]["id"], "--region", "B3:"],
            env={"PATH": "", **{f"{service}_CLIENT_{part}": services[service.lower()][f"client{part.title()}"]
                                for service in ("DOMO", "WORKIVA") for part in ("ID", "SECRET")}},
            stdout=subprocess.DEVNULL, check=True)

    def give_up(self):
        """Closes the wizard and discards its entries."""
        self.press("Cancel")
        self.press("Discard")

    def keep_page(self, stop):
        """Takes a picture of a wizard page once Next is enabled."""
        self.program.find("push button", "Next >", enabled=True)
        self.keep(stop)

    def go(self):
        program = self.program
        program.find("push button", "Try it with sample data")
        self.keep("empty")
        self.press("New writeback…")
        program.find("push button", "Next >")
        self.keep("credentials-empty")
        self.press("Cancel")

        self.press("New writeback…")
        enter_account(program, self._services, domo_secret="wrong")
        self.press("Next >")
        program.has_tone("Error")
        self.keep("credentials-wrong")
        self.give_up()

        self.press("Try it with sample data")
        self.keep_page("credentials")
        self.press("Next >")
        program.find("text", "Region")
        self.keep_page("details")
        program.keys("Alt", "U")  # Upsert
        program.keys("Tab")
        program.keys("Tab")  # scrolls to the end of the form
        self.keep("details-update")
        self.press("Rows by SQL…")
        program.type("text", "SQL", "SELECT * FROM table WHERE `Entity` = '{{entity}}' AND `Period` = '{{period}}'")
        program.type("text", program.filled("Value of %1", ("entity",)), "E001")
        self.keep("query")
        self.press("Cancel")
        self.press("Choose columns…")
        program.find("text", "Name in the sheet")
        self.keep("columns")
        self.press("Cancel")
        self.press("Checks before writing…")
        filtered = program.translated("rows may be hidden")
        program.find("combo box", (filtered.replace("r", "R", 1),))
        self.keep("checks")
        self.press("Cancel")
        program.find("radio button", "Replace")
        program.press("radio button", "Replace")
        program.type("text", "Region", "B3:20x")
        program.has_tone("Error")
        self.keep("details-fault")
        program.type("text", "Region", "A1:C9")
        self.press("Next >")
        program.has_tone("Error")
        self.keep("preview-overflow")
        self.press("< Back")
        program.type("text", "Region", "A:H")
        self.press("Next >")
        program.find("table", "Changes")
        self.keep_page("preview")
        program.press("check box", program.filled("%1 new", ("1",)))
        program.press("push button", "Next change")
        self.keep("preview-filtered")
        program.press("check box", program.filled("%1 new", ("1",)))
        program.press("radio button", "By cell")
        self.keep("preview-by-cell")
        self.press("Next >")
        self.schedule()
        self.press("Next >")
        program.find("push button", "Save and Run")
        self.keep("describe")
        self.press("Save and Run")
        self.keep_running()
        program.find("push button", "Copy details")
        self.keep("home")

        self.press("Edit…")
        program.find("push button", "Next >", enabled=True)
        program.type("text", "Region", "B3:")
        self.press("Next >")
        program.find("table", "Changes")
        self.keep_page("preview-changes")
        self.give_up()
        self.press("Accounts…")
        program.find("list", "Accounts")
        self.keep("accounts")
        self.press("Close")

        program.menu("File", "Settings…")
        program.find("spin button", "Simultaneous runs")
        self.keep("settings")
        self.press("Cancel")
        for entry, role, name in (("Guide", "list", "Sections"), ("Keyboard shortcuts", "tree", "Keyboard shortcuts"),
                                  ("Save support report…", "text", "Support report"),
                                  ("About Workiva Writeback", "push button", "Close")):
            program.window("frame")
            program.menu("Help", entry)
            program.find(role, name)
            self.keep(entry.split()[0].lower())
            self.press("Close")
        program.window("frame")
        program.close()


    def schedule(self):
        program = self.program

        def choose(key, stop):
            """Goes to another entry of the combo box that has the focus, and takes a picture."""
            program.strike(key)
            self.keep(stop)
        program.find("radio button", "Manually")
        self.keep_page("scheduling")
        program.press("radio button", "Basic")
        self.keep("scheduling-basic")
        program.keys("Alt", "E")  # Every
        program.keys("Tab")
        choose(UP, "scheduling-hours")
        program.press("radio button", "Advanced")
        self.keep("scheduling-days-of-month")
        program.keys("Alt", "D")  # Days
        choose(UP, "scheduling-weeks")
        choose(UP, "scheduling-every-days")
        program.strike(DOWN)
        program.strike(DOWN)
        choose(DOWN, "scheduling-weekdays-of-month")
        choose(DOWN, "scheduling-business-day")
        program.press("radio button", "In these months")
        self.keep("scheduling-fault")
        program.press("radio button", "At an interval")
        program.keys("Alt", "F")  # When a run fails
        choose(DOWN, "scheduling-retry")
        program.find("check box", "Wait for a person after a change").grab_focus()
        self.keep("scheduling-end")
        self.press("Paste from Domo…")
        program.type("text", "Schedule", "0 28 23 15W * ?")
        program.has_tone("Error")
        self.keep("scheduling-domo")
        self.press("Cancel")
        program.press("radio button", "Manually")


class Trouble(Walk):
    """A killed program, a service that does not respond, and an empty DataSet."""

    def go(self):
        program = self.program
        sandbox, services = self.sandbox("--latency", "100", "--operation-time", "2000")
        self.save(services, "Units", False)
        self.press("Run")
        program.says(program.translated("Writing"))
        time.sleep(0.6)  # the write is accepted, and takes longer
        self.keep_running("running")
        program.kill()
        self.start()
        program = self.program
        program.find("table cell", "Check")
        self.keep("interrupted")
        self.press("Check")
        program.says(self.program.translated("Waiting for an earlier write to finish"))
        self.keep_running("interrupted-checking")
        program.find("push button", "Copy details")
        self.keep("interrupted-checked")

        self.press("Run")
        program.says(program.translated("Verified, nothing to write"))
        self.keep("verified-again")
        program.menu("Writeback", "Past runs…")
        program.find("table", "Past runs")
        self.keep("past-runs")
        self.press("Close")

        self.edit_sheet(services)
        self.press("Run")
        program.window("dialog")  # the review opens by itself
        program.find("check box", program.filled("%1 edited since the last run", ("3",)))
        self.press("Next change")
        self.keep("review-edits")
        self.press("Keep edited value")
        program.find("push button", "Overwrite edited value")
        self.keep("review-kept")
        program.strike(ESCAPE)
        program.window("frame")
        self.keep("edits-question")
        self.press("Overwrite edited cells")
        program.find("push button", "Copy details")

        self.press("Accounts…")
        program.find("list", "Accounts")
        self.keep("secrets-stored")
        self.press(program.filled("Replace: %1", "Domo Client Secret"))
        program.find("push button", program.filled("Keep current: %1", "Domo Client Secret"))
        program.type("password text", "Domo Client Secret", "another")
        self.keep("secrets-replaced")
        self.press("Close")
        self.press("Discard changes")

        self.press("Run")
        program.find("push button", "Stop", enabled=True)
        sandbox.send_signal(signal.SIGSTOP)
        time.sleep(25)
        self.keep_running("silent")
        sandbox.send_signal(signal.SIGCONT)
        program.find("push button", "Copy details")

        self.save(services, "Empty", True)
        self.press("Edit…")
        program.find("text", "Region")
        self.press("Next >")
        program.find("table", "Changes")
        self.keep_page("empty-preview")
        self.press("Cancel")
        self.press("Run")
        program.window("dialog")  # the review opens by itself
        program.find("table", "Changes")
        self.keep("review")
        if program.look("check box", "Before you write"):  # a small screen has no room for both
            program.press("check box", "Before you write")
            self.keep("review-side")
        program.press("push button", program.filled("Accept: %1", "there are no rows to write"))
        program.type("text", "Reason", "The unit was sold in May, so its DataSet is empty")
        self.keep("accept")
        self.press("Accept")
        program.find("push button", "Do not write")
        self.keep("review-accepted")
        program.strike(ESCAPE)
        program.window("frame")
        self.keep("empty-question")
        self.press("Do not write")
        program.find("push button", "Copy details")
        self.keep("declined")

        program.menu("Writeback", "Group…")
        program.window("dialog")
        program.strike(RETURN, "10-K 2026")
        program.window("frame")
        self.keep("groups")
        program.find("table", "Saved writebacks").grab_focus()
        program.strike(UP)
        program.find("push button", "Run all")
        self.keep("group")
        program.strike(DOWN)
        sandbox.terminate()
        program.find("push button", "Open in Workiva")
        self.press("Run")
        program.find("push button", "Copy details")
        program.says(program.translated("Failed: nothing was written"))
        self.keep("failed")
        program.close()


class Listed(Walk):
    """A list of writebacks in every state, with names that are hard to show, while the colours of the desktop change."""

    CHANGES_SCHEME = True

    def choose(self, name, stop):
        """Selects a row of the list and takes a picture."""
        program = self.program
        table = program.find("table", "Saved writebacks")
        table.grab_focus()
        page_up, page_down = 112, 117  # X key codes
        header = 24  # at least
        keys = itertools.cycle([page_down] * 5 + [page_up] * 5)

        def in_sight():
            cell = program.look("table cell", (name,))
            place, row = box_of(table), box_of(cell) if cell else None
            if row and place.top + header <= row.top and row.bottom <= place.bottom:
                return cell
            program.key(next(keys))
            time.sleep(0.2)
            return None
        program.click(until(in_sight, f"the row of {name!r}"), self._scale)
        program.find("label", (name,))
        self.keep(stop)

    def stand_in(self):
        """Schedulers that are scripts, for the next start."""
        place = self._settings / "schedulers"
        place.mkdir()
        script = pathlib.Path(__file__).parent.parent / "support" / "fakescheduler.py"
        for name in ("systemctl", "systemd-run", "loginctl", "crontab"):
            (place / name).write_text(f"#!/bin/sh\nexec '{sys.executable}' -IS '{script}' {name} \"$@\"\n")
            (place / name).chmod(0o700)
        self._environment |= {"PATH": f"{place}:{os.environ['PATH']}", "FAKE_SCHEDULER": str(place)}

    def schedules(self):
        program = self.program
        program.menu("File", "Schedules on this computer…")
        program.find("push button", "Hand over", enabled=True)
        self.keep("schedules")
        self.press("Repair all")
        program.says("handed over to systemd")
        self.keep("schedules-repaired")
        self.press("Close")
        program.window("frame")
        self.choose("Trial balance", "list-scheduled")
        program.menu("Writeback", "Schedule…")
        program.says("It is started next")
        self.keep_page("scheduling-handed-over")
        self.press("Cancel")
        program.window("frame")

    def go(self):
        program = self.program
        _, services = self.sandbox()
        self.save(services, "Units", False)
        program.close()
        self.stand_in()
        store_list(self._settings / "data", end_of_a_quarter() if self._readme else names_hard_to_show())
        self.start()
        program = self.program
        if self._readme:
            self.choose("Trial balance, Entity 01", "quarter")
            self.choose_scheme("dark")
            time.sleep(5)
            self.keep("quarter-dark")
            return program.close()
        program.find("table cell", (NEVER,))
        self.keep("list")
        for name, stop in (("Trial balance", "verified"), (LONG, "long-name"), (HTML, "html-name"), (CJK, "cjk-name"),
                           (HEBREW, "hebrew-name"), ("Lease liabilities", "partly-written"), ("Accruals", "refused"),
                           (NEVER, "never-run")):
            self.choose(name, f"list-{stop}")
        other = "dark" if self._look == "light" else "light"
        for look in (other, self._look):
            self.choose_scheme(look)
            time.sleep(5)  # qt6ct looks at its settings now and then
            self.keep(f"scheme-{look}")
        self.choose(LONG, "list-again")
        for entry, role, name, stop in (("Past runs…", "table", "Past runs", "past-runs-long"),
                                        ("Edit description…", "text", "Name", "describe-long")):
            program.menu("Writeback", entry)
            program.find(role, name)
            self.keep(stop)
            self.press("Close" if role == "table" else "Cancel")
            program.window("frame")
        program.menu("Writeback", "Diagnose…")
        program.find("push button", "Copy", enabled=True)
        self.keep("diagnosis")
        self.press("Close")
        program.window("frame")
        self.schedules()
        program.type("text", "Search", "no such writeback")
        program.find("label", "No writebacks match the search or the filter.")
        self.keep("list-nothing-found")
        program.close()


def size(text):
    width, height = map(int, text.split("x"))
    return width, height


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--only", nargs="+", default=[], metavar="WORD",
                        help="those that are all of these: a look, a scale, a language")
    parser.add_argument("--screen", type=size, default=(1440, 900), metavar="WIDTHxHEIGHT",
                        help="the size of the screen, in units of the largest scale")
    parser.add_argument("--translation", action="append", default=[], metavar="FILE.ts")
    parser.add_argument("--readme", action="store_true",
                        help="only the README's pictures, in FOLDER")
    parser.add_argument("--walk", dest="walks", action="append", choices=["Walk", "Trouble", "Listed"],
                        help="all if none is named")
    arguments = parser.parse_args()
    arguments.walks = [globals()[name] for name in arguments.walks or ["Walk", "Trouble", "Listed"]]
    only = {"light", "1", "en"} if arguments.readme else set(arguments.only)
    languages = [("en", {}), *map(translation, arguments.translation)]
    usual = USUAL | {language for language, _ in languages}
    chosen = [one for one in itertools.product(LOOKS, SCALES, languages)
              if only <= {one[0], one[1], one[2][0]} <= only | usual]
    largest = max(float(scale) for _, scale, _ in chosen)
    area = tuple(int(side * largest) for side in arguments.screen)
    sandbox = pathlib.Path(arguments.program).with_name("workiva-writeback-sandbox")
    faults = []
    with Screen(area) as screen:
        Keyring(screen, "a password for pictures")
        services = json.loads(screen.run([sandbox], stdout=subprocess.PIPE, text=True).stdout.readline())
        for look, scale, (language, texts) in chosen:
            for walk in arguments.walks:
                walk(screen, arguments, services, look, scale, language, texts, faults).go()
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
