"""Ten times the messages beside the smaller chat."""

from ..bench import Bar, Row
from ..measuring import Absent, Taken
from .loading import counted


def both(take):
    """A measurement of the larger chat beside the same of the smaller one."""
    def measure(bench):
        large, small = bench.large, bench.small
        if large.messages < 10 * small.messages:
            raise Absent("not measured: the two chats have to be as 10 to 1")
        return bench.compare(lambda: Taken(take(bench, large)), lambda: Taken(take(bench, small)))
    return measure


def load(bench, chat):
    return counted(bench, chat.path, chat).value


def asked(line):
    return lambda bench, chat: bench.session(chat).ask(line).value


NAME = "growth from {small} to {large}: "
BESIDE = "causerie on {small}"

ROWS = [
    Row(NAME + "load and count by sender", BESIDE, Bar(11), both(load)),
    Row(NAME + "grep, loaded, exact", BESIDE, Bar(11), both(asked("grep -s dimanche -c"))),
    Row(NAME + "count by sender", BESIDE, Bar(11), both(asked("messages | count by sender"))),
]
