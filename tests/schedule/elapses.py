#!/usr/bin/env python3
"""What systemd makes of calendar expressions: elapses.py < QUESTIONS.

A line of the input is a question: ZONE BASE COUNT EXPRESSION…, separated by tabs, with the base time in seconds since 1970.
Prints a line for each: the next COUNT times of all expressions together after the base, in seconds since 1970. Questions of one
zone and base go to systemd-analyze together, with the zone as the local one, so that it need not start a process for each time;
that the zone of an expression has the same effect is compared for the first question of each batch.
"""

import collections
import datetime
import os
import re
import subprocess
import sys

BATCH = 300  # expressions
TIME = re.compile(r"^\s*(?:Next elapse|Iter\. #\d+|\(in UTC\)): \w+ (\d+-\d+-\d+ \d+:\d+:\d+) UTC$")


def elapses(zone, base, count, expressions):
    """A list of times for each expression."""
    start = datetime.datetime.fromtimestamp(base, datetime.timezone.utc).strftime("%Y-%m-%d %H:%M:%S UTC")
    done = subprocess.run(["systemd-analyze", "calendar", f"--iterations={count}", f"--base-time={start}", *expressions],
                          env=dict(os.environ, TZ=zone, LC_ALL="C.UTF-8"), capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{zone} {base}: {done.stderr}")
    answers = done.stdout.strip("\n").split("\n\n")
    if len(answers) != len(expressions):
        sys.exit(f"{len(answers)} answers to {len(expressions)} expressions")
    found = []
    for answer in answers:
        times = [TIME.match(line) for line in answer.split("\n")]
        found.append([int(datetime.datetime.fromisoformat(time[1] + "+00:00").timestamp())
                      for time in times if time])
    return found


def without_zone(zone, expression):
    if not expression.endswith(" " + zone):
        sys.exit(f"'{expression}' is not in {zone}")
    return expression[:-len(zone) - 1]


def main():
    groups = collections.defaultdict(list)
    lines = sys.stdin.read().splitlines()
    for index, line in enumerate(lines):
        zone, base, count, *expressions = line.split("\t")
        groups[zone, int(base), int(count)].append((index, expressions))
    answers = [""] * len(lines)
    for (zone, base, count), questions in groups.items():
        index, expressions = questions[0]
        plain = [without_zone(zone, expression) for expression in expressions]
        if elapses("UTC", base, min(count, 5), expressions) != elapses(zone, base, min(count, 5), plain):
            sys.exit(f"{expressions} differ from those of the local zone {zone}")
        while questions:
            batch, size = [], 0
            while questions and size < BATCH:
                batch.append(questions.pop())
                size += len(batch[-1][1])
            found = iter(elapses(zone, base, count, [without_zone(zone, one) for _, many in batch for one in many]))
            for index, many in batch:
                times = sorted({time for _ in many for time in next(found)})
                answers[index] = " ".join(map(str, times[:count]))
    print("\n".join(answers))


if __name__ == "__main__":
    main()
