"""Stands in for systemctl, systemd-run, loginctl and crontab: its first argument says for which.

FAKE_SCHEDULER is a folder: `calls` gets every call, `state.json` is what is enabled and active, `crontab.txt` the user's
crontab, and the name of a program in `missing` makes it fail as if nothing answered. With `eager`, a timer starts its
service as soon as it is started, as one does that has missed something; `eager` gets what that prints.
"""
import json
import os
import pathlib
import shlex
import subprocess
import sys

place = pathlib.Path(os.environ["FAKE_SCHEDULER"])
units = pathlib.Path(os.environ["XDG_CONFIG_HOME"]) / "systemd/user"
program, words = sys.argv[1], sys.argv[2:]

with open(place / "calls", "a", encoding="utf-8") as calls:
    calls.write(" ".join([program, *words]) + "\n")

missing = place / "missing"
if missing.exists() and program in missing.read_text(encoding="utf-8").split():
    sys.exit("Failed to connect to bus: No medium found")

state_file = place / "state.json"
state = json.loads(state_file.read_text(encoding="utf-8")) if state_file.exists() else {"enabled": [], "active": []}


def show(unit: str) -> str:
    path = units / unit
    lines = [f"Id={unit}", f"LoadState={'loaded' if path.exists() else 'not-found'}"]
    lines.append(f"ActiveState={'active' if unit in state['active'] else 'inactive'}")
    if path.exists():
        lines += [f"FragmentPath={path}", "NeedDaemonReload=no"]
        lines.append(f"UnitFileState={'enabled' if unit in state['enabled'] else 'disabled'}")
    if unit in state["active"]:
        lines.append("NextElapseUSecRealtime=Thu 2037-01-01 06:01:13 UTC")
    return "\n".join(lines) + "\n"


def start(service: pathlib.Path) -> None:
    line = next(line for line in service.read_text(encoding="utf-8").splitlines() if line.startswith("ExecStart=:"))
    ended = subprocess.run(shlex.split(line.removeprefix("ExecStart=:")), capture_output=True, check=False)
    (place / "eager").write_bytes(b"%d\n" % ended.returncode + ended.stdout + ended.stderr)


def systemctl() -> None:
    verb, rest = words[1], words[2:]
    if verb == "show":
        print("\n".join(show(unit) for unit in rest if not unit.startswith("-")))
        return
    unit = rest[-1] if rest else ""
    if verb == "enable":
        state["enabled"].append(unit)
    elif verb == "disable":
        state["enabled"] = [one for one in state["enabled"] if one != unit]
    elif verb == "restart":
        state["active"].append(unit)
        if (place / "eager").exists():
            start(units / unit.replace(".timer", ".service"))
    if verb == "stop" or "--now" in rest:
        state["active"] = [one for one in state["active"] if one != unit]
    state_file.write_text(json.dumps(state), encoding="utf-8")


def systemd_run() -> None:
    # As a service: of this environment only what the user's instance has, and the credentials.
    command = list(words)
    options = []
    while command[0].startswith("-"):
        options.append(command.pop(0))
    environment = {name: os.environ[name] for name in ("PATH", "HOME", "XDG_CONFIG_HOME", "FAKE_SCHEDULER")}
    loaded = place / "credentials"
    for option in options:
        if option.startswith("--property=LoadCredential="):
            name, path = option.split("=", 2)[2].split(":", 1)
            loaded.mkdir(exist_ok=True)
            (loaded / name).write_bytes(pathlib.Path(path).read_bytes())
            environment["CREDENTIALS_DIRECTORY"] = str(loaded)
    sys.exit(subprocess.run(command, env=environment, check=False).returncode)


def crontab() -> None:
    path = place / "crontab.txt"
    if words == ["-l"]:
        if not path.exists():
            sys.exit("no crontab for me")
        sys.stdout.write(path.read_text(encoding="utf-8"))
    else:
        path.write_text(sys.stdin.read(), encoding="utf-8")


{"systemctl": systemctl, "systemd-run": systemd_run, "loginctl": lambda: print("no"), "crontab": crontab}[program]()
