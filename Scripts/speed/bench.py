"""What the rows of the table are made of, and what they measure with."""

from dataclasses import dataclass
from typing import Callable

from .duckdb_peer import DuckDB
from .measuring import pairs
from .session import Session


@dataclass
class Bar:
    """What a figure is to reach."""

    limit: float
    is_least: bool = False  # else it is the most
    unit: str = ""  # of a figure that is no ratio

    def is_met(self, value):
        return value >= self.limit if self.is_least else value <= self.limit

    def __str__(self):
        return f"{'≥' if self.is_least else '≤'} {self.limit:g}{self.unit}"


@dataclass
class Figure:
    """What a row came to."""

    value: float  # a ratio, or in the unit of the row's bar
    ours: str = ""
    theirs: str = ""


@dataclass
class Row:
    """A line of the table. `{small}` and `{large}` in its words are the sizes of the two chats."""

    name: str
    beside: str
    bar: Bar
    measure: Callable[["Bench"], Figure]  # throws Absent or Failure


class Bench:
    """The program, the data, the peers, and the processes that several rows ask."""

    def __init__(self, program, data, peers, count):
        self.program, self.data, self.peers = program, data, peers
        self.count = count  # pairs for each row
        self._held = {}

    @property
    def small(self):
        return self.data.chat(self.data.small)

    @property
    def large(self):
        return self.data.chat(self.data.large)

    def session(self, chat):
        """A causerie that has loaded a chat."""
        return self._hold(("session", chat.path), lambda: Session(self.program, str(chat.path)))

    def duckdb(self, chat):
        """DuckDB with the same messages; their texts only of the smaller chat."""
        python = self.peers.need("duckdb")
        return self._hold(("duckdb", chat.path), lambda: DuckDB(
            python, self.data, self.session(chat), with_text=chat.messages == self.data.small))

    def compare(self, ours, theirs, count=None, warm=True):
        pair = pairs(ours, theirs, count or self.count, warm)
        return Figure(pair.ratio, duration(pair.ours), duration(pair.theirs))

    def release(self):
        """Ends the processes that are held."""
        for held in self._held.values():
            held.close()
        self._held = {}

    def _hold(self, key, make):
        if key not in self._held:
            self._held[key] = make()
        return self._held[key]


def duration(seconds):
    """A time in three figures, with its unit."""
    if seconds < 1:
        return f"{significant(seconds * 1000)} ms"
    return f"{significant(seconds)} s"


def significant(value):
    """A number in three significant figures, without an exponent."""
    if value == 0:
        return "0"
    decimals = 2
    while decimals > 0 and abs(value) >= 10 ** (3 - decimals):
        decimals -= 1
    while abs(value) < 10 ** (2 - decimals) and decimals < 6:
        decimals += 1
    return f"{value:.{decimals}f}"


def count_in_words(messages):
    """A number of messages as people say it."""
    for size, letter in ((10**6, "M"), (10**3, "k")):
        if messages >= size and messages % size == 0:
            return f"{messages // size} {letter}"
    return str(messages)
