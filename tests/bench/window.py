"""The window's part of `run`: how long it blocks, how soon it appears, and the memory it takes.

Windows open on a separate display, Xvfb with openbox, so that other windows have no influence.
"""
import contextlib
import json
import os
import pathlib
import subprocess
import threading
import time

STARTS = 20
UNCOUNTED_STARTS = 2  # until everything is in the system's caches
SAVED = 50
MANY = 200  # writebacks, for the memory
IDLE = 1  # second without CPU time, after which a window is complete
TIMEOUT = 30  # seconds: a program that ends without a window must not hold up the others


class Display:
    """An X server, its window manager, and a process that reports at once which windows it manages."""

    def __init__(self, folder):
        ready, told = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(told), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
                                       pass_fds=[told], stderr=subprocess.DEVNULL)
        os.close(told)
        with os.fdopen(ready) as number:
            name = f":{number.readline().strip()}"
        self.environment = {**os.environ, "DISPLAY": name, "QT_QPA_PLATFORM": "xcb", "XDG_CONFIG_HOME": str(folder),
                            "XDG_RUNTIME_DIR": str(folder)}
        # Started by the window manager: before it runs there is no list of windows.
        self.manager = subprocess.Popen(["openbox", "--startup", "xprop -root -spy _NET_CLIENT_LIST"], env=self.environment,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.wait_for_window(False)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in self.manager, self.server:
            process.terminate()
            process.wait()

    def wait_for_window(self, wanted):
        watchdog = threading.Timer(TIMEOUT, self.server.terminate)  # this ends its clients, and thereby their output
        watchdog.start()
        try:
            for line in self.manager.stdout:
                if line.startswith("_NET_CLIENT_LIST") and ("0x" in line) == wanted:
                    return
        finally:
            watchdog.cancel()
        raise RuntimeError("no window has " + ("opened" if wanted else "closed"))

    @contextlib.contextmanager
    def opened(self, command):
        process = subprocess.Popen(command, env=self.environment)
        self.wait_for_window(True)
        yield pathlib.Path(f"/proc/{process.pid}")
        process.terminate()
        process.wait()
        self.wait_for_window(False)

    def seconds_to_window(self, command):
        begin = time.monotonic()
        with self.opened(command):
            return time.monotonic() - begin

    def peak_mib(self, command):
        """Of the process, when its window is complete."""
        with self.opened(command) as process:
            used = None
            while (now := (process / "stat").read_text().rpartition(")")[2].split()[11:13]) != used:  # CPU time
                used = now
                time.sleep(IDLE)
            peak = next(line for line in (process / "status").read_text().splitlines() if line.startswith("VmHWM:"))
            return int(peak.split()[1]) / 1024

    def longest_pause(self, heartbeat, what, environment, arguments):
        """The longest pause of a run, preview or review measured by heartbeat, with what else it tells, and that of an idle
        window at the same time, in ms."""
        idle = subprocess.Popen([heartbeat, "idle"], env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        busy = subprocess.run([heartbeat, what, *arguments], env={**self.environment, **environment}, stdout=subprocess.PIPE)
        idle_output, _ = idle.communicate()
        busy.check_returncode()
        found = json.loads(busy.stdout)
        return {**found["pauses"][0], **{name: found[name] for name in ("peakMib", "opens") if name in found}}, \
            json.loads(idle_output)["pauses"][0]["ms"]


def save_writebacks(folder, count):
    profiles = folder / "profiles"
    profiles.mkdir(parents=True)
    for number in range(count):
        name = f"{number:032x}"
        profile = {"schemaVersion": 1, "id": name, "name": f"Writeback {number}", "dataSetId": "dataset",
                   "dataSetName": "Trial Balance", "spreadsheetId": "spreadsheet", "spreadsheetName": "Quarterly Filing",
                   "sheetId": "sheet", "sheetPath": "Trial Balance", "region": "A:J", "updateMethod": "replace"}
        (profiles / f"{name}.json").write_text(json.dumps(profile))


def first_windows(display, folder, application, empty_window):
    """Seconds until the window manager lists the window: an empty Qt window, the application without and with saved
    writebacks, in turn."""
    save_writebacks(folder / "saved", SAVED)
    commands = [[empty_window], [application, "--data-dir", folder / "none"], [application, "--data-dir", folder / "saved"]]
    rounds = [[display.seconds_to_window(command) for command in commands] for _ in range(UNCOUNTED_STARTS + STARTS)]
    kept = len(list((folder / "saved" / "profiles").glob("*.json")))
    if kept != SAVED:
        raise RuntimeError(f"the application took {kept} of {SAVED} writebacks")
    return list(zip(*rounds[UNCOUNTED_STARTS:]))


def window_memory(display, folder, application, empty_window):
    """Peak memory in MiB: of an empty Qt window, and of the application with no, some and many writebacks."""
    commands = [[empty_window]]
    for count in 0, SAVED, MANY:
        save_writebacks(folder / f"{count} for memory", count)
        commands.append([application, "--data-dir", folder / f"{count} for memory"])
    return [display.peak_mib(command) for command in commands]
