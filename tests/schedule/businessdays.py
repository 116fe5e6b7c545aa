#!/usr/bin/env python3
"""The n-th business days of months, independently of the program: businessdays.py < RULES.

Each line of the input is a rule: FIRST-YEAR LAST-YEAR N WEEKEND HOLIDAYS. N counts from the first business day, or from the
last if it is negative. WEEKEND has the days of a weekend from 1 for Monday, HOLIDAYS dates; both are separated by commas, and
"-" if there are none. Prints a line for each rule, with the dates separated by spaces.
"""

import datetime
import sys


def list_of(text):
    return [] if text == "-" else text.split(",")


def month(year, number):
    """All dates of a month."""
    day = datetime.date(year, number, 1)
    while day.month == number:
        yield day
        day += datetime.timedelta(days=1)


def main():
    for line in sys.stdin:
        first, last, which, weekend, holidays = line.split()
        off = {int(day) for day in list_of(weekend)}
        closed = {datetime.date.fromisoformat(day) for day in list_of(holidays)}
        found = []
        for year in range(int(first), int(last) + 1):
            for number in range(1, 13):
                open_days = [day for day in month(year, number) if day.isoweekday() not in off and day not in closed]
                index = int(which) - 1 if int(which) > 0 else int(which)
                if -len(open_days) <= index < len(open_days):
                    found.append(open_days[index].isoformat())
        print(" ".join(found))


if __name__ == "__main__":
    main()
