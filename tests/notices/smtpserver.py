"""A mail server on a free loopback port. Prints its port, then what happens as one JSON document a line: sign-ins, mails, and
connections that were closed. Ends with its standard input."""

import argparse
import base64
import json
import socket
import ssl
import sys
import threading

parser = argparse.ArgumentParser()
parser.add_argument("--tls", choices=["none", "starttls", "tls"], default="none")
parser.add_argument("--certificate", help="PEM file with certificate and key")
parser.add_argument("--user")
parser.add_argument("--password")
parser.add_argument("--reply", action="append", default=[], metavar="WORD=LINE", help="instead of the usual one to this command")
parser.add_argument("--refuse", action="append", default=[], metavar="MAILBOX=LINE")
parser.add_argument("--silent", action="store_true", help="never says anything")
parser.add_argument("--drop-after", metavar="WORD", help="closes the connection instead of replying to this command")
options = parser.parse_args()

replies = dict(reply.split("=", 1) for reply in options.reply)
refused = dict(refusal.split("=", 1) for refusal in options.refuse)
printing = threading.Lock()


def tell(**what):
    with printing:
        print(json.dumps(what), flush=True)


class Conversation:
    def __init__(self, connection):
        self.connection = connection
        self.rest = b""
        self.secure = False
        self.user = None
        self.sender = None
        self.recipients = []

    def encrypt(self):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(options.certificate)
        self.connection = context.wrap_socket(self.connection, server_side=True)
        self.secure = True
        self.rest = b""

    def say(self, line):
        self.connection.sendall(line.encode() + b"\r\n")

    def line(self):
        while b"\r\n" not in self.rest:
            piece = self.connection.recv(65536)
            if not piece:
                raise ConnectionError
            self.rest += piece
        line, self.rest = self.rest.split(b"\r\n", 1)
        return line

    def decoded(self):
        return base64.b64decode(self.line()).decode()

    def run(self):
        if options.silent:
            while self.connection.recv(65536):
                pass
            return
        if options.tls == "tls":
            self.encrypt()
        self.say(replies.get("greeting", "220 mail.test ESMTP"))
        while self.command(self.line().decode()):
            pass

    def command(self, line):
        word = line.split(" ")[0].split(":")[0].upper()
        if word == options.drop_after:
            return False
        if word in replies:
            self.say(replies[word])
            return True
        return getattr(self, "on_" + word.lower(), self.on_other)(line)

    def on_ehlo(self, line):
        features = ["mail.test", "SIZE 1000000"]
        if options.tls == "starttls" and not self.secure:
            features.append("STARTTLS")
        elif options.user:
            features.append("AUTH PLAIN LOGIN")
        for feature in features[:-1]:
            self.say("250-" + feature)
        self.say("250 " + features[-1])
        return True

    def on_starttls(self, line):
        self.say("220 go ahead")
        self.encrypt()
        return True

    def on_auth(self, line):
        words = line.split(" ")
        if words[1].upper() == "PLAIN":
            if len(words) < 3:
                self.say("334 ")
                given = self.decoded()
            else:
                given = base64.b64decode(words[2]).decode()
            _, user, password = given.split("\0")
        else:
            self.say("334 " + base64.b64encode(b"Username:").decode())
            user = self.decoded()
            self.say("334 " + base64.b64encode(b"Password:").decode())
            password = self.decoded()
        tell(event="signIn", user=user, secure=self.secure)
        if (user, password) != (options.user, options.password):
            self.say("535 5.7.8 %s with password %s is not known" % (user, password))
            return True
        self.user = user
        self.say("235 welcome")
        return True

    def on_mail(self, line):
        if options.user and not self.user:
            self.say("530 sign in first")
            return True
        self.sender = line.split("<")[1].split(">")[0]
        self.recipients = []
        self.say("250 OK")
        return True

    def on_rcpt(self, line):
        mailbox = line.split("<")[1].split(">")[0]
        if mailbox in refused:
            self.say(refused[mailbox])
            return True
        self.recipients.append(mailbox)
        self.say("250 OK")
        return True

    def on_data(self, line):
        self.say("354 go ahead")
        lines = []
        while (one := self.line()) != b".":
            lines.append(one[1:] if one.startswith(b".") else one)
        if "content" in replies:
            self.say(replies["content"])
            return True
        data = b"".join(one + b"\r\n" for one in lines)
        tell(event="mail", sender=self.sender, recipients=self.recipients, user=self.user, secure=self.secure,
             data=base64.b64encode(data).decode())
        self.say("250 accepted")
        return True

    def on_quit(self, line):
        self.say("221 bye")
        return False

    def on_other(self, line):
        self.say("502 not here")
        return True


def serve(connection):
    try:
        Conversation(connection).run()
    except (OSError, ConnectionError):
        pass
    connection.close()
    tell(event="closed")


def listen():
    while True:
        threading.Thread(target=serve, args=[listener.accept()[0]], daemon=True).start()


listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
threading.Thread(target=listen, daemon=True).start()
sys.stdin.read()
