"""Reads a mail from standard input as a mail program does, and prints its headers and text as JSON."""

import email
import email.policy
import json
import sys

mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
json.dump({"headers": {name.lower(): str(value) for name, value in mail.items()},
           "names": [name.lower() for name in mail.keys()],
           "to": [address.addr_spec for address in mail["to"].addresses],
           "date": mail["date"].datetime.isoformat(),
           "text": mail.get_content(),
           "defects": [str(defect) for defect in mail.defects]
                      + [str(defect) for name in mail.keys() for defect in mail[name].defects]}, sys.stdout)
