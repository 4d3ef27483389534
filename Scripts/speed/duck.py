"""DuckDB with a table in memory, asked line by line. Run by the Python that has duckdb.

Reads statements in JSON, a line each; answers each with a line: the seconds it took and its rows,
or an error. A statement is timed until its rows are fetched.
"""

import json
import os
import sys
import time

import duckdb


def main():
    connection = duckdb.connect(":memory:")
    connection.execute(f"SET threads = {len(os.sched_getaffinity(0))}")
    for line in sys.stdin:
        started = time.perf_counter()
        try:
            rows = connection.execute(json.loads(line)).fetchall()
            answer = {"seconds": time.perf_counter() - started, "rows": rows}
        except duckdb.Error as error:
            answer = {"error": str(error)}
        print(json.dumps(answer, default=str), flush=True)


main()
