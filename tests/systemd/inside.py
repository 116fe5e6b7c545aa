"""What boot.py tests in the system that it boots. Runs there as root, and leaves /opt/test/result.json."""
import contextlib
import datetime
import json
import os
import pathlib
import pwd
import subprocess
import time

PLACE = pathlib.Path("/opt/test")
USER = pwd.getpwnam("analyst")
HOME = pathlib.Path(USER.pw_dir)
KEYS = HOME / "keys"
CLI = "workiva-writeback-cli"
PROFILE = "0123456789abcdef0123456789abcdef"
ACCOUNT = "fedcba9876543210fedcba9876543210"
UNIT = f"workiva-writeback-{PROFILE}"
ENOUGH = 4 * 60  # seconds until a timer has fired
RUN = 4 * 60  # seconds until a run has ended: up to two minutes until its place, and its time
WRITE = 15  # seconds that a write takes, in which a run can be killed

result = {"checks": [], "ended": False}


def save() -> None:
    (PLACE / "result.json").write_text(json.dumps(result), encoding="utf-8")


def check(name: str, passed: bool, detail: object = "") -> None:
    result["checks"].append({"name": name, "passed": bool(passed), "detail": str(detail)})
    save()


def as_user(*command: str) -> subprocess.CompletedProcess:
    """Without a login, as sudo -u does."""
    return subprocess.run(["runuser", "-u", USER.pw_name, "--", "env", "-i", f"HOME={HOME}", f"USER={USER.pw_name}",
                           "PATH=/usr/bin:/bin", *command],
                          capture_output=True, text=True, check=False, cwd=HOME, timeout=300)


def cli(*words: str) -> subprocess.CompletedProcess:
    return as_user(CLI, *words)


def systemctl(*words: str) -> str:
    return as_user("env", f"XDG_RUNTIME_DIR=/run/user/{USER.pw_uid}", "systemctl", "--user", *words).stdout.strip()


def wait_for(what, seconds: int) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(ValueError, KeyError, IndexError, StopIteration):
            if what():
                return True
        time.sleep(1)
    return False


def write(path: pathlib.Path, content: str, mode: int = 0o600) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    path.chmod(mode)
    subprocess.run(["chown", "-R", f"{USER.pw_uid}:{USER.pw_gid}", str(HOME)], check=True)


def write_credentials(services: dict) -> None:
    for service in ("domo", "workiva"):
        write(KEYS / f"{service}-client-id", services[service]["clientId"])
        write(KEYS / f"{service}-client-secret", services[service]["clientSecret"] + "\n")


def soon(seconds: int) -> datetime.datetime:
    return datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=seconds)


def write_saved(services: dict, at: datetime.datetime, region: str) -> None:
    """An account and a scheduled writeback, as the window saves them."""
    data_set = next(one for one in services["datasets"] if one["name"] == "Trial Balance")
    spreadsheet, sheet = next((book, sheet) for book in services["spreadsheets"] for sheet in book["sheets"]
                              if book["name"] == "Scratch" and sheet["name"] == "Sheet1")
    config = pathlib.Path(cli_folder())
    write(config / f"accounts/{ACCOUNT}.json", json.dumps({
        "schemaVersion": 1, "id": ACCOUNT, "name": "Finance", "region": "custom", "domoInstance": "",
        "domoUrl": services["domo"]["url"], "domoClientId": services["domo"]["clientId"],
        "workivaUrl": services["workiva"]["url"], "workivaClientId": services["workiva"]["clientId"]}))
    write(config / f"profiles/{PROFILE}.json", json.dumps({
        "schemaVersion": 3, "id": PROFILE, "name": "Trial balance", "description": "", "group": "",
        "accountId": ACCOUNT, "dataSetId": data_set["id"], "dataSetName": data_set["name"],
        "spreadsheetId": spreadsheet["id"], "spreadsheetName": spreadsheet["name"], "sheetId": sheet["id"],
        "sheetPath": sheet["path"], "region": region, "columnNames": True, "asKept": False, "datesAsText": False,
        "archived": False, "formulas": "stop", "updateMethod": "replace", "keyColumns": [], "partitionColumns": [],
        "keepOrder": False, "period": "", "sql": "", "parameters": [],
        "columns": {"columns": [], "nulls": "clear", "onlyThese": False},
        "guards": {"accepted": [], "levels": [], "thresholds": []},
        "schedule": {"kind": "automatically", "days": {"kind": "everyDays", "every": 1},
                     "times": {"kind": "setTimes", "at": [at.strftime("%H:%M")]}, "timeZone": "UTC",
                     "catchUpMinutes": 60, "onlyNewData": False, "pauseAfter": 0, "confirmChanges": False}}))


def cli_folder() -> str:
    """Where the program keeps what is saved: told by `profiles list`, which creates it."""
    cli("profiles", "list")
    return str(next(HOME.glob(".config/*/*/profiles")).parent)


def schedules() -> dict:
    return json.loads(cli("schedule", "list", "--json").stdout)["schedules"][0]


def started() -> str:
    return systemctl("show", f"{UNIT}.service", "--property=ExecMainStartTimestamp", "--value")


def last_run() -> dict:
    return next(one for one in json.loads(cli("history", "--json").stdout) if one["kind"] != "schedule")


def notes() -> list[str]:
    return [one["state"] for one in json.loads(cli("history", "--json").stdout) if one["kind"] == "schedule"]


def standing() -> str:
    return json.loads(cli("status", "--json").stdout)["writebacks"][0]["kind"]


def is_under_way() -> bool:
    return systemctl("is-active", f"{UNIT}.service") == "activating"


def holds_secret(services: dict, text: str) -> bool:
    return any(services[service]["clientSecret"] in text for service in ("domo", "workiva"))


def processes() -> str:
    lines = []
    for path in pathlib.Path("/proc").glob("[0-9]*"):
        for name in ("cmdline", "environ"):
            with contextlib.suppress(OSError):
                lines.append((path / name).read_bytes().decode(errors="replace"))
    return "\n".join(lines)


def test(services: dict) -> None:
    refused = cli("schedule", "list")
    check("without systemd's instance and cron there is no scheduler", "Nothing" in refused.stdout, refused)

    subprocess.run(["loginctl", "enable-linger", USER.pw_name], check=True)
    up = wait_for(lambda: systemctl("is-system-running") in ("running", "degraded"), 60)
    check("the user's instance runs without a login", up, systemctl("status"))
    sessions = subprocess.run(["loginctl", "list-sessions", "--no-legend"], capture_output=True, text=True, check=True)
    check("the user is not logged in", USER.pw_name not in sessions.stdout, sessions.stdout)

    write_saved(services, soon(100), "A:Z")
    write_credentials(services)

    (KEYS / "domo-client-secret").chmod(0o644)
    refused = cli("schedule", "install", "--all", "--credentials", str(KEYS))
    check("a file that others can read is refused", refused.returncode == 2 and "chmod 600" in refused.stderr, refused)

    write(KEYS / "domo-client-secret", "wrong")
    wrong = cli("schedule", "install", "--all", "--credentials", str(KEYS))
    check("a wrong secret fails the test through systemd", wrong.returncode == 13 and "sign-in" in wrong.stdout, wrong)

    write_credentials(services)
    good = cli("schedule", "install", "--all", "--credentials", str(KEYS))
    check("the schedule is handed over, and tested through systemd",
          good.returncode == 0 and "Tested through systemd: nothing is broken" in good.stdout, good)
    check("it says that runs start without a login", "linger is on" in good.stdout, good)
    one = schedules()
    check("the list has it as it is saved",
          one["state"] == "same" and one["isActive"] and one["isNextOfScheduler"] and one["scheduler"] == "systemd", one)
    listed = cli("schedule", "list")
    check("the list ends with 0", listed.returncode == 0, listed)
    check("the hand-over is in the history", notes() == ["handedOver"], notes())

    fired = wait_for(started, ENOUGH)
    check("the timer fires", fired, systemctl("list-timers", "--all"))
    seen = processes()
    ended = wait_for(lambda: not is_under_way(), RUN)
    check("the run ends", ended, systemctl("status", f"{UNIT}.service"))
    journal = subprocess.run(["journalctl", "--no-pager", "--output=cat"], capture_output=True, text=True, check=True)
    status = systemctl("show", f"{UNIT}.service", "--property=ExecMainStatus", "--value")
    own = "\n".join(line for line in journal.stdout.splitlines() if "workiva" in line.lower() or "PROFILE" in line)
    check("the service ends with 0", status == "0", f"{status}\n{own}")
    history = cli("history", "--json")
    check("the run is verified", last_run()["state"] == "verified" and "due" in last_run(), history)
    check("the status says so", standing() == "verified" and cli("status").returncode == 0, cli("status"))
    check("the secret is in no unit, journal or list of processes",
          not holds_secret(services, journal.stdout + seen + good.stdout + good.stderr)
          and not any(holds_secret(services, path.read_text(encoding="utf-8"))
                      for path in (HOME / ".config/systemd/user").glob("workiva-writeback-*.*")))

    test_killed(services)
    test_stopped(services)

    removed = cli("schedule", "remove", "Trial balance")
    check("it is removed", removed.returncode == 0, removed)
    state = systemctl("show", f"{UNIT}.timer", "--property=LoadState", "--value")
    check("systemd has it no longer", state == "not-found", state)
    listed = cli("schedule", "list")
    check("the list tells that it is not handed over", listed.returncode == 13, listed)


def change(services: dict, region: str) -> None:
    """Of the region and of the time, which is soon; handed over by repair."""
    write_saved(services, soon(75), region)
    differs = cli("schedule", "list")
    check("the list tells that it is different", differs.returncode == 13 and "schedule" in differs.stdout, differs)
    repaired = cli("schedule", "repair")
    one = schedules()
    check("repair hands it over", repaired.returncode == 0 and one["state"] == "same" and one["isActive"],
          f"{repaired}\n{one}")
    unit = (HOME / f".config/systemd/user/{UNIT}.service").read_text(encoding="utf-8")
    check("with its credentials", unit.count("LoadCredential=") == 4, unit)


def test_killed(services: dict) -> None:
    change(services, "AC:BB")
    before = started()
    check("the timer fires again", wait_for(lambda: started() != before, ENOUGH), systemctl("list-timers", "--all"))
    check("its run is under way", wait_for(lambda: standing() == "running", RUN), cli("status", "--json"))
    time.sleep(WRITE / 3)
    systemctl("kill", "--signal=KILL", f"{UNIT}.service")
    killed = last_run()
    check("the killed run is interrupted", killed["state"] == "interrupted", killed)
    caught_up = wait_for(lambda: last_run()["state"] == "verified", RUN)
    run = last_run()
    check("systemd starts it again, and it is caught up",
          caught_up and run["due"] == killed["due"] and run["attempt"] == killed["attempt"] + 1,
          f"{killed}\n{run}\n{systemctl('status', UNIT + '.service')}")
    check("the service ends", wait_for(lambda: not is_under_way(), RUN), systemctl("status", f"{UNIT}.service"))


def test_stopped(services: dict) -> None:
    """As while the computer is off: systemd notes when it has started a service, and starts late what was due."""
    change(services, "BE:CD")
    before = started()
    systemctl("stop", f"{UNIT}.timer")
    time.sleep(100)
    check("a timer that is stopped starts nothing", started() == before, started())
    systemctl("start", f"{UNIT}.timer")
    check("what was due is started late", wait_for(lambda: started() != before, 30), systemctl("list-timers", "--all"))
    check("and runs", wait_for(lambda: not is_under_way(), RUN), systemctl("status", f"{UNIT}.service"))
    run = last_run()
    check("that run is verified", run["state"] == "verified" and run["attempt"] == 0, cli("history", "--json"))


def main() -> None:
    save()
    sandbox = subprocess.Popen(["workiva-writeback-sandbox", f"--operation-time={1000 * WRITE}"],
                               stdout=subprocess.PIPE, text=True,
                               env={**os.environ, "HOME": "/root"})
    try:
        test(json.loads(sandbox.stdout.readline()))
        result["ended"] = True
    except Exception as error:  # whatever it is, it is told
        check("inside.py itself", False, repr(error))
    finally:
        sandbox.terminate()
        save()


main()
