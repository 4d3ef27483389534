"""Times of processes, and pairs of measurements taken in turn."""

import os
import re
import statistics
import tempfile
import time
from dataclasses import dataclass
from typing import Any, Callable


class Failure(Exception):
    """A measurement that means nothing: a program failed, or two answers differ."""


class Absent(Exception):
    """A measurement that cannot be taken here; the text says why."""


@dataclass
class Taken:
    """One measurement."""

    value: float  # seconds, or what the row counts
    answer: Any = None  # what the program answered; None where it answers nothing comparable


@dataclass
class Run:
    """A process that has ended."""

    seconds: float  # from before it was started until it was waited for
    peak: int  # the most memory it held at a time, in bytes, mapped files included
    status: int
    output: bytes
    errors: bytes


def run(arguments, quiet=False):
    """Runs a program to its end, without standard input. With `quiet` its output goes to /dev/null,
    as some programs do less there."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        null = os.open(os.devnull, os.O_RDWR)
        try:
            started = time.perf_counter()
            # posix_spawn costs the parent's size nothing, which a start of 2 ms would notice.
            process = os.posix_spawnp(arguments[0], arguments, os.environ, file_actions=[
                (os.POSIX_SPAWN_DUP2, null, 0),
                (os.POSIX_SPAWN_DUP2, null if quiet else output.fileno(), 1),
                (os.POSIX_SPAWN_DUP2, errors.fileno(), 2),
            ])
            _, status, usage = os.wait4(process, 0)
            seconds = time.perf_counter() - started
        finally:
            os.close(null)
        output.seek(0)
        errors.seek(0)
        return Run(seconds, usage.ru_maxrss * 1024, os.waitstatus_to_exitcode(status),
                   output.read(), errors.read())


def succeeded(arguments, **options):
    """Runs a program that has to succeed."""
    done = run(arguments, **options)
    if done.status != 0:
        raise Failure(f"{' '.join(map(str, arguments))}: exit status {done.status}\n"
                      f"{done.errors.decode(errors='replace')[-2000:]}")
    return done


@dataclass
class Pair:
    """What came of measuring two things in turn: medians of each, and of the ratios."""

    ours: float
    theirs: float
    ratio: float


def pairs(ours: Callable[[], Taken], theirs: Callable[[], Taken], count, warm=True):
    """Measures two things in turn, after one run of each that does not count; `warm` is false where
    a first run is what is asked about. Fails where any two answers differ."""
    if warm:
        same(ours(), theirs())
    taken = []
    for _ in range(count):
        pair = ours(), theirs()
        same(*pair)
        taken.append(pair)
    return Pair(statistics.median(one.value for one, _ in taken),
                statistics.median(other.value for _, other in taken),
                statistics.median(one.value / other.value for one, other in taken))


def same(one, other):
    if one.answer is not None and other.answer is not None and one.answer != other.answer:
        raise Failure(f"two answers to one question: causerie {shortened(one.answer)}, "
                      f"the other {shortened(other.answer)}")


def shortened(answer):
    text = str(answer)
    return text if len(text) <= 200 else text[:200] + "…"


# What `set timing on` makes causerie say of each line.
TIMING = re.compile(r"note: (\d+\.\d) ms")


def timing(line):
    """The seconds that a line of causerie's remarks tells of; None where it tells of none."""
    found = TIMING.fullmatch(line.strip())
    return float(found[1]) / 1000 if found else None
