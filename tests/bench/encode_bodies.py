#!/usr/bin/env python3
"""Encodes a DataSet's CSV as bodies of values PUTs, for floor_curl: encode_bodies.py CSV SCHEMA FOLDER

Writes FOLDER/<range>.json, at most 50,000 cells each, from A1 with the column names as first row. SCHEMA is the sandbox's: values of
numeric columns are numbers with unchanged digits, all others are text, null is "".
"""
import csv
import json
import pathlib
import sys

CELLS = 50_000


def column_name(index):
    name = ""
    while index >= 0:
        name = chr(ord("A") + index % 26) + name
        index = index // 26 - 1
    return name


def main():
    source, schema, folder = map(pathlib.Path, sys.argv[1:4])
    numeric = [column["type"] in ("LONG", "DECIMAL", "DOUBLE") for column in json.loads(schema.read_text())["columns"]]
    folder.mkdir(parents=True, exist_ok=True)
    rows_each = max(1, CELLS // len(numeric))
    last_column = column_name(len(numeric) - 1)

    def write(first, rows):
        path = folder / f"A{first}:{last_column}{first + len(rows) - 1}.json"
        path.write_text('{"values":[' + ",".join(rows) + "]}", encoding="utf-8")

    first, rows = 1, []
    with source.open(newline="", encoding="utf-8") as file:
        for number, fields in enumerate(csv.reader(file)):
            texts = [field if number and is_number and field else json.dumps(field, ensure_ascii=False)
                     for field, is_number in zip(fields, numeric, strict=True)]
            rows.append("[" + ",".join(texts) + "]")
            if len(rows) == rows_each:
                write(first, rows)
                first, rows = first + len(rows), []
    if rows:
        write(first, rows)


if __name__ == "__main__":
    main()
