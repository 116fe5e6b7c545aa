"""A list of writebacks in every state, with names that are hard to show, written to the folder of a program that does
not run."""
import json
import sqlite3
import time
import uuid

LONG = "Consolidated trial balance of all subsidiaries " * 4 + "with notes"  # 198 characters
HTML = "<b>Debt</b> & <script>"
CJK = "第3四半期の連結試算表(子会社を含む)"
HEBREW = "מאזן בוחן רבעוני של חברת האם"
NEVER = "Headcount by cost center"

GROUPS = {LONG: "Month end", HTML: "<i>Audit</i> & tax", CJK: "月次決算", "Lease liabilities": "Month end"}
HOUR = 3600
SUBJECTS = {"mismatch": "F12", "overflow": "B3:K1264"}  # of an error: a cell, what the data needs

# Of each writeback: its runs, the latest last, as the hours since then, the state (none: interrupted), the kind of the
# error, the request's status and whether something was sent.
RUNS = {
    "Trial balance": [(700, "verified", "", 0), (30, "nothing to do", "", 0), (0.1, "verified", "", 0)],
    LONG: [(26, "verified", "", 0), (2, "failed", "timedOut", 504)],
    HTML: [(50, "verified", "", 0), (3, "mismatch", "mismatch", 0)],
    CJK: [(49, "verified", "", 0), (5, "outcome unknown", "outcomeUnknown", 504)],
    HEBREW: [(40, "verified", "", 0), (1, None, "", 0)],
    "Lease liabilities": [(24 * 9, "partly written", "connectionLost", 0)],
    "Accruals": [(7, "refused", "overflow", 0)],
    "Fixed assets": [(8, "refused", "declined", 0)],
    "Intercompany": [(24 * 40, "cancelled", "cancelled", 0)],
    "Cash": [(24 * 400, "nothing to do", "", 0)],
    "Old segments": [(24 * 500, "verified", "", 0)],
    NEVER: [],
}

# What was noted of a schedule, with the hours since then.
NOTES = {LONG: [(27, "handedOver"), (14, "missed"), (8, "noNewData"), (5, "paused")]}


def automatic(days, zone):
    return {"kind": "automatically", "days": days, "times": {"kind": "setTimes", "at": ["06:00"]}, "timeZone": zone,
            "catchUpMinutes": 0, "onlyNewData": False, "pauseAfter": 0, "confirmChanges": False}


SCHEDULES = {
    "Trial balance": automatic({"kind": "everyDays", "every": 1}, "Europe/Berlin"),
    LONG: automatic({"kind": "businessDay", "everyMonths": 1, "which": 3, "weekend": ["saturday", "sunday"],
                     "holidays": ""}, "America/Argentina/ComodRivadavia"),
    "Accruals": automatic({"kind": "businessDay", "everyMonths": 1, "which": -1, "weekend": ["friday", "saturday"],
                           "holidays": "/nowhere/holidays.ics"}, "Asia/Dubai"),
    NEVER: {"kind": "manually", "remindAfterDays": 30},
}

# What a list may look like at the end of a quarter, for the README: group, spreadsheet, path of the sheet, region, runs.
QUARTER = {
    "Trial balance, Entity 01": ("10-Q", "Quarterly Filing", "Balance Sheet / Trial Balance", "B3:",
                                 [(1800, "verified", "", 0), (722, "refused", "overflow", 0), (721.9, "verified", "", 0),
                                  (0.2, "verified", "", 0)]),
    "Trial balance, Entity 02": ("10-Q", "Quarterly Filing", "Balance Sheet / Trial Balance 02", "B3:K900",
                                 [(722, "verified", "", 0), (0.1, "refused", "overflow", 0)]),
    "Debt schedule": ("10-Q", "Notes", "Note 9 Debt", "C4:H40", [(0.8, "verified", "", 0)]),
    "Lease liabilities": ("10-Q", "Notes", "Note 14 Leases", "A:K",
                          [(26, "verified", "", 0), (0.6, "failed", "timedOut", 504)]),
    "Segment revenue": ("10-Q", "Notes", "Note 3 Segments", "B5:", [(0.9, "verified", "", 0)]),
    "Headcount by department": ("Management report", "Headcount Report", "Data", "A2:G", [(0.5, "verified", "", 0)]),
    "Tax provision": ("Management report", "Tax Workbook", "Provision", "A1:F60", [(1, "nothing to do", "", 0)]),
    "ESG emissions": ("Management report", "ESG Report", "Scope 1 and 2", "A2:", []),
}


def run_of(profile, account, run):
    """A run as a row of the history."""
    hours, state, error, status = run
    started = int((time.time() - hours * HOUR) * 1000)
    counts = {"cellsPlanned": 274, "cellsChanged": 238, "cellsAdded": 12, "cellsCleared": 24, "cellsUnchanged": 12346,
              "cellsWritten": {"verified": 274, "partly written": 250}.get(state, 0),
              "cellsCompared": 12620, "cellsWrong": 3 if state == "mismatch" else 0}
    if state == "nothing to do":
        counts |= {"cellsPlanned": 0, "cellsChanged": 0, "cellsAdded": 0, "cellsCleared": 0, "cellsUnchanged": 12620}
    return {"profileId": profile["id"], "profileName": profile["name"], "account": account, "clientId": "client",
            "program": "workiva-writeback", "version": "0.1.0", "isCheck": 0, "dataSetId": profile["dataSetId"],
            "workiva": "https://workiva.example", "spreadsheetId": profile["spreadsheetId"],
            "sheetId": profile["sheetId"], "sheetKey": uuid.uuid4().hex, "region": profile["region"],
            "target": f"{profile['spreadsheetName']} / {profile['sheetPath']}, {profile['region']}",
            "started": started, "ended": started + 4200 if state else None, "state": state, "error": error,
            "service": "workiva" if error else "", "httpStatus": status, "subject": SUBJECTS.get(error, ""),
            "detail": "upstream request timeout" if status else "", "requestId": "8f2c-41aa" if status else "",
            "range": "B3:K1264", "sourceRows": 1261, "sourceColumns": 10, "requests": 14, "retries": 1, **counts}


def insert(history, table, row):
    columns = ", ".join(row)
    return history.execute(f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(row))})",
                           list(row.values())).lastrowid


def names_hard_to_show():
    for name, runs in RUNS.items():
        fields = {"name": name, "group": GROUPS.get(name, ""), "archived": name == "Old segments"}
        if name in (LONG, HTML, CJK, HEBREW):
            fields |= {"dataSetName": name, "spreadsheetName": name, "sheetPath": f"{name} / {name}"}
        else:
            fields |= {"dataSetName": name, "spreadsheetName": "Quarterly Filing", "sheetPath": name}
        if name in SCHEDULES:
            fields["schedule"] = SCHEDULES[name]
        if name == "Accruals":
            fields["region"] = "B3:K900"  # too small
        yield fields, runs


def end_of_a_quarter():
    for name, (group, spreadsheet, path, region, runs) in QUARTER.items():
        yield {"name": name, "group": group, "dataSetName": name, "spreadsheetName": spreadsheet, "sheetPath": path,
               "region": region}, runs


def store_list(folder, listed):
    """Stores copies of the one writeback in a data folder, with these fields and runs."""
    original = next((folder / "profiles").glob("*.json"))
    profile = json.loads(original.read_text())
    original.unlink()
    account = json.loads((folder / "accounts" / f"{profile['accountId']}.json").read_text())["name"]
    with sqlite3.connect(folder / "history.sqlite") as history:
        for fields, runs in listed:
            one = profile | {"id": uuid.uuid4().hex, "description": f"Every month: {fields['name']}"} | fields
            (folder / "profiles" / f"{one['id']}.json").write_text(json.dumps(one))
            for run in runs:
                row = insert(history, "runs", run_of(one, account, run))
                if run[1] in (None, "outcome unknown"):
                    insert(history, "changes", {"run": row, "range": "B3:K1264", "sent": 1})
            for hours, what in NOTES.get(fields["name"], []):
                then = int((time.time() - hours * HOUR) * 1000)
                insert(history, "scheduleLog", {"profileId": one["id"], "due": then, "what": what, "noted": then})
    history.close()
