#!/usr/bin/env python3
"""What others than this program read in what is handed to a scheduler: otherreaders.py plist|task|crontab < TEXT.

Prints JSON: "command" has the words of the command line, and "wakes" what says when, in the form of the format.
"""

import json
import plistlib
import re
import shlex
import sys
import xml.etree.ElementTree

NAMESPACE = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


def plist(text):
    agent = plistlib.loads(text)
    return {"command": agent["ProgramArguments"], "wakes": agent["StartCalendarInterval"], "label": agent["Label"],
            "atLogin": agent["RunAtLoad"]}


def split_like_windows(line):
    """The documented rules of the C runtime: backslashes count only before a quote."""
    words, word, quoted, index = [], None, False, 0
    while index < len(line):
        slashes = len(re.match(r"\\*", line[index:])[0])
        following = line[index + slashes:index + slashes + 1]
        if following == '"':
            word = (word or "") + "\\" * (slashes // 2)
            if slashes % 2:
                word += '"'
            else:
                quoted = not quoted
            index += slashes + 1
        elif slashes:
            word = (word or "") + "\\" * slashes
            index += slashes
        elif line[index] == " " and not quoted:
            if word is not None:
                words.append(word)
            word = None
            index += 1
        else:
            word = (word or "") + line[index]
            index += 1
    return words + ([] if word is None else [word])


def plain(element):
    """An element as text, as the names of empty children, or as a dictionary."""
    if len(element) == 0:
        return element.text or ""
    if all(len(child) == 0 and not child.text for child in element):
        return [child.tag.removeprefix(NAMESPACE) for child in element]
    if len(element) > 1 and len({child.tag for child in element}) == 1:
        return [plain(child) for child in element]
    return {child.tag.removeprefix(NAMESPACE): plain(child) for child in element}


def task(text):
    root = xml.etree.ElementTree.fromstring(text)
    if root.tag != NAMESPACE + "Task":
        sys.exit(f"a {root.tag}")
    action = root.find(f"{NAMESPACE}Actions/{NAMESPACE}Exec")
    command = [action.find(NAMESPACE + "Command").text] + split_like_windows(action.find(NAMESPACE + "Arguments").text)
    wakes = [plain(trigger) for trigger in root.find(NAMESPACE + "Triggers")]
    return {"command": command, "wakes": wakes, "catchesUp": plain(root.find(NAMESPACE + "Settings"))["StartWhenAvailable"]}


def crontab(text):
    wakes, commands = [], set()
    for line in text.decode().splitlines():
        if line.startswith("#"):
            continue
        fields = line.split(" ", 1 if line.startswith("@") else 5)
        if re.search(r"(?<!\\)%", fields[-1]):
            sys.exit("a line break in a command")
        wakes.append(" ".join(fields[:-1]))
        commands.add(fields[-1].replace("\\%", "%"))
    if len(commands) != 1:
        sys.exit("several commands")
    return {"command": shlex.split(commands.pop()), "wakes": wakes}


print(json.dumps({"plist": plist, "task": task, "crontab": crontab}[sys.argv[1]](sys.stdin.buffer.read())))
