"""A separate screen for a program, and the program's accessibility tree, which tests use to read and control it.

One screen for each process: the accessibility library stays with the first session that it connected to.
"""
import contextlib
import ctypes
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time
import typing
import xml.etree.ElementTree

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

TIMEOUT = 20  # seconds, for a response on a busy machine
PULSE = 0.02

# Controls and states, which need a name for a screen reader.
CONTROLS = {
    "push button", "toggle button", "menu button", "check box", "radio button", "combo box", "text", "password text",
    "table", "tree table", "list", "tree", "progress bar", "page tab", "menu item", "check menu item",
    "radio menu item", "slider", "spin button",
}
QT_OWN = {"Next >", "< Back", "Cancel", "Close"}  # of wizards and boxes; in Qt's own translation
GROUPS = {"panel", "check box"}  # a group box, checkable or not
CELLED = {"table", "tree table", "list", "tree"}
CELLS = {"table cell", "list item"}
MANY_CELLS = 1000  # a preview has more, and each one takes a call over the bus
KEYS = {"Tab": 23, "E": 26, "U": 30, "Ctrl": 37, "A": 38, "D": 40, "F": 41, "Alt": 64, "F4": 70, "F5": 71}  # X key codes

# A session in which only accessibility is started automatically, so that it is the same on every machine.
BUS = """<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <servicedir>{folder}</servicedir>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
ACCESSIBILITY = "/usr/share/dbus-1/services/org.a11y.Bus.service"


def translation(file):
    """The language of a translation file, and all its translations of each English text, with and without mnemonics."""
    root = xml.etree.ElementTree.parse(file).getroot()
    texts = {}
    for one in root.iter("message"):
        source, text = one.findtext("source", ""), one.findtext("translation", "")
        texts.setdefault(source, []).append(text)
        texts.setdefault(source.replace("&", ""), []).append(text.replace("&", ""))
    return root.get("language"), texts


class Announcement(typing.NamedTuple):
    """What a screen reader speaks without being moved to it."""
    text: str
    tone: str


class Missing(AssertionError):
    """A condition was not met in time."""


def until(condition, what, limit=TIMEOUT):
    """The first true value of the condition, which is evaluated repeatedly and may fail because a control has just vanished."""
    end = time.monotonic() + limit
    while True:
        while GLib.MainContext.default().iteration(False):
            pass  # delivers events of the accessibility tree
        try:
            value = condition()
        except GLib.Error:
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise Missing(f"{limit} s without {what}")
        time.sleep(PULSE)


def die_with_parent():
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG: a killed test leaves no processes behind


class Screen:
    """Owns an X server, a window manager, a session bus, the programs started on them, and a temporary folder."""

    def __init__(self, size=(1600, 1200)):
        self.announced = []
        self.size = size
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="desktop-"))
        self._started = []
        self._environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(self.folder)}
        for name in ("XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            place = self.folder / name.lower()
            place.mkdir(mode=0o700)
            self._environment[name] = str(place)
        try:
            self._start()
        except BaseException:
            self.close()
            raise

    def _start(self):
        self._environment["DISPLAY"] = ":" + self._address(
            "Xvfb", "-displayfd", "{}", "-screen", "0", "{}x{}x24".format(*self.size), "-noreset")
        bus = self.folder / "bus"
        bus.mkdir()
        shutil.copy(ACCESSIBILITY, bus)
        (bus / "bus.conf").write_text(BUS.format(folder=bus))
        self.bus = self._environment["DBUS_SESSION_BUS_ADDRESS"] = self._address(
            "dbus-daemon", "--nofork", f"--config-file={bus}/bus.conf", "--print-address={}")
        managed = self.folder / "managed"
        self.run(["openbox", "--startup", f"touch {managed}"])
        until(managed.exists, "a window manager")
        for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
            os.environ[name] = self._environment[name]
        Atspi.init()
        Atspi.set_timeout(TIMEOUT * 1000, TIMEOUT * 1000)
        self._listener = Atspi.EventListener.new(self._hear)

    def listen(self):
        """Hears announcements from now on. With a listener, programs are slower: they report every key and every control."""
        self._listener.register("object:state-changed:showing")

    def _hear(self, event):
        """A screen reader speaks a notification when it is shown."""
        try:
            if event.detail1 and event.source.get_role() == Atspi.Role.NOTIFICATION:
                self.announced.append(Announcement(event.source.get_name(), event.source.get_description()))
        except GLib.Error:
            pass  # its window was closed in the meantime

    def await_announcement(self, text, tone, limit=TIMEOUT):
        """Waits until a text was announced with that tone."""
        try:
            return until(lambda: any(text in one.text and one.tone == tone for one in self.announced),
                         f"the announcement {text!r} as {tone}", limit)
        except Missing as missing:
            raise Missing(f"{missing} among {self.announced}") from None

    def run(self, command, **options):
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": self._environment}
        process = subprocess.Popen(command, preexec_fn=die_with_parent, **{**quiet, **options})
        self._started.append(process)
        return process

    def _address(self, *command):
        """Starts a server and returns its address, which it writes to the descriptor that replaces {}."""
        reader, writer = os.pipe()
        self.run([part.format(writer) for part in command], pass_fds=[writer])
        os.close(writer)
        with open(reader, encoding="ascii") as answer:
            address = answer.readline().strip()
        if not address:
            raise Missing(f"{command[0]} does not start")
        return address

    def start(self, command, texts=None, **environment):
        """Starts a program; texts translates the names by which controls are found."""
        # Qt provides its tree only if a screen reader is enabled, or if told to.
        told = {**self._environment, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", **environment}
        # The caller sets the sanitizers' options.
        told |= {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}
        return Program(self.run(command, env=told, stdout=None, stderr=None), texts or {})

    def picture(self, area, file):
        """Saves an area of the screen as a PNG."""
        subprocess.run(["import", "-silent", "-window", "root", "-crop", area, "+repage",
                        "-define", "png:exclude-chunks=date,time", str(file)],
                       env=self._environment, check=True)

    def close(self):
        for process in reversed(self._started):
            process.kill()
            process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def has(control, *states):
    held = control.get_state_set()
    return all(held.contains(state) for state in states)


def labels(control):
    """The texts of its labels, without group titles, which do not identify a control of the group."""
    targets = [relation.get_target(which) for relation in control.get_relation_set()
               if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
               for which in range(relation.get_n_targets())]
    return [label.get_name() for label in targets if label.get_role_name() == "label"]


def is_named(control):
    """Whether a screen reader can announce its purpose. (Qt names a combo box after its current item.)"""
    own = "" if control.get_role_name() == "combo box" else control.get_name()
    group = control.get_parent()
    if group.get_role_name() in GROUPS and group.get_name() == own:
        own = ""
    return bool(own or any(labels(control)))


def below(control, cells=False):
    """Everything visible below a control, in order."""
    count = control.get_child_count()
    if control.get_role_name() in CELLED and (not cells or count > MANY_CELLS):
        return
    for which in range(count):
        try:
            child = control.get_child_at_index(which)
            if child and has(child, Atspi.StateType.SHOWING):
                yield child
                yield from below(child, cells)
        except GLib.Error:
            pass  # it vanished in the meantime


class Program:
    """A program on a screen, through its accessibility tree. Controls are those of the active window.

    Counts what its user does: each press of a control, each key or combination of keys, each entry in a field.
    """

    def __init__(self, process, texts):
        self.actions = []
        self._process = process
        self._texts = texts
        self._tree = until(self._find_tree, "an accessibility tree")

    def _check_alive(self):
        if self._process.poll() is not None:
            raise Missing(f"The program ended with {self._process.returncode}")

    def _find_tree(self):
        self._check_alive()
        desktop = Atspi.get_desktop(0)
        for which in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(which)
            if application and application.get_process_id() == self._process.pid:
                return application
        return None

    def window(self, role=None):
        """The active window; with a role (frame, dialog), once it has that role."""
        def active():
            self._check_alive()
            for which in range(self._tree.get_child_count()):
                window = self._tree.get_child_at_index(which)
                if window and has(window, Atspi.StateType.ACTIVE) and role in (None, window.get_role_name()):
                    return window
            return None
        return until(active, f"an active {role or 'window'}")

    def _names(self, text):
        """All possible translations of a text in the program's language."""
        if isinstance(text, tuple):
            return list(text)
        if not self._texts or text in QT_OWN:
            return [text]
        return self._texts[text]

    def translated(self, text):
        """The translation of a text in the program's language."""
        return self._names(text)[0]

    def filled(self, text, name):
        """All possible translations of a name that the program composes, for finding it."""
        return tuple(one.replace("%1", other) for one in self._names(text) for other in self._names(name))

    def _await(self, condition, what):
        try:
            return until(condition, what)
        except Missing as missing:
            raise Missing(f"{missing} in:\n{self.shown()}") from None

    def look(self, role, name, enabled=False):
        """The control with that role and name, if it is visible and, on request, enabled."""
        wanted = set(self._names(name))
        for control in below(self.window(), cells=role in CELLS):
            if control.get_role_name() == role and wanted & {control.get_name(), *labels(control)} \
                    and (not enabled or has(control, Atspi.StateType.ENABLED)):
                return control
        return None

    def find(self, role, name, enabled=False):
        return self._await(lambda: self.look(role, name, enabled), f"{role} {name!r}")

    def says(self, text):
        """Waits until the active window shows the text."""
        self._await(lambda: text in self.shown(), repr(text))

    def has_tone(self, tone):
        """Waits until a line in the active window has the tone, such as Error."""
        names = set(self._names(tone))
        self._await(lambda: any(one.get_description() in names for one in below(self.window())
                                if one.get_role_name() == "label"), f"a line with the tone {tone}")

    def press(self, role, name):
        self.find(role, name, enabled=True).do_action(0)
        self.actions.append(f"press {name!r}")

    def keys(self, *names):
        """Presses a key, with others held."""
        self.focused()
        *held, last = [KEYS[name] for name in names]
        for code in held:
            Atspi.generate_keyboard_event(code, None, Atspi.KeySynthType.PRESS)
        Atspi.generate_keyboard_event(last, None, Atspi.KeySynthType.PRESSRELEASE)
        for code in reversed(held):
            Atspi.generate_keyboard_event(code, None, Atspi.KeySynthType.RELEASE)
        self.actions.append("+".join(names))

    def menu(self, title, item):
        """Selects from the menu bar."""
        self.press("menu item", title)
        self.press("menu item", item)

    def type(self, role, name, text):
        """Replaces a field's text with key presses, because the forms distinguish user input from text that they set."""
        field = self.find(role, name, enabled=True)
        field.grab_focus()
        until(lambda: has(field, Atspi.StateType.FOCUSED), f"focus for {name!r}")
        field.set_text_contents("")
        Atspi.generate_keyboard_event(0, text, Atspi.KeySynthType.STRING)
        until(lambda: Atspi.Text.get_character_count(field) == len(text), f"{text!r} in {name!r}")
        self.actions.append(f"enter {name!r}")

    def focused(self):
        """The control of the active window that has the focus."""
        return self._await(lambda: next((one for one in below(self.window(), cells=True)
                                         if has(one, Atspi.StateType.FOCUSED)), None), "a control with the focus")

    def rows(self, name):
        """The rows of a table, visible or not: the text of each cell by the title of its column."""
        table = self.find("table", name)
        titles = [Atspi.Table.get_column_description(table, column) for column in range(Atspi.Table.get_n_columns(table))]
        return [{title: Atspi.Table.get_accessible_at(table, row, column).get_name()
                 for column, title in enumerate(titles)} for row in range(Atspi.Table.get_n_rows(table))]

    def strike(self, symbol, text=""):
        """Presses keys in whatever has the focus: those of a text, and one by its X keysym."""
        Atspi.generate_keyboard_event(0, text, Atspi.KeySynthType.STRING)
        Atspi.generate_keyboard_event(symbol, None, Atspi.KeySynthType.SYM)

    def shown(self):
        """The texts of the active window, line by line."""
        lines = []
        for control in below(self.window(), cells=True):
            lines.append(control.get_name())
            if control.get_role_name() == "text":
                lines.append(Atspi.Text.get_text(control, 0, -1))
        return "\n".join(filter(None, lines))

    def nameless(self):
        """The controls of the active window without an accessible name, each with its position."""
        found = []
        for control in below(self.window()):
            if control.get_role_name() in CONTROLS and not is_named(control):
                box = control.get_extents(Atspi.CoordType.SCREEN)
                found.append(f"{control.get_role_name()} of {box.width} x {box.height} at {box.x}, {box.y}")
        return found

    def area(self, scale):
        """The position of the active window on the screen; the tree reports it in units of Qt's scale factor."""
        box = self.window().get_extents(Atspi.CoordType.SCREEN)
        return "{}x{}+{}+{}".format(*(round(one * scale) for one in (box.width, box.height, box.x, box.y)))

    def key(self, code):
        Atspi.generate_keyboard_event(code, None, Atspi.KeySynthType.PRESSRELEASE)

    def click(self, control, scale):
        """Clicks the middle of a control."""
        box = control.get_extents(Atspi.CoordType.SCREEN)
        Atspi.generate_mouse_event(round((box.x + box.width / 2) * scale), round((box.y + box.height / 2) * scale), "b1c")

    @contextlib.contextmanager
    def held(self):
        """Stops the program temporarily, so that it does not respond."""
        self._process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._process.send_signal(signal.SIGCONT)

    def kill(self):
        """Kills the program, as in a crash or power failure."""
        self._process.kill()
        self._process.wait()

    def close(self):
        """Closes the main window with the window manager's Alt+F4. Returns the program's exit code. Alt is released at the
        end: Qt passes a key to assistive technologies, and one that is under way when the program ends is a leak of Qt's."""
        self.window("frame")
        self.focused()
        Atspi.generate_keyboard_event(KEYS["Alt"], None, Atspi.KeySynthType.PRESS)
        try:
            Atspi.generate_keyboard_event(KEYS["F4"], None, Atspi.KeySynthType.PRESSRELEASE)
            self.actions.append("Alt+F4")
            return self.ended()
        finally:
            Atspi.generate_keyboard_event(KEYS["Alt"], None, Atspi.KeySynthType.RELEASE)

    def ended(self):
        """Waits until the program ends by itself. Returns its exit code."""
        until(lambda: self._process.poll() is not None, "the end of the program")
        return self._process.returncode
