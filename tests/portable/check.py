#!/usr/bin/env python3
"""Compiles every source of src/ and ui/ for Windows, to find code that requires POSIX: check.py BUILD.

Uses the commands of a configured build (its compile_commands.json), generates the headers of moc and uic, replaces the
compiler by mingw-w64's, and leaves out arguments for this system. Nothing is linked: the Qt headers are this system's, and
Qt derives the target system from the compiler.
"""

import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys

COMPILER = "x86_64-w64-mingw32-g++-posix"  # the one with std::thread
# The system-independent parts of /usr/include: the whole folder would include the headers of this system's C library.
LIBRARIES = ["CLI", "boost", "csv.h", "libical", "minizip", "qt6keychain", "rapidjson", "tl", "x86_64-linux-gnu/curl",
             "x86_64-linux-gnu/zconf.h", "xlsxwriter", "xlsxwriter.h", "zlib.h"]
# Definitions for libraries that only exist on this system.
OF_THIS_SYSTEM = ["-DWRITEBACK_DBUS", "-DWRITEBACK_FONTCONFIG", "-fPIC"]
PLANTED = {  # must be rejected: a header, a function
    "header.cpp": "#include <sys/socket.h>\n",
    "function.cpp": "#include <unistd.h>\nint main() { return fork(); }\n",
}


def arguments_of(command, includes, headers):
    """The command's arguments for the other compiler; its precompiled header is written to `headers`."""
    given = iter(shlex.split(command)[1:])
    taken = [COMPILER, "-isystem", str(includes)]
    for argument in given:
        if argument in ("-o", "-isystem", "-include"):
            value = next(given)
            if argument == "-isystem" and "/mkspecs/" not in value:
                taken += [argument, value]
            elif argument == "-include":
                taken += [argument, str(headers.setdefault(value, includes.parent / f"pch{len(headers)}" / "pch.h"))]
        elif argument.startswith("-fsanitize"):
            continue
        elif argument not in OF_THIS_SYSTEM:
            taken.append(argument)
    return taken


def run(arguments):
    done = subprocess.run(arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    return done.returncode == 0, done.stdout


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    build = pathlib.Path(sys.argv[1]).resolve()
    scratch = build / "portable"
    shutil.rmtree(scratch, ignore_errors=True)
    includes = scratch / "include"
    includes.mkdir(parents=True)
    for library in LIBRARIES:
        (includes / os.path.basename(library)).symlink_to(pathlib.Path("/usr/include") / library)

    headers = {}
    commands = {}
    header_commands = {}
    made = set()
    for entry in json.loads((build / "compile_commands.json").read_text(encoding="utf-8")):
        source = pathlib.Path(entry["file"])
        if source.name == "cmake_pch.hxx.cxx":
            header_commands[str(source.with_suffix(""))] = entry["command"]
        elif any(source.is_relative_to(root / folder) for folder in ("src", "ui")):
            commands[source] = arguments_of(entry["command"], includes, headers)
            made.update(re.findall(r"/([^/ ]+_autogen)/include", entry["command"]))
    subprocess.run(["cmake", "--build", build, "--target", *sorted(made)], check=True)
    sources = set(root.glob("src/**/*.cpp")) | set(root.glob("ui/**/*.cpp"))
    failed = [f"{source}: no command compiles it" for source in sorted(sources - commands.keys())]

    for original, header in list(headers.items()):
        header.parent.mkdir()
        shutil.copy(original, header)
        arguments = arguments_of(header_commands[original], includes, headers)
        at = arguments.index("-include")
        # The header itself, and not the file that includes it.
        ok, said = run([*arguments[:at], *arguments[at + 2:-2], "-w", str(header), "-o", f"{header}.gch"])
        if not ok:
            sys.exit(said)

    for name, text in PLANTED.items():
        planted = scratch / name
        planted.write_text(text, encoding="utf-8")
        if run([COMPILER, "-fsyntax-only", "-isystem", str(includes), str(planted)])[0]:
            failed.append(f"{planted}: compiles, and must not: {text}")

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        done = list(pool.map(run, [[*commands[source], "-fsyntax-only"] for source in sorted(commands)]))
    failed += [said for ok, said in done if not ok]
    print("\n".join(failed))
    print(f"{sum(ok for ok, _ in done)} of {len(sources)} sources compile for Windows")
    return 1 if failed or not done else 0


if __name__ == "__main__":
    sys.exit(main())
