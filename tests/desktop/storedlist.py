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


def run_of(profile, account, run):
    """A run as a row of the history."""
    hours, state, error, status = run
    started = int((time.time() - hours * HOUR) * 1000)
    counts = {"cellsPlanned": 274, "cellsChanged": 238, "cellsAdded": 12, "cellsCleared": 24, "cellsUnchanged": 12345,
              "cellsWritten": 250, "cellsCompared": 12619, "cellsWrong": 3 if state == "mismatch" else 0}
    return {"profileId": profile["id"], "profileName": profile["name"], "account": account, "clientId": "client",
            "program": "workiva-writeback", "version": "0.1.0", "isCheck": 0, "dataSetId": profile["dataSetId"],
            "workiva": "https://workiva.example", "spreadsheetId": profile["spreadsheetId"],
            "sheetId": profile["sheetId"], "sheetKey": uuid.uuid4().hex, "region": profile["region"],
            "target": f"{profile['spreadsheetName']} / {profile['sheetPath']}, {profile['region']}",
            "started": started, "ended": started + 4200 if state else None, "state": state, "error": error,
            "service": "Workiva" if error else "", "httpStatus": status, "subject": profile["sheetPath"],
            "detail": "<p>upstream request timeout</p>" if status else "", "requestId": "8f2c-41aa" if status else "",
            "range": "B3:K27", "sourceRows": 25, "sourceColumns": 10, "requests": 14, "retries": 1, **counts}


def insert(history, table, row):
    columns = ", ".join(row)
    return history.execute(f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(row))})",
                           list(row.values())).lastrowid


def store_list(folder):
    """Stores copies of the one writeback in a data folder, under these names and with these runs."""
    original = next((folder / "profiles").glob("*.json"))
    profile = json.loads(original.read_text())
    original.unlink()
    account = json.loads((folder / "accounts" / f"{profile['accountId']}.json").read_text())["name"]
    with sqlite3.connect(folder / "history.sqlite") as history:
        for name, runs in RUNS.items():
            one = profile | {"id": uuid.uuid4().hex, "name": name, "description": f"Every month: {name}",
                             "group": GROUPS.get(name, ""), "archived": name == "Old segments"}
            if name in (LONG, HTML, CJK, HEBREW):
                one |= {"dataSetName": name, "spreadsheetName": name, "sheetPath": f"{name} / {name}"}
            (folder / "profiles" / f"{one['id']}.json").write_text(json.dumps(one))
            for run in runs:
                row = insert(history, "runs", run_of(one, account, run))
                if run[1] in (None, "outcome unknown"):
                    insert(history, "changes", {"run": row, "range": "B3:K27", "sent": 1})
    history.close()
