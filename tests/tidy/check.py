#!/usr/bin/env python3
"""Runs clang-tidy over the sources of some folders (src/core …) or of all: check.py BUILD [FOLDER …].

BUILD has to be configured with clang (the preset `tidy`); only its precompiled headers and the output of moc and uic
are built. Nearly all of clang-tidy's time goes to the included headers, so the sources of a folder are checked
together, as one unit that includes them all; sources with clashing names go into separate units. The static analyzer
ignores included files, so it is run on every source alone, and only if all folders are checked.
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

ROOT = pathlib.Path(__file__).resolve().parents[2]
TIDY = shutil.which("clang-tidy-14") or "clang-tidy"
CHECKED = ("src", "ui", "tests")
OF_ONE_SOURCE = ("clang-analyzer-", "misc-unused-alias-decls")  # checks that ignore included files
ENTRY_POINTS = ("main", "LLVMFuzzerTestOneInput")  # every test program has one
FINDING = re.compile(r"^(?=\S+:\d+:\d+: (?:error|warning): )", re.MULTILINE)
PLANTED = {  # has to be found, in a unit or by the analyzer
    "bugprone-easily-swappable-parameters": "int swapped(int salt, int pepper)\n"
                                            "{\n    if (salt > 0)\n        return 1;\n    return pepper;\n}\n",
    "bugprone-use-after-move": "#include <memory>\n#include <utility>\nint moved(std::unique_ptr<int> from)\n"
                               "{\n    const auto to = std::move(from);\n    return to ? *from : 0;\n}\n",
    "modernize-use-override": "struct Base\n{\n    virtual ~Base() = default;\n    virtual void act() = 0;\n};\n"
                              "struct Heir final : Base\n{\n    virtual void act() { }\n};\n",
    "clang-analyzer-core.NullDereference": "int null(const int *at) { return at ? 0 : *at; }\n",
}


class Source:
    """A source and its compiler arguments."""

    def __init__(self, entry):
        self.path = pathlib.Path(entry["file"])
        self.folder = "/".join(self.path.relative_to(ROOT).parts[:2])
        arguments = shlex.split(entry["command"])
        self.arguments = arguments[1:arguments.index("-o")]
        self.common = []  # include folders and macros: a unit gets those of all its sources
        self.kind = []  # the rest
        given = iter(self.arguments)
        for argument in given:
            if argument == "-isystem":
                self.common.append((argument, next(given)))
            elif argument.startswith(("-I", "-D")):
                self.common.append((argument,))
            else:
                self.kind.append(argument)


class Unit:
    """A file for one run of clang-tidy."""

    def __init__(self, path, arguments, checks, size):
        self.path = path
        self.arguments = arguments
        self.checks = checks
        self.size = size


def run(arguments, folder=None):
    return subprocess.run(arguments, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)


def each(function, things):
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(function, things))


def make_what_is_included(build, sources):
    """Runs single commands of the build, which would first build the linked libraries if asked for a header."""
    needed = " ".join(argument for source in sources for argument in source.arguments)
    targets = set()
    for line in run(["ninja", "-C", build, "-t", "targets", "all"]).stdout.splitlines():
        target = line.rpartition(": ")[0].removeprefix(f"{build}/")
        name = re.sub(r"/timestamp$", "/include", target)
        moc = re.fullmatch(r"(tests/moc/.*)/[^/]*\.moc", target)
        if re.search(r"\.pch$|_autogen/include$|\.moc$", name) and f"{build}/{moc[1] if moc else name}" in needed:
            targets.add(target)
            (build / target).parent.mkdir(parents=True, exist_ok=True)
    commands = run(["ninja", "-C", build, "-t", "commands", "-s", *sorted(targets)]).stdout.splitlines()
    for made in each(lambda command: run(["sh", "-c", command], build), dict.fromkeys(commands)):
        if made.returncode != 0:
            sys.exit(made.stdout + made.stderr)
    if not commands:
        sys.exit(f"{build} is not configured with Ninja")


def checks_of_one_source():
    lines = (ROOT / ".clang-tidy").read_text(encoding="utf-8").splitlines()
    return [line.strip(" ,") for line in lines if line.strip(" -").startswith(OF_ONE_SOURCE)]


def those_of_one_source():
    return ",".join(["-*", *checks_of_one_source()])


def without_those_of_one_source():
    return ",".join(f"-{check}" for check in checks_of_one_source() if check[0] != "-")


def units_of(sources, scratch):
    """Units of sources that have the same arguments and compile together."""
    first = sources[0].path.relative_to(ROOT)
    path = scratch / "/".join(first.parts[:2]) / f"{'_'.join(first.parts[2:])}_{len(sources)}.cpp"
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = []
    for number, source in enumerate(sources):
        entries = ENTRY_POINTS if first.parts[0] == "tests" else ()
        lines += [f"#define {entry} {entry}{number}" for entry in entries]
        lines.append(f'#include "{source.path}"')
        lines += [f"#undef {entry}" for entry in entries]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    common = dict.fromkeys(words for source in sources for words in source.common)
    arguments = [*(word for words in common for word in words), *sources[0].kind]
    if len(sources) > 1:
        compiled = run(["clang++", *arguments, "-w", "-fsyntax-only", "-ferror-limit=0", str(path)])
        places = set(re.findall(r"^(.*?):\d+:\d+: error", compiled.stderr, re.MULTILINE))
        apart = [source for source in sources if str(source.path) in places]
        if compiled.returncode != 0 and len(apart) in (0, len(sources)):
            apart = sources[len(sources) // 2:]
        if apart:
            return units_of([source for source in sources if source not in apart], scratch) + units_of(apart, scratch)
    return [Unit(path, arguments, without_those_of_one_source(), 10 + len(sources))]


def tidy(unit):
    """The findings of clang-tidy; a failure of it is one too."""
    done = run([TIDY, "--quiet", f"--header-filter=^{ROOT}/({'|'.join(CHECKED)})/|/planted/", f"--checks={unit.checks}",
                str(unit.path), "--", *unit.arguments])
    found = [finding.strip() for finding in FINDING.split(done.stdout) if finding.strip()]
    return found if found or done.returncode == 0 else [f"{unit.path}: {TIDY} failed: {done.stderr}"]


def planted_and_not_found(scratch):
    sources = []
    for number, text in enumerate(PLANTED.values()):
        sources.append(scratch / f"planted/{number}.cpp")
        sources[-1].parent.mkdir(exist_ok=True)
        sources[-1].write_text(text, encoding="utf-8")
    unit = scratch / "planted.cpp"
    unit.write_text("".join(f'#include "{source}"\n' for source in sources), encoding="utf-8")
    found = tidy(Unit(unit, ["-std=c++20"], without_those_of_one_source(), 1))
    found += tidy(Unit(sources[-1], ["-std=c++20"], those_of_one_source(), 1))
    return [f"planted, and not found: {check}" for check in PLANTED
            if not any(f"[{check}" in finding for finding in found)]


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    scratch = build / "units"
    shutil.rmtree(scratch, ignore_errors=True)
    (scratch / "tests").mkdir(parents=True)
    shutil.copy(ROOT / "tests/.clang-tidy", scratch / "tests")

    sources = {}
    for entry in json.loads((build / "compile_commands.json").read_text(encoding="utf-8")):
        path = pathlib.Path(entry["file"])
        if path.is_relative_to(ROOT) and path.relative_to(ROOT).parts[0] in CHECKED:
            sources.setdefault(path, Source(entry))
    found = [f"{path}: no command compiles it" for folder in CHECKED for path in sorted((ROOT / folder).rglob("*.cpp"))
             if "node_modules" not in path.parts and path not in sources]
    sources = [source for source in sources.values() if not sys.argv[2:] or source.folder in sys.argv[2:]]
    found += planted_and_not_found(scratch)
    make_what_is_included(build, sources)

    alike = {}
    for source in sources:
        folder = "ui" if source.folder.startswith("ui/") else source.folder
        alike.setdefault((folder, *source.kind), []).append(source)
    units = [unit for some in each(lambda some: units_of(some, scratch), alike.values()) for unit in some]
    if not sys.argv[2:]:
        units += [Unit(source.path, source.arguments, those_of_one_source(), 1) for source in sources]

    units.sort(key=lambda unit: -unit.size)
    found = dict.fromkeys(found)  # in order, and those of a header once
    print("\n".join(found), flush=True)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for some in pool.map(tidy, units):
            print("".join(f"{finding}\n" for finding in some if finding not in found), end="", flush=True)
            found.update(dict.fromkeys(some))
    print(f"{len(sources)} sources in {len(units)} units, {len(found)} findings")
    return 1 if found or not sources else 0


if __name__ == "__main__":
    sys.exit(main())
