#!/usr/bin/env python3
"""Checks the sandbox against the OpenAPI files of both services, with Prism between client and sandbox.

  check.py SANDBOX [CLI]

Starts the sandbox and, in front of each of its services, Prism as a proxy that responds with an error to any request or reply that violates
the contract. Sends a valid request for every operation in both files and, if CLI is given, copies a DataSet through both proxies. Ends
with 0 if there was no violation. Prism is in node_modules beside this file (npm ci), or where the environment variable
WRITEBACK_PRISM points to.
"""
import base64
import json
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
VERSION = {"X-Version": "2026-01-01"}
TIMEOUT = 60  # seconds, for Prism to start on a busy machine


class Violation(Exception):
    pass


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port, process):
    end = time.monotonic() + TIMEOUT
    while time.monotonic() < end:
        if process.poll() is not None:
            raise SystemExit(f"Prism ended with {process.returncode}")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("Prism does not listen")


class Api:
    """One service behind its proxy. Records which operations were requested."""

    def __init__(self, prism, contract, upstream):
        self.operations = set(re.findall(r"operationId: (\w+)", (HERE / "openapi" / contract).read_text()))
        self.sent = set()
        self.headers = {}
        port = free_port()
        self.process = subprocess.Popen(
            [prism, "proxy", str(HERE / "openapi" / contract), upstream, "--errors", "--port", str(port), "--verboseLevel", "silent"],
            stdout=subprocess.DEVNULL)
        self.url = f"http://127.0.0.1:{port}"
        self.port = port

    def ask(self, request):
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return response.status, response.read(), response.headers
        except urllib.error.HTTPError as error:
            return error.code, error.read(), error.headers

    def send(self, operation, verb, path, body=None, headers=None, expect=200):
        headers = {**self.headers, **(headers or {})}
        if isinstance(body, dict):
            body = json.dumps(body).encode()
            headers["Content-Type"] = "application/json"
        request = urllib.request.Request(self.url + path, data=body, method=verb, headers=headers)
        status, answer, head = self.ask(request)
        self.sent.add(operation)
        if b"stoplight.io/prism" in answer or head.get("sl-violations") or status != expect:
            raise Violation(f"{operation}: {verb} {path} gave {status}: {answer.decode(errors='replace')[:2000]}")
        print(f"{operation}: {status}", flush=True)
        is_json = "json" in (head.get("Content-Type") or "")
        return head, json.loads(answer) if is_json and answer else answer


def check_domo(api, ready):
    login = ready["domo"]
    basic = base64.b64encode(f"{login['clientId']}:{login['clientSecret']}".encode()).decode()
    token = {"Authorization": "Basic " + basic}
    api.send("postAccessToken", "POST", "/oauth/token", b"grant_type=client_credentials&scope=data",
             {**token, "Content-Type": "application/x-www-form-urlencoded"})
    api.send("getAccessToken", "GET", "/oauth/token?grant_type=client_credentials", headers={
        "Authorization": "Basic " + base64.b64encode(b"nobody:nothing").decode()}, expect=401)
    _, granted = api.send("getAccessToken", "GET", "/oauth/token?grant_type=client_credentials&scope=data", headers=token)
    api.headers = {"Authorization": "Bearer " + granted["access_token"]}

    for query in ("", "?limit=2&offset=1", "?nameLike=trial&sort=name", "?sort=nameDescending", "?offset=1000"):
        api.send("listDataSets", "GET", "/v1/datasets" + query)
    for dataset in ready["datasets"]:
        path = f"/v1/datasets/{dataset['id']}"
        api.send("getDataSet", "GET", path)
        for header in ("true", "false"):
            api.send("exportDataSet", "GET", f"{path}/data?includeHeader={header}&fileName=x.csv", headers={"Accept": "text/csv"})
        api.send("queryDataSet", "POST", f"/v1/datasets/query/execute/{dataset['id']}", {"sql": "SELECT * FROM table"})
        _, counted = api.send("queryDataSet", "POST", f"/v1/datasets/query/execute/{dataset['id']}", {"sql": "SELECT COUNT(*) FROM table"})
        if counted["rows"] != [[dataset["rows"]]]:
            raise Violation(f"counting {dataset['name']} gave {counted}")
        api.send("queryDataSet", "POST", f"/v1/datasets/query/execute/{dataset['id']}", {"sql": "SELECT nothing FROM table"}, expect=400)
    nowhere = "/v1/datasets/00000000-0000-0000-0000-000000000000"
    api.send("getDataSet", "GET", nowhere, expect=404)
    api.send("exportDataSet", "GET", nowhere + "/data", headers={"Accept": "text/csv"}, expect=404)
    api.send("exportDataSet", "GET", f"/v1/datasets/{ready['datasets'][0]['id']}/data", headers={"Accept": "text/html"}, expect=406)


def check_workiva(api, ready):
    login = ready["workiva"]
    api.headers = dict(VERSION)
    form = {"grant_type": "client_credentials", "client_id": login["clientId"], "client_secret": login["clientSecret"]}
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    api.send("tokenRequest", "POST", "/oauth2/token", urllib.parse.urlencode({**form, "client_secret": "wrong"}).encode(), kind, expect=401)
    _, granted = api.send("tokenRequest", "POST", "/oauth2/token", urllib.parse.urlencode(form).encode(), kind)
    api.headers["Authorization"] = "Bearer " + granted["access_token"]

    for query in ("", "?$maxpagesize=1", "?$maxpagesize=1&$next=1", "?$orderBy=name%20desc", "?$orderBy=created/dateTime,name",
                  "?$filter=name%20eq%20'Scratch'", "?$filter=contains(name,'ing')%20and%20not%20(template%20eq%20true)"):
        api.send("getSpreadsheets", "GET", "/spreadsheets" + query)
    api.send("getSpreadsheets", "GET", "/spreadsheets?$filter=nothing", expect=400)
    for spreadsheet in ready["spreadsheets"]:
        path = f"/spreadsheets/{spreadsheet['id']}"
        api.send("getSpreadsheetById", "GET", path)
        api.send("getSpreadsheetById", "GET", path + "?$revision=1")
        api.send("getSpreadsheetMilestones", "GET", path + "/milestones")
        api.send("getSheets", "GET", path + "/sheets")
        api.send("getSheets", "GET", path + "/sheets?$maxpagesize=1")
        api.send("getSpreadsheetPermissions", "GET", path + "/permissions")
        for sheet in spreadsheet["sheets"]:
            at = f"{path}/sheets/{sheet['id']}"
            _, told = api.send("getSheetById", "GET", at)
            check_table(api, told["table"])
            api.send("getSheetPermissions", "GET", at + "/permissions?$filter=principalType%20eq%20'user'")
            api.send("getSheetData", "GET", at + "/sheetdata")
            for region in ("A1", "A1:D8", "A:A", "1:3", "B3:", "B3:F", "B3:20", ":"):
                api.send("getValuesByRange", "GET", f"{at}/values/{urllib.parse.quote(region, safe='')}")
    api.send("getSpreadsheetById", "GET", "/spreadsheets/none", expect=404)
    api.send("getSpreadsheetById", "GET", path + "?$revision=1000000", expect=404)
    api.send("getOperationById", "GET", "/operations/none", expect=404)
    api.send("getTableCells", "GET", "/content/tables/none/cells", expect=404)
    check_files(api, ready)
    check_writes(api, ready)


def check_table(api, table):
    path = f"/content/tables/{table['table']}"
    for query in ("", f"?$revision={table['revision']}", "?startRow=0&stopRow=3&startColumn=0&stopColumn=2&$maxcellsperpage=5",
                  "?startRow=2&stopColumn=1&$maxcellsperpage=1"):
        _, page = api.send("getTableCells", "GET", path + "/cells" + query)
        if page.get("@nextLink"):
            api.send("getTableCells", "GET", page["@nextLink"])
    api.send("getTableCells", "GET", path + "/cells?startRow=3&stopRow=2", expect=400)
    api.send("getTableCells", "GET", path + "/cells?$revision=1000000", expect=404)
    _, links = api.send("getRangeLinks", "GET", path + "/rangeLinks?$maxpagesize=1")
    for link in links["data"]:
        api.send("getRangeLinkDestinations", "GET", f"{path}/rangeLinks/{link['id']}/destinations",
                 expect=200 if link["type"] == "source" else 400)
    api.send("getRangeLinkDestinations", "GET", f"{path}/rangeLinks/none/destinations", expect=404)


def finish(api, head, status="completed"):
    """The path of the operation in a response's head, and the operation, which must have ended."""
    path = urllib.parse.urlsplit(head["Location"]).path
    _, operation = api.send("getOperationById", "GET", path)
    if operation["status"] != status:
        raise Violation(f"an operation is {operation}")
    return path, operation


def check_files(api, ready):
    filing = next(one for one in ready["spreadsheets"] if one["name"] == "Quarterly Filing")
    scratch = next(one for one in ready["spreadsheets"] if one["name"] == "Scratch")
    sheet = f"/spreadsheets/{filing['id']}/sheets/{filing['sheets'][1]['id']}"
    head, _ = api.send("copySheet", "POST", sheet + "/copy", {"spreadsheet": scratch["id"], "sheetName": "Copy", "sheetIndex": -1}, expect=202)
    _, operation = finish(api, head)
    _, made = api.send("getSheetById", "GET", operation["resourceUrl"])
    check_table(api, made["table"])
    api.send("deleteSheetById", "DELETE", operation["resourceUrl"], expect=204)
    api.send("copySheet", "POST", sheet + "/copy", {"spreadsheet": "none"}, expect=404)

    head, _ = api.send("spreadsheetExport", "POST", f"/spreadsheets/{filing['id']}/export",
                       {"format": "csv", "sheets": [filing["sheets"][1]["id"]]}, expect=202)
    finish(api, head)

    head, _ = api.send("milestoneCreation", "POST", "/milestones/creation",
                       {"type": "spreadsheet", "spreadsheet": scratch["id"], "title": "Before", "remarks": "of the filing"}, expect=202)
    path, operation = finish(api, head)
    api.send("getMilestoneCreationResults", "GET", path + "/milestoneCreationResults")
    api.send("getMilestoneById", "GET", operation["resourceUrl"])
    api.send("getSpreadsheetMilestones", "GET", f"/spreadsheets/{scratch['id']}/milestones")
    api.send("deleteMilestoneById", "DELETE", operation["resourceUrl"], expect=204)
    api.send("getMilestoneById", "GET", operation["resourceUrl"], expect=404)
    api.send("milestoneCreation", "POST", "/milestones/creation", {"type": "spreadsheet", "spreadsheet": "none", "title": "x"}, expect=400)


def check_writes(api, ready):
    scratch = next(one for one in ready["spreadsheets"] if one["name"] == "Scratch")
    root = f"/spreadsheets/{scratch['id']}"
    first = f"{root}/sheets/{scratch['sheets'][0]['id']}"
    head, _ = api.send("spreadsheetLinksPublication", "POST", root + "/links/publication", {"publishType": "allLinks"}, expect=202)
    finish(api, head)
    _, made = api.send("createSheet", "POST", root + "/sheets",
                       {"name": "Below", "parent": {"id": scratch["sheets"][0]["id"]}, "index": 0}, expect=201)
    at = f"{root}/sheets/{made['id']}"
    _, again = api.send("createSheet", "POST", root + "/sheets", {"name": "Below"}, expect=201)
    if again["name"] == "Below" or again["index"] != 0:
        raise Violation(f"a name in use made {again}")
    api.send("deleteSheetById", "DELETE", f"{root}/sheets/{again['id']}", expect=204)
    values = [["text", 1.5, True, None], ["=1+1", "", -2, "日本語 😀"]]
    head, _ = api.send("updateValuesByRange", "PUT", at + "/values/B3%3AE4", {"values": values}, expect=202)
    finish(api, head)
    api.send("updateValuesByRange", "PUT", at + "/values/A1", {"values": values}, expect=400)
    head, _ = api.send("updateValuesByRange", "PUT", at + "/values/B3%3AB3", {"values": []}, expect=202)
    finish(api, head)
    for query in ("?$valuestyle=raw", "?$valuestyle=calculated&$maxcellsperpage=3"):
        api.send("getValuesByRange", "GET", at + "/values/A1%3AE4" + query)

    block = {"startRow": 0, "startColumn": 0, "stopRow": 3, "stopColumn": 3}
    column = {"startColumn": 1, "stopColumn": 1, "startRow": None, "stopRow": None}
    lines = {"intervals": [{"start": 1, "end": 2}]}
    updates = [
        {"editCells": {"cells": [{"row": 0, "column": 0, "value": 5}, {"row": 1, "column": 0, "value": "x"}]}},
        {"editRange": {"range": block, "values": [["00123", 7], [None, False]]}},
        {"applyFormats": {"formats": [{"ranges": [block, column], "valueFormat": {"valueFormatType": "TEXT"}, "textFormat": {"bold": True},
                                       "cellFormat": {"horizontalAlign": "LEFT"}}]}},
        {"applyBorders": {"borders": [{"ranges": [block], "top": {"style": "SINGLE", "weight": 1, "color": "#000000"}}]}},
        {"clearBorders": {"ranges": [block]}},
        {"clearFormats": {"ranges": [block], "textFormatFields": ["bold"]}},
        {"mergeRanges": {"ranges": [block], "mergeType": "HORIZONTAL"}},
        {"unmergeRanges": {"ranges": [block]}},
        {"insertRows": {"insertions": [{"index": 1, "count": 2}], "inheritFrom": "BEFORE"}},
        {"insertColumns": {"insertions": [{"index": 1, "count": 1}], "inheritFrom": "NONE"}},
        {"hideRows": lines}, {"unhideRows": lines}, {"hideColumns": lines}, {"unhideColumns": lines},
        {"resizeRows": {"resizeIntervals": [{"size": 30, **lines}]}}, {"resizeColumns": {"resizeIntervals": [{"size": 90, **lines}]}},
        {"resizeRowsToFit": lines}, {"resizeColumnsToFit": lines}, {"deleteRows": lines}, {"deleteColumns": lines},
    ]
    for update in updates:
        head, _ = api.send("updateSheet", "POST", at + "/update", update, expect=202)
        finish(api, head)
        api.send("getSheetData", "GET", at + "/sheetdata?$cellrange=A1%3AF8&$maxcellsperpage=20")
    api.send("getSheetData", "GET", at + "/sheetdata?$fields=cells.value,merges")
    filing = next(one for one in ready["spreadsheets"] if one["name"] == "Quarterly Filing")
    locked = next(one for one in filing["sheets"] if one["name"] == "Signed Off")
    head, _ = api.send("updateValuesByRange", "PUT", f"/spreadsheets/{filing['id']}/sheets/{locked['id']}/values/A1", {"values": [[1]]}, expect=202)
    finish(api, head, "failed")
    api.send("deleteSheetById", "DELETE", at, expect=204)
    api.send("deleteSheetById", "DELETE", first, expect=409)


def check_client(cli, domo, workiva, ready):
    environment = {**os.environ,
                   "DOMO_CLIENT_ID": ready["domo"]["clientId"], "DOMO_CLIENT_SECRET": ready["domo"]["clientSecret"],
                   "WORKIVA_CLIENT_ID": ready["workiva"]["clientId"], "WORKIVA_CLIENT_SECRET": ready["workiva"]["clientSecret"]}
    scratch = next(one for one in ready["spreadsheets"] if one["name"] == "Scratch")
    data = tempfile.TemporaryDirectory()
    for dataset in ready["datasets"]:
        done = subprocess.run(
            [cli, "copy", "--domo-url", domo.url, "--workiva-url", workiva.url, "--dataset", dataset["id"],
             "--spreadsheet", scratch["id"], "--sheet", scratch["sheets"][0]["id"], "--region", "B3:", "--yes", "--allow-clearing",
             "--json", "--data-dir", data.name],
            env=environment, capture_output=True, text=True, timeout=120)
        if done.returncode != 0:
            raise Violation(f"copying {dataset['name']} ended with {done.returncode}: {done.stdout}{done.stderr}")
        print(f"copied {dataset['name']}", flush=True)
    # A plan of rows that go reads the cells around the region, its range links and the sheet's table.
    filing = next(one for one in ready["spreadsheets"] if one["name"] == "Quarterly Filing")
    balance = next(one for one in filing["sheets"] if one["name"] == "Balance Sheet")
    done = subprocess.run(
        [cli, "plan", "--domo-url", domo.url, "--workiva-url", workiva.url, "--dataset", ready["datasets"][0]["id"],
         "--spreadsheet", filing["id"], "--sheet", balance["id"], "--region", "A2:Z500", "--json", "--data-dir", data.name],
        env=environment, capture_output=True, text=True, timeout=120)
    guards = {one["name"]: one for one in json.loads(done.stdout)["guards"]}
    for name in ("keys-under-formulas", "keys-under-links", "locked-cells", "equal-formulas", "spreadsheet-full"):
        if done.returncode != 10 or guards[name]["verdict"] == "notMade":
            raise Violation(f"planning ended with {done.returncode}, {name} is {guards[name]}: {done.stderr}")
        print(f"{name}: {guards[name]['verdict']}", flush=True)


def main():
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    prism = os.environ.get("WRITEBACK_PRISM") or str(HERE / "node_modules" / ".bin" / "prism")
    if not os.access(prism, os.X_OK):
        raise SystemExit(f"{prism} is missing: run npm ci in {HERE}")
    processes = []
    try:
        # Links without a host lead through the proxies, whatever Host header they send.
        sandbox = subprocess.Popen([sys.argv[1], "--relative-links"], stdout=subprocess.PIPE, text=True)
        processes.append(sandbox)
        ready = json.loads(sandbox.stdout.readline())
        apis = []
        for contract, side in (("domo.yaml", "domo"), ("workiva-2026-01-01.yaml", "workiva")):
            apis.append(Api(prism, contract, ready[side]["url"]))
            processes.append(apis[-1].process)
        for api in apis:
            wait_for(api.port, api.process)
        check_domo(apis[0], ready)
        check_workiva(apis[1], ready)
        for api in apis:
            if api.operations != api.sent:
                raise Violation(f"never sent: {', '.join(sorted(api.operations - api.sent))}")
        if len(sys.argv) > 2:
            check_client(sys.argv[2], *apis, ready)
    except Violation as violation:
        print(violation, file=sys.stderr)
        return 1
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait(30)
    return 0


sys.exit(main())
