"""Shared by the tests of the whole program: starting a sandbox, and entering a writeback."""
import json
import subprocess


def start_sandbox(test, program, *options):
    """Starts a sandbox and returns its start line: addresses, credentials, IDs."""
    sandbox = subprocess.Popen([program, *options], stdout=subprocess.PIPE, text=True)
    test.addCleanup(sandbox.communicate)
    test.addCleanup(sandbox.terminate)
    return json.loads(sandbox.stdout.readline())


def enter_account(program, services, domo_secret=None):
    """Fills in the credentials of a new account."""
    program.press("check box", "Advanced: custom addresses")
    for role, name, text in [("text", "Account name", "Finance"),
                             ("text", "Domo Client ID", services["domo"]["clientId"]),
                             ("password text", "Domo Client Secret", domo_secret or services["domo"]["clientSecret"]),
                             ("text", "Workiva Client ID", services["workiva"]["clientId"]),
                             ("password text", "Workiva Client Secret", services["workiva"]["clientSecret"]),
                             ("text", "Domo address", services["domo"]["url"]),
                             ("text", "Workiva address", services["workiva"]["url"])]:
        program.type(role, name, text)


def store_account(program, services):
    """Adds an account in the Accounts dialog."""
    program.window("frame")
    program.menu("File", "Accounts…")
    enter_account(program, services)
    program.press("push button", "Save changes")
    program.says("Saved.")
    program.press("push button", "Close")
    program.window("frame")


def store_writeback(data, number, name, **further):
    """Adds the file of a writeback, which uses the only account."""
    account, = (data / "accounts").glob("*.json")
    profile = {"schemaVersion": 1, "id": f"{number + 1:032x}", "name": name, "accountId": account.stem,
               "updateMethod": "replace", **further}
    file = data / "profiles" / f"{profile['id']}.json"
    file.with_suffix(".new").write_text(json.dumps(profile))
    file.with_suffix(".new").replace(file)  # a program that watches the folder finds it complete


def save_a_writeback(program, services, dataset=0, has_account=False):
    """Creates a writeback to the empty spreadsheet, from the home window through the wizard."""
    program.press("push button", "New writeback…")
    if not has_account:
        enter_account(program, services)
    program.press("push button", "Next >")
    program.type("text", "Domo DataSet ID", services["datasets"][dataset]["id"])
    program.type("text", "Spreadsheet ID", services["spreadsheets"][-1]["id"])
    program.type("text", "Region", "B3:")
    program.press("push button", "Next >")
    program.find("table", "Changes")
    program.press("push button", "Next >")
    program.find("radio button", "Manually")
    program.press("push button", "Next >")
    program.press("push button", "Save")
    program.find("table cell", "Never run")
