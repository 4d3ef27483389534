"""The side of DuckDB that Scripts/bench sees: a table of the same messages, in memory."""

import json
import subprocess
from pathlib import Path

from .data import remove
from .measuring import Failure, Taken

SERVER = Path(__file__).with_name("duck.py")


class DuckDB:
    """A process that holds a table `messages`. Its columns are date, id, words and the sender as a
    dense integer key; where texts are asked for, also text and the sender's name."""

    def __init__(self, python, data, session, with_text):
        """Takes the messages that the session has loaded, by way of a file."""
        self.process = subprocess.Popen([str(python), str(SERVER)], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE)
        path = data.scratch("messages.csv")
        columns = "date, sender, id, words" + (", text" if with_text else "")
        try:
            session.ask(f'messages | select {columns} | export "{path}" --force')
            self._load(path, with_text)
        finally:
            remove(path)

    def _load(self, path, with_text):
        types = {"date": "TIMESTAMP", "sender": "VARCHAR", "id": "INTEGER", "words": "INTEGER"}
        if with_text:
            types["text"] = "VARCHAR"
        file = f"read_csv('{path}', header = true, quote = '\"', escape = '\"', columns = {types})"
        # Key 0 is for the notices, which have no sender.
        self.ask("CREATE TABLE people AS "
                 "SELECT name, CAST(row_number() OVER (ORDER BY name) AS INTEGER) AS key "
                 f"FROM (SELECT DISTINCT sender AS name FROM {file} WHERE sender <> '')")
        text = ", sender AS name, text" if with_text else ""
        self.ask("CREATE TABLE messages AS SELECT date, coalesce(key, 0) AS sender, id, words"
                 f"{text} FROM {file} LEFT JOIN people ON sender = name ORDER BY id")

    def ask(self, statement):
        """The time that a statement took, and its rows."""
        self.process.stdin.write(json.dumps(statement).encode() + b"\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise Failure("the process that holds DuckDB has ended")
        answer = json.loads(line)
        if "error" in answer:
            raise Failure(f"{statement}\n{answer['error']}")
        return Taken(answer["seconds"], answer["rows"])

    def numbers(self, statement):
        """The same of a statement whose answer is one row of numbers."""
        taken = self.ask(statement)
        return Taken(taken.value, [int(cell) for cell in taken.answer[0]])

    def number(self, statement):
        taken = self.numbers(statement)
        return Taken(taken.value, taken.answer[0])

    def keys(self, names):
        """The keys of people, as SQL writes a list."""
        rows = self.ask("SELECT name, key FROM people").answer
        return ", ".join(str(key) for name, key in rows if name in names)

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()
