#!/usr/bin/env python3
"""Writes a DataSet like an export of Domo, similar to a trial balance: make_dataset.py ROWS COLUMNS >FILE

ROWS does not include the header; COLUMNS is at least 10. Account numbers have leading zeros, names need quotes, amounts have two
decimals, every third note is null. The same arguments give the same output.
"""
import random
import sys

FIRST_COLUMNS = ["Entity", "Account", "Account Name", "Period", "Amount", "Budget", "Variance Pct", "Currency", "Posted At",
                 "Note"]
ACCOUNT_NAMES = ["Cash and cash equivalents", '"Trade receivables, net"', "Inventories",
                 '"Property, ""plant"" and equipment"', "Goodwill", "Revenue – Zürich"]


def cents(randint, limit):
    return f"{randint(-limit, limit) / 100:.2f}"


def lines(rows, columns):
    source = random.Random(20261123)
    randint = source.randint
    measures = columns - len(FIRST_COLUMNS)
    yield ",".join(FIRST_COLUMNS + [f"Measure {i}" for i in range(measures)])
    for i in range(rows):
        amount = cents(randint, 10**11)
        budget = cents(randint, 10**11)
        variance = f"{source.random():.6f}"
        fields = [f"E{i % 37:03d}", f"{i * 7919 % 10**8:08d}", ACCOUNT_NAMES[i % len(ACCOUNT_NAMES)],
                  f"2026-{i % 12 + 1:02d}-01", amount, budget, variance, "EUR", f"2026-10-{i % 28 + 1:02d}T08:15:00",
                  "reviewed" if i % 3 else ""]
        fields += [cents(randint, 10**9) for _ in range(measures)]
        yield ",".join(fields)


def main():
    if len(sys.argv) != 3 or int(sys.argv[2]) < len(FIRST_COLUMNS):
        sys.exit(__doc__)
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    for line in lines(int(sys.argv[1]), int(sys.argv[2])):
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
