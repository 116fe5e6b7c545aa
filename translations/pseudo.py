#!/usr/bin/env python3
"""Creates a translation into the pseudo-language en_XA: pseudo.py SOURCE.ts TARGET.ts.

Its texts are readable, 40 % longer and have accents, which reveals truncated, untranslated and composed texts.
Placeholders, mark-up and the letters of keyboard shortcuts are unchanged.
"""

import math
import re
import sys
import xml.etree.ElementTree as ElementTree

GROWTH = 0.4
KEPT = re.compile(r"(<[^>]*>|&[a-z]+;|&\w|%L?\d+|%n|\(\*\.[^)]*\)|https?://\S+)")
ACCENTS = str.maketrans("aeiouyncsAEIOUYNCS", "áéíóúýñçšÁÉÍÓÚÝÑÇŠ")
FILLING = "wörds thåt måke ît lónger thân ít wås "


def pseudo(text):
    pieces = KEPT.split(text)
    length = sum(len(piece) for piece in pieces[::2])
    if not length:
        return text
    said = "".join(piece if at % 2 else piece.translate(ACCENTS) for at, piece in enumerate(pieces))
    wanted = math.ceil(length * GROWTH)
    filling = (FILLING * (wanted // len(FILLING) + 1))[:wanted].rstrip()
    closing = re.search(r"(</p>|</h2>)+$", said)
    end = closing.start() if closing else len(said)
    return said[:end] + "·" + filling + said[end:]


def main(source, target):
    tree = ElementTree.parse(source)
    tree.getroot().set("language", "en_XA")
    for message in tree.iter("message"):
        translation = message.find("translation")
        translation.attrib.pop("type", None)
        translation.text = pseudo(message.findtext("source"))
    tree.write(target, encoding="utf-8", xml_declaration=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
