#!/usr/bin/env python3
"""Changes one thousandth of a CSV's cells: change_dataset.py rows|cells <FILE >FILE

rows: every cell of every thousandth row. cells: single cells, one at a pseudo-random position in each thousand.
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
    if sys.argv[1:] not in (["rows"], ["cells"]):
        sys.exit(__doc__)
    sys.stdin.reconfigure(encoding="utf-8", newline="")
    sys.stdout.reconfigure(encoding="utf-8", newline="")
    out = csv.writer(sys.stdout, lineterminator="\n")
    source = random.Random(1)
    reader = csv.reader(sys.stdin)
    out.writerow(next(reader))
    cell = 0
    target = source.randrange(SHARE)
    for number, row in enumerate(reader):
        if sys.argv[1] == "rows":
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
