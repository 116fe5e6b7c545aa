"""A keyring daemon for programs that keep secrets."""
import subprocess

from gi.repository import Gio, GLib

from screen import TIMEOUT, until

NAME, FOLDER = "org.freedesktop.secrets", "/org/freedesktop/secrets"


class Keyring:
    """A keyring daemon on the screen's session bus."""

    def __init__(self, screen, password=None):
        command = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
        self._daemon = screen.run(command + (["--unlock"] if password else []), stdin=subprocess.PIPE)
        self._daemon.stdin.write((password or "").encode())
        self._daemon.stdin.close()
        self._bus = Gio.DBusConnection.new_for_address_sync(
            screen.bus, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        until(lambda: self._call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                 "NameHasOwner", GLib.Variant("(s)", (NAME,)))[0], "a keyring")

    def _call(self, *question):
        return self._bus.call_sync(*question, None, Gio.DBusCallFlags.NONE, TIMEOUT * 1000, None).unpack()

    def entries(self):
        """The number of secrets, locked or not."""
        unlocked, locked = self._call(NAME, FOLDER, "org.freedesktop.Secret.Service", "SearchItems",
                                      GLib.Variant("(a{ss})", ({},)))
        return len(unlocked) + len(locked)

    def close(self):
        self._daemon.terminate()
        self._daemon.wait()
