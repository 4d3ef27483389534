"""Starting, loading, memory."""

import csv
import io
import json
import statistics
from pathlib import Path

from ..bench import Bar, Figure, Row, significant
from ..measuring import Failure, Taken, succeeded

FORMATS = Path(__file__).parent.parent / "lnav"

# It refuses more than 50 MB unless it is told not to.
WHATSTK = """
import json, sys
from whatstk import df_from_whatsapp
chat = df_from_whatsapp(sys.argv[1], max_size=None)
print(json.dumps(chat.groupby("username").size().to_dict()))
"""


def start(bench):
    peer = bench.peers.need("sqlite3")
    return bench.compare(
        lambda: Taken(succeeded([bench.program, "--no-init", "-c", ""], quiet=True).seconds),
        lambda: Taken(succeeded([peer, ":memory:", "select 1"], quiet=True).seconds),
        count=bench.count * 20)


def rows_of(output):
    """Sender → count, of csv with a header row."""
    return dict(list(csv.reader(io.StringIO(output.decode())))[1:])


def people(counts):
    """Messages by sender, named as the export writes them less the mark of those who are no
    contacts; what stands for notices left out."""
    plain = {name.lstrip("~\u202f "): int(count) for name, count in counts.items()}
    return {name: count for name, count in sorted(plain.items())
            if name not in ("", "Atelier du quai")}


def counted(bench, path, chat):
    """Loads a path and counts by sender, in a process of its own, and checks the count against what
    the generator knows."""
    done = succeeded([bench.program, "--no-init", "--quiet", "--output", "csv", str(path),
                      "-c", "messages | count by sender"])
    rows = rows_of(done.output)
    counts = people(rows)
    if counts != people(chat.truth["senders"]):
        raise Failure(f"{path}: the messages by sender are not those that were made: {counts}")
    if rows.get("") != str(chat.truth["notices"]):
        raise Failure(f"{path}: there should be {chat.truth['notices']} notices")
    return Taken(done.seconds, counts)


def load(form):
    def measure(bench):
        chat = bench.data.chat(bench.data.large, form)

        def lines():
            done = succeeded(["wc", "-l", str(chat.path)])
            if int(done.output.split()[0]) != chat.truth["lines"]:
                raise Failure(f"{chat.path} does not have the lines that were made; remove it")
            return Taken(done.seconds)

        return bench.compare(lambda: counted(bench, chat.path, chat), lines)
    return measure


def beside_lnav(bench):
    peer, chat = bench.peers.need("lnav"), bench.small
    query = ";SELECT sender, count(*) AS n FROM chat_export GROUP BY sender"

    def theirs():
        done = succeeded([peer, "-I", str(FORMATS), "-n", "-c", query, "-c", ":write-csv-to -",
                          str(chat.path)])
        return Taken(done.seconds, people(rows_of(done.output)))
    return bench.compare(lambda: counted(bench, chat.path, chat), theirs)


def beside_whatstk(bench):
    peer, chat = bench.peers.need("whatstk"), bench.small

    def theirs():
        done = succeeded([peer, "-c", WHATSTK, str(chat.path)])
        return Taken(done.seconds, people(json.loads(done.output)))
    return bench.compare(lambda: counted(bench, chat.path, chat), theirs)


def memory(which):
    def measure(bench):
        chat = getattr(bench, which)
        peaks = [succeeded([bench.program, "--no-init", "--quiet", str(chat.path), "-c", "load"])
                 .peak for _ in range(3)]
        peak = statistics.median(peaks)
        return Figure((peak - chat.bytes) / chat.messages, f"{significant(peak / 1e6)} MB",
                      f"{significant(chat.bytes / 1e6)} MB")
    return measure


def folder(bench):
    peer, chunks = bench.peers.need("rg"), str(bench.data.chunks())
    return bench.compare(
        lambda: counted(bench, chunks, bench.small),
        lambda: Taken(succeeded([peer, "-c", "-F", "dimanche", chunks]).seconds))


def archive(ending):
    def measure(bench):
        peer = bench.peers.need("bsdtar")
        path = str(bench.data.archive(ending))
        return bench.compare(
            lambda: counted(bench, path, bench.small),
            lambda: Taken(succeeded([peer, "-xOf", path], quiet=True).seconds))
    return measure


ROWS = [
    Row("start, carry out nothing, exit", "`sqlite3 :memory: 'select 1'`", Bar(3), start),
    Row("load {large} messages, iOS, and count by sender", "`wc -l`", Bar(4), load("ios")),
    Row("load {large} messages, Android, and count by sender", "`wc -l`", Bar(4), load("android")),
    Row("load {small} messages and count by sender", "lnav", Bar(0.06), beside_lnav),
    Row("load {small} messages and count by sender", "whatstk", Bar(0.01), beside_whatstk),
    Row("memory after loading {large} messages", "the text itself",
        Bar(40, unit=" bytes a message"), memory("large")),
    Row("memory after loading {small} messages", "the text itself",
        Bar(40, unit=" bytes a message"), memory("small")),
    Row("load a folder of chunks, {small} messages, and count by sender",
        "`rg -c -F word folder/`", Bar(1.3), folder),
    *(Row(f"load the folder as {ending} and count by sender", "`bsdtar -xOf`", Bar(limit),
          archive(ending))
      for ending, limit in ((".tar", 1.5), (".tar.gz", 1.2), (".tar.zst", 1.2), (".zip", 1.0))),
]
