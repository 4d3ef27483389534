"""Counted instructions of five fixed jobs: nearly the same on each run, however busy the machine,
so that a change of one part in a hundred shows. They say nothing of caches, memory or cores."""

import re
import subprocess

from .data import remove
from .measuring import Failure, succeeded
from .peers import ROOT

EXAMPLES = str(ROOT / "examples/archive")
MESSAGES = 20_000  # of the export that the jobs read

# What is counted → the arguments; {export} is the export.
JOBS = {
    "start and exit": ["-c", ""],
    "load the example chunks": [EXAMPLES, "-c", "load"],
    "load an export, count by sender": ["{export}", "-c", "messages | count by sender"],
    "load it, search it folded and by regex": [
        "{export}", "-c", "grep theatre -c", "-c", r'grep -E "\b(lundi|mardi)\b" -c'],
    "load it, sort it, export csv": [
        "{export}", "-c",
        "messages | sort text | select date, sender, text | export - --format csv"],
}


def counted(bench):
    """Job → instructions."""
    valgrind = bench.peers.need("valgrind")
    program = str(bench.data.scratch("stripped"))
    try:
        # Debian's valgrind stumbles over debug information that is newer than itself.
        succeeded(["strip", "-g", "-o", program, bench.program])
        export = str(bench.data.chat(MESSAGES).path)
        return {job: _count(valgrind, program,
                            [part.replace("{export}", export) for part in arguments])
                for job, arguments in JOBS.items()}
    finally:
        remove(bench.data.scratch("stripped"))


def _count(valgrind, program, arguments):
    done = subprocess.run(
        [valgrind, "--tool=callgrind", "--callgrind-out-file=/dev/null", program, "--no-init",
         "--quiet", *arguments],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    found = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode != 0 or not found:
        raise Failure(f"valgrind {' '.join(arguments)}: {done.stderr[-2000:]}")
    return int(found[1])
