#!/usr/bin/env python3
"""foreigncsv.py FOLDER PUBLISHED: collects in FOLDER the CSV files of the folder PUBLISHED that are small enough for a quick test, files
that Python's csv module writes from Python's own data, and those of the system; with each NAME.csv a NAME.rows.json with what the
module reads from it."""
import builtins
import csv
import errno
import glob
import html.entities
import json
import locale
import os
import shutil
import sys
import unicodedata

LONGEST_TEXT = 8192  # characters in a cell
LARGEST_FILE = 450_000  # bytes


def characters():
    yield ["Code", "Character", "Name", "Category", "Value"]
    blocks = [(0x20, 0x250), (0x370, 0x400), (0x5D0, 0x5EB), (0x2000, 0x20D0), (0x4E00, 0x4F00), (0xFB00, 0xFB07),
              (0x1F300, 0x1F380)]
    for first, end in blocks:
        for code in range(first, end):
            name = unicodedata.name(chr(code), None)
            if name:
                yield [code, chr(code), name, unicodedata.category(chr(code)), unicodedata.numeric(chr(code), None)]


def entities():
    yield ["Entity", "Text"]
    for name, text in sorted(html.entities.html5.items()):
        yield [name, text]


def documentation():
    yield ["Name", "Kind", "Documentation"]
    for name in dir(builtins):
        text = getattr(builtins, name).__doc__ or ""
        if len(text) < LONGEST_TEXT:
            yield [name, type(getattr(builtins, name)).__name__, text.replace("\n", "\r\n")]


def errors():
    yield ["Number", "Name", "Message"]
    for number, name in sorted(errno.errorcode.items()):
        yield [number, name, os.strerror(number)]


def locales():
    yield ["Alias", "Alias", ""]  # names need not be unique
    for alias, name in sorted(locale.locale_alias.items()):
        yield [alias, name, ""]


def decimals():
    yield ["Power", "Half", "Padded", "Percent", "Formula"]
    for i in range(-14, 15):
        yield [i, i / 2, f"{abs(i):05}", f"{i}%", f"=A{abs(i)}"]


def write(folder, name, rows, **form):
    with open(os.path.join(folder, name + ".csv"), "w", newline="", encoding="utf-8") as file:
        csv.writer(file, **form).writerows(rows)


def main(folder, published):
    files = [path for path in glob.glob(os.path.join(published, "*.csv")) if os.path.getsize(path) <= LARGEST_FILE]
    if not files:
        sys.exit(f"No CSV files in {published}: run npm ci in tests/integration, as ./test does")
    for path in files:
        shutil.copy(path, folder)
    write(folder, "characters", characters())
    write(folder, "entities", entities(), quoting=csv.QUOTE_ALL)
    write(folder, "documentation", documentation(), lineterminator="\n")
    write(folder, "errors", errors(), quoting=csv.QUOTE_NONNUMERIC)
    write(folder, "locales", locales())
    write(folder, "decimals", decimals())
    for path in glob.glob("/usr/share/distro-info/*.csv"):
        shutil.copy(path, folder)
    for path in glob.glob(os.path.join(folder, "*.csv")):
        with open(path, newline="", encoding="utf-8") as file:
            rows = list(csv.reader(file))
        with open(path[:-len(".csv")] + ".rows.json", "w", encoding="utf-8") as file:
            json.dump(rows, file)


if __name__ == "__main__":
    main(*sys.argv[1:])
