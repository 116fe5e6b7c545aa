#!/usr/bin/python3
"""Pictures of every page on the way from the first start to a verified writeback, for people to look at.

Light and dark, at scale 1 and 2, in English and in the languages of the translation files. A picture is
FOLDER/LOOK-SCALE-LANGUAGE/STOP.png.
"""
import argparse
import itertools
import json
import pathlib
import subprocess

from screen import Screen, translation, until
from writeback import enter_account

# The way to a dark Qt 6.4 on Debian 12. (The platform theme of GTK brings its fonts and dialogs, but no palette.) The
# fonts are what Qt takes without a platform theme, so that the looks differ in nothing but colours.
DARK = """[Appearance]
color_scheme_path=/usr/share/qt6ct/colors/darker.conf
custom_palette=true
style=Fusion

[Fonts]
general="Sans Serif,9,-1,5,400,0,0,0,0,0,0,0,0,0,0,1"
fixed="Monospace,9,-1,5,400,0,0,0,0,0,0,0,0,0,0,1"
"""
README = {"home": "home.png", "preview-changes": "preview.png"}


class Walk:
    """One start of the program, in one look, scale and language."""

    def __init__(self, screen, arguments, services, look, scale, language, texts):
        self._services = services
        self._screen = screen
        self._scale = scale
        self._readme = arguments.readme
        name = f"{look}-{scale}-{language}"
        self._folder = arguments.folder if self._readme else arguments.folder / name
        self._folder.mkdir(parents=True, exist_ok=True)
        settings = screen.folder / name
        environment = {"QT_SCALE_FACTOR": str(scale), "LC_ALL": "en_US.UTF-8", "LANGUAGE": language,
                       "XDG_CONFIG_HOME": str(settings)}
        if look == "dark":
            (settings / "qt6ct").mkdir(parents=True)
            (settings / "qt6ct" / "qt6ct.conf").write_text(DARK)
            environment["QT_QPA_PLATFORMTHEME"] = "qt6ct"
        self.program = screen.start([arguments.program, "--data-dir", str(settings / "data")], texts, **environment)

    def file(self, stop):
        return self._folder / (README[stop] if self._readme else stop + ".png")

    def keep(self, stop):
        if self._readme and stop not in README:
            return
        before = [None]

        def painted():  # the tree may be ahead of the screen, so a picture counts when the next one is the same
            self._screen.picture(self.program.area(self._scale), self.file(stop))
            before.append(self.file(stop).read_bytes())
            return before[-1] == before[-2]
        until(painted, f"a steady picture of {stop}")

    def keep_running(self):
        """Keeps the home window while the run is under way, unless the run is over before it is seen."""
        program = self.program
        program.window("frame")
        area = program.area(self._scale)
        until(lambda: program.look("push button", "Cancel run", enabled=True)
              or program.look("push button", "Copy details"), "a run")
        with program.held():
            self._screen.picture(area, self.file("home-running"))

    def press(self, name):
        self.program.press("push button", name)

    def give_up(self):
        """Leaves the wizard, in which something was entered."""
        self.press("Cancel")
        self.press("Discard")

    def keep_page(self, stop):
        """Keeps a page of the wizard when it can be left."""
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
        program.says("✗")
        self.keep("credentials-wrong")
        self.give_up()

        self.press("Try it with sample data")
        self.keep_page("credentials")
        self.press("Next >")
        program.find("text", "Region")
        self.keep_page("details")
        program.type("text", "Region", "B3:20x")
        program.says("✗")
        self.keep("details-fault")
        program.type("text", "Region", "A1:C9")
        self.press("Next >")
        program.says("✗")
        self.keep("preview-overflow")
        self.press("< Back")
        program.type("text", "Region", "A:J")
        self.press("Next >")
        program.find("table", "Preview")
        self.keep_page("preview")
        self.press("Next >")
        program.find("push button", "Save and Run")
        self.keep("describe")
        self.press("Save and Run")
        if not self._readme:
            self.keep_running()
        program.find("push button", "Copy details")
        self.keep("home")

        self.press("Edit…")
        self.press("Next >")
        program.type("text", "Region", "B3:")
        self.press("Next >")
        program.find("table", "Preview")
        self.keep_page("preview-changes")
        self.give_up()
        self.press("Accounts…")
        program.find("list", "Accounts")
        self.keep("accounts")
        self.press("Close")
        program.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--only", nargs="+", default=[], metavar="WORD",
                        help="those that are all of these: light or dark, 1 or 2, a language")
    parser.add_argument("--translation", action="append", default=[], metavar="FILE.ts")
    parser.add_argument("--readme", action="store_true",
                        help="only the README's pictures, as FOLDER/home.png and FOLDER/preview.png")
    arguments = parser.parse_args()
    only = {"light", "1", "en"} if arguments.readme else set(arguments.only)
    languages = [("en", {}), *map(translation, arguments.translation)]
    sandbox = pathlib.Path(arguments.program).with_name("workiva-writeback-sandbox")
    with Screen("2880x1800") as screen:
        services = json.loads(screen.run([sandbox], stdout=subprocess.PIPE, text=True).stdout.readline())
        for look, scale, (language, texts) in itertools.product(("light", "dark"), (1, 2), languages):
            if only <= {look, str(scale), language}:
                Walk(screen, arguments, services, look, scale, language, texts).go()


if __name__ == "__main__":
    main()
