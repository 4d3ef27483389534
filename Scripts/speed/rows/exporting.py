"""Writing messages to files."""

import csv
import json
import sqlite3
import statistics

from ..bench import Bar, Figure, Row, duration
from ..data import remove
from ..measuring import Failure, Taken

OURS = "messages | select date, sender, text"
THEIRS = "SELECT date, name AS sender, text FROM messages"


def csv_rows(file):
    reader = csv.reader(file)
    next(reader)
    for date, sender, text in reader:
        yield date.replace("T", " "), sender, text


def jsonl_rows(file):
    for line in file:
        row = json.loads(line)
        yield row["date"].replace("T", " "), row["sender"], row["text"]


def same(ours, theirs):
    """Fails where one gives other rows than the other."""
    for number, row in enumerate(ours, start=1):
        found = next(theirs, None)
        if row != found:
            raise Failure(f"row {number} of the exports differs: {row} and {found}")
    if next(theirs, None) is not None:
        raise Failure(f"causerie's export ends after {number} rows")


def check(one, other, rows):
    """Fails where two files do not hold the same rows."""
    with open(one, encoding="utf-8", newline="") as ours, \
         open(other, encoding="utf-8", newline="") as theirs:
        same(rows(ours), rows(theirs))


def beside_copy(ending, options, rows):
    def measure(bench):
        session, peer = bench.session(bench.small), bench.duckdb(bench.small)
        ours, theirs = bench.data.scratch(f"ours{ending}"), bench.data.scratch(f"theirs{ending}")
        line = f'{OURS} | export "{ours}" --force'
        statement = f"COPY ({THEIRS}) TO '{theirs}' ({options})"
        try:
            session.ask(line)
            peer.ask(statement)
            check(ours, theirs, rows)
            return bench.compare(lambda: Taken(session.ask(line).value),
                                 lambda: Taken(peer.ask(statement).value))
        finally:
            remove(ours)
            remove(theirs)
    return measure


def database_rows(path):
    connection = sqlite3.connect(path)
    try:
        yield from connection.execute("SELECT date, sender, text FROM messages ORDER BY rowid")
    finally:
        connection.close()


def to_sqlite(bench):
    """Beside no other program: the database holds what the csv does."""
    path, other = bench.data.scratch("ours.sqlite"), bench.data.scratch("ours.csv")
    line = f'{OURS} | export "{path}" --force'
    session = bench.session(bench.small)
    try:
        session.ask(line)
        session.ask(f'{OURS} | export "{other}" --force')
        with open(other, encoding="utf-8", newline="") as file:
            same(((date.replace("T", " "), sender or "", text)
                  for date, sender, text in database_rows(path)), csv_rows(file))
        seconds = statistics.median(session.ask(line).value for _ in range(bench.count))
        return Figure(bench.small.messages / seconds / 1e6, duration(seconds))
    finally:
        remove(path)
        remove(other)


ROWS = [
    Row("export {small} rows to SQLite", "rows a second", Bar(0.7, is_least=True, unit=" M"),
        to_sqlite),
    Row("export {small} rows to csv", "DuckDB `COPY`", Bar(1.0),
        beside_copy(".csv", "HEADER", csv_rows)),
    Row("export {small} rows to jsonl", "DuckDB `COPY`", Bar(1.0),
        beside_copy(".jsonl", "FORMAT json", jsonl_rows)),
]
