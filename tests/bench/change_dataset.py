#!/usr/bin/env python3
"""Changes a CSV: change_dataset.py rows|cells|shorter|inserted <FILE >FILE

rows: every cell of every thousandth row. cells: single cells, one at a pseudo-random position in each thousand.
shorter: without the last row. inserted: the same with another row before all others, of an account of its own.
The header is unchanged. The same input gives the same output.
"""
import csv
import random
import sys

SHARE = 1000


def changed(text):
    """Another value of the same kind."""
    if text and text[-1].isdigit() and text.lstrip("-").replace(".", "", 1).isdigit():
        return text[:-1] + str((int(text[-1]) + 1) % 9 + 1)
    return text + " (restated)"


def main():
    how = sys.argv[1] if len(sys.argv) == 2 else ""
    if how not in ("rows", "cells", "shorter", "inserted"):
        sys.exit(__doc__)
    sys.stdin.reconfigure(encoding="utf-8", newline="")
    sys.stdout.reconfigure(encoding="utf-8", newline="")
    out = csv.writer(sys.stdout, lineterminator="\n")
    source = random.Random(1)
    reader = csv.reader(sys.stdin)
    out.writerow(next(reader))
    if how in ("shorter", "inserted"):
        rows = list(reader)
        if how == "inserted":
            out.writerow([rows[0][0], "A-000001"] + rows[0][2:])
        out.writerows(rows[:-1])
        return
    cell = 0
    target = source.randrange(SHARE)
    for number, row in enumerate(reader):
        if how == "rows":
            if number % SHARE == SHARE // 2:
                row = [changed(text) for text in row]
        else:
            while target < cell + len(row):
                row[target - cell] = changed(row[target - cell])
                target = (target // SHARE + 1) * SHARE + source.randrange(SHARE)
            cell += len(row)
        out.writerow(row)


if __name__ == "__main__":
    main()
