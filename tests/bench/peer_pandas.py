#!/usr/bin/env python3
"""The alternative for comparison: a script with pandas and requests. Copies a DataSet into a sheet from A1 and reads it back.

  peer_pandas.py DOMO_URL WORKIVA_URL DATASET SPREADSHEET SHEET

DOMO_CLIENT_ID, DOMO_CLIENT_SECRET, WORKIVA_CLIENT_ID and WORKIVA_CLIENT_SECRET come from the environment. Prints the number of
cells read back. Needs Debian's python3-pandas and python3-requests.
"""
import io
import os
import sys
import time

import pandas
import requests

CELLS = 50_000


def sign_in(domo_url, workiva_url):
    domo = requests.Session()
    reply = domo.post(f"{domo_url}/oauth/token", params={"grant_type": "client_credentials", "scope": "data"},
                      auth=(os.environ["DOMO_CLIENT_ID"], os.environ["DOMO_CLIENT_SECRET"]))
    reply.raise_for_status()
    domo.headers["Authorization"] = f"Bearer {reply.json()['access_token']}"

    workiva = requests.Session()
    workiva.headers["X-Version"] = "2026-01-01"
    reply = workiva.post(f"{workiva_url}/oauth2/token", data={
        "grant_type": "client_credentials", "client_id": os.environ["WORKIVA_CLIENT_ID"],
        "client_secret": os.environ["WORKIVA_CLIENT_SECRET"]})
    reply.raise_for_status()
    workiva.headers["Authorization"] = f"Bearer {reply.json()['access_token']}"
    return domo, workiva


def download(domo, url):
    reply = domo.get(url)
    reply.raise_for_status()
    columns = reply.json()["schema"]["columns"]
    reply = domo.get(f"{url}/data", params={"includeHeader": "true"}, headers={"Accept": "text/csv"})
    reply.raise_for_status()
    texts = {c["name"]: "string" for c in columns if c["type"] not in ("LONG", "DECIMAL", "DOUBLE")}
    return pandas.read_csv(io.BytesIO(reply.content), dtype=texts, keep_default_na=False, na_values=[""])


def column_name(index):
    name = ""
    while index >= 0:
        name = chr(ord("A") + index % 26) + name
        index = index // 26 - 1
    return name


def wait_for(workiva, reply):
    reply.raise_for_status()
    location = reply.headers["Location"]
    while True:
        time.sleep(float(reply.headers.get("Retry-After", 1)))
        reply = workiva.get(location)
        reply.raise_for_status()
        state = reply.json()
        if state["status"] == "completed":
            return
        if state["status"] in ("failed", "cancelled"):
            sys.exit(str(state))


def write(workiva, values_url, frame):
    rows = [list(frame.columns)] + frame.astype(object).where(frame.notna(), "").values.tolist()
    last_column = column_name(len(frame.columns) - 1)
    rows_each = max(1, CELLS // len(frame.columns))
    for start in range(0, len(rows), rows_each):
        block = rows[start:start + rows_each]
        url = f"{values_url}/A{start + 1}:{last_column}{start + len(block)}"
        wait_for(workiva, workiva.put(url, json={"values": block}))
    return f"A1:{last_column}{len(rows)}"


def read_back(workiva, url):
    cells = 0
    while url:
        reply = workiva.get(url)
        reply.raise_for_status()
        page = reply.json()
        cells += sum(len(row) for part in page["data"] for row in part["values"])
        url = page.get("@nextLink")
    return cells


def main():
    domo_url, workiva_url, dataset, spreadsheet, sheet = sys.argv[1:6]
    domo, workiva = sign_in(domo_url, workiva_url)
    frame = download(domo, f"{domo_url}/v1/datasets/{dataset}")
    values_url = f"{workiva_url}/spreadsheets/{spreadsheet}/sheets/{sheet}/values"
    written = write(workiva, values_url, frame)
    print(read_back(workiva, f"{values_url}/{written}?$valuestyle=raw"))


if __name__ == "__main__":
    main()
