"""Groups, sums and conditions on typed columns, beside DuckDB with the same columns in memory.

Both sides work out all groups and give a fingerprint of them: how many, their total, and the sum
of their remainders by a prime. So the answers can be compared, and neither prints a long table.
"""

from ..bench import Bar, Row

PEOPLE = ["Aurèle Vermeulen", "Mahaut Ghorbal", "Joachim d'Ormeaux", "Ombeline Straßer"]
PRIME = 1_000_003

OURS = f"summarize groups = count(), total = sum(n), rest = sum(n % {PRIME})"
THEIRS = f"SELECT count(*), sum(n), sum(n % {PRIME}) FROM"


def grouped(aggregate, keys, sql_aggregate, sql_keys):
    line = f"messages | summarize n = {aggregate} by {keys} | {OURS}"
    statement = f"{THEIRS} (SELECT {sql_aggregate} AS n FROM messages GROUP BY {sql_keys})"

    def measure(bench):
        session, peer = bench.session(bench.large), bench.duckdb(bench.large)
        return bench.compare(lambda: session.numbers(line), lambda: peer.numbers(statement))
    return measure


def ranged(bench):
    session, peer = bench.session(bench.large), bench.duckdb(bench.large)
    names = ", ".join(f'"{name}"' for name in PEOPLE)
    line = f"messages | where date in 2016-03..2019-05 and sender in ({names}) | count"
    statement = ("SELECT count(*) FROM messages WHERE date >= '2016-03-01' AND date < '2019-06-01' "
                 f"AND sender IN ({peer.keys(PEOPLE)})")
    return bench.compare(lambda: session.number(line), lambda: peer.number(statement))


def contains(condition, sql_condition):
    line = f"messages | where text {condition} | count"
    statement = f"SELECT count(*) FROM messages WHERE {sql_condition}"

    def measure(bench):
        session, peer = bench.session(bench.small), bench.duckdb(bench.small)
        return bench.compare(lambda: session.number(line), lambda: peer.number(statement))
    return measure


DUCKDB = "DuckDB in memory, integer keys"
DAY = "CAST(date AS DATE)"

ROWS = [
    Row("count by sender, {large}", DUCKDB, Bar(0.3),
        grouped("count()", "sender", "count(*)", "sender")),
    Row("sum of a column of numbers by sender, {large}", DUCKDB, Bar(0.3),
        grouped("sum(id)", "sender", "sum(id)", "sender")),
    Row("sum of words by sender, {large}, from the second question on", DUCKDB, Bar(0.3),
        grouped("sum(words)", "sender", "sum(words)", "sender")),
    Row("count by day, {large}", DUCKDB, Bar(1.0), grouped("count()", "day", "count(*)", DAY)),
    Row("count by day and sender, {large}", DUCKDB, Bar(0.5),
        grouped("count()", "day, sender", "count(*)", f"{DAY}, sender")),
    Row("count in a range of dates, of four senders, {large}", DUCKDB, Bar(1.0), ranged),
    Row("text contains, exact, {small}", "DuckDB `LIKE`", Bar(0.5),
        contains('contains exact "dimanche"', "text LIKE '%dimanche%'")),
    Row("text contains, folded, {small}", "DuckDB `ILIKE`", Bar(0.1),
        contains('contains "lundi"', "text ILIKE '%lundi%'")),
    Row("text contains, folded, {small}", "DuckDB `strip_accents`", Bar(0.05),
        contains('contains "theatre"', "strip_accents(lower(text)) LIKE '%theatre%'")),
]
