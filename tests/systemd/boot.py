#!/usr/bin/env python3
"""Hands schedules over to a real systemd: boots a minimal Debian with the built programs, in which a user who is not
logged in has a timer that runs a writeback against the sandbox.

    tests/systemd/boot.py FOLDER_OF_PROGRAMS ROOT

Needs root, debootstrap and systemd-nspawn (see packaging/debian-packages, purpose "systemd"). ROOT is created if it is
missing, and kept for the next time; the programs in it are replaced. What happens inside is in inside.py.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
PROGRAMS = ["workiva-writeback-cli", "workiva-writeback-sandbox"]
PACKAGES = ["systemd", "systemd-sysv", "dbus", "dbus-user-session", "libpam-systemd", "tzdata", "python3-minimal",
            "libpython3-stdlib"]
PLUGINS = ["sqldrivers/libqsqlite.so"]  # that the programs load of Qt
MINUTES = 25  # for everything inside

UNIT = """[Unit]
Description=What is tested
After=multi-user.target

[Service]
Type=oneshot
ExecStart=/usr/bin/python3 /opt/test/inside.py
ExecStopPost=/usr/bin/systemctl --no-block poweroff

[Install]
WantedBy=multi-user.target
"""


def make_root(root: pathlib.Path) -> None:
    if (root / "made").exists():
        return
    if root.exists():
        sys.exit(f"{root} exists, but was not made by this script")
    subprocess.run(["debootstrap", "--variant=minbase", f"--include={','.join(PACKAGES)}", "bookworm", root], check=True)
    subprocess.run(["chroot", root, "useradd", "--create-home", "--uid", "1500", "analyst"], check=True)
    (root / "made").touch()


def libraries(binary: pathlib.Path) -> list[pathlib.Path]:
    told = subprocess.run(["ldd", binary], check=True, capture_output=True, text=True).stdout
    if "not found" in told:
        sys.exit(f"{binary} lacks libraries:\n{told}")
    return [pathlib.Path(path) for path in re.findall(r"=> (/\S+)", told)]


def copy_in(root: pathlib.Path, programs: pathlib.Path) -> None:
    place = root / "opt/test"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    binaries = [programs / name for name in PROGRAMS]
    for binary in binaries:
        shutil.copy2(binary, root / "usr/bin" / binary.name)
    qt_core = next(path for path in libraries(binaries[0]) if path.name.startswith("libQt6Core"))
    for plugin in PLUGINS:
        path = qt_core.parent / "qt6/plugins" / plugin
        target = root / str(path).lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target)
        binaries.append(path)
    for library in {library for binary in binaries for library in libraries(binary)}:
        target = root / str(library).lstrip("/")
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(library.resolve(), target)
    subprocess.run(["chroot", root, "ldconfig"], check=True)
    shutil.copy2(HERE / "inside.py", place)
    shutil.rmtree(root / "home/analyst", ignore_errors=True)
    shutil.copytree(root / "etc/skel", root / "home/analyst")
    subprocess.run(["chroot", root, "chown", "-R", "analyst:analyst", "/home/analyst"], check=True)
    for linger in (root / "var/lib/systemd/linger").glob("*"):
        linger.unlink()
    units = root / "etc/systemd/system"
    (units / "what-is-tested.service").write_text(UNIT, encoding="utf-8")
    wanted = units / "multi-user.target.wants/what-is-tested.service"
    wanted.parent.mkdir(exist_ok=True)
    wanted.unlink(missing_ok=True)
    wanted.symlink_to("/etc/systemd/system/what-is-tested.service")


def main() -> int:
    programs, root = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
    if os.geteuid() != 0:
        sys.exit("This needs root")
    make_root(root)
    copy_in(root, programs)
    boot = ["systemd-nspawn", "--register=no", "--keep-unit", "--quiet", "--console=pipe", "-b", "-D", root]
    with open(root.with_suffix(".log"), "wb") as log:
        try:
            subprocess.run(boot, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, check=False,
                           timeout=60 * MINUTES)
        except subprocess.TimeoutExpired:
            print(f"It did not end within {MINUTES} minutes")
    result = root / "opt/test/result.json"
    if not result.exists():
        print(f"Nothing was tested; the console is in {log.name}")
        return 1
    found = json.loads(result.read_text(encoding="utf-8"))
    for one in found["checks"]:
        print(f"{'passed' if one['passed'] else 'FAILED'}  {one['name']}")
        if not one["passed"]:
            print("        " + one["detail"].strip().replace("\n", "\n        "))
    failed = sum(not one["passed"] for one in found["checks"])
    if not found["ended"]:
        print("It stopped there")
    print(f"{len(found['checks']) - failed} passed, {failed} failed")
    return 0 if found["ended"] and found["checks"] and failed == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
