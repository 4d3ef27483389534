"""Ctrl-C, from the key to the next prompt, in a terminal."""

import os
import pty
import re
import select
import signal
import time

from ..bench import Bar, Figure, Row, duration
from ..data import remove
from ..measuring import Failure

PROMPT, KEY = b"causerie> ", b"\x03"

# How long a command may take before it is taken to be long enough, in seconds.
LONGEST = 20

# How long the prompt is waited for, in seconds.
PATIENCE = 60

# When the key is pressed, as parts of the time that the whole command takes.
MOMENTS = [0.05, 0.2, 0.4, 0.6, 0.8, 0.95]

# What tables have worked out for all messages is kept until the silence is another one.
SILENCES = ["4h", "5h"]


class Terminal:
    """A causerie that a person seems to type at."""

    def __init__(self, program, *paths):
        self.process, self.descriptor = pty.fork()
        if self.process == 0:
            # Ignored signals are inherited, and whoever starts this in the background has some.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            os.environ["TERM"] = "dumb"
            os.execv(program, [program, "--no-init", *paths])

    def ready(self):
        """Waits for the first prompt."""
        if self.wait(10 * PATIENCE) is None:
            raise Failure("no first prompt")

    def type(self, keys):
        os.write(self.descriptor, keys)

    def wait(self, seconds):
        """The time until the next prompt; None if there is none for so long."""
        started, self.seen, seen = time.perf_counter(), b"", b""
        while (left := started + seconds - time.perf_counter()) > 0:
            if not select.select([self.descriptor], [], [], left)[0]:
                continue
            try:
                seen += os.read(self.descriptor, 1 << 16)
            except OSError:  # what Linux says where the other side has gone
                raise Failure(f"causerie has left its terminal: {seen.decode(errors='replace')}")
            # A line that is typed is shown behind the prompt: only an empty one is awaited.
            if seen.rstrip(b"\r").endswith(PROMPT):
                self.seen = seen
                return time.perf_counter() - started
        return None

    def carried_out(self, line, within):
        """Types a line; the time until the prompt is back, None if it is not within some seconds."""
        self.type(line.encode() + b"\r")
        return self.wait(within)

    def interrupt(self):
        """Presses the key; the time from there to the prompt."""
        self.type(KEY)
        seconds = self.wait(PATIENCE)
        if seconds is None:
            raise Failure(f"no prompt {PATIENCE} seconds after Ctrl-C")
        return seconds

    def check(self, messages):
        """Asks whether everything is still there."""
        if self.carried_out("messages | count", PATIENCE) is None:
            raise Failure("no answer after Ctrl-C")
        said = re.sub(rb"(?<=[0-9])[^0-9]+(?=[0-9])", b"", self.seen)
        if str(messages).encode() not in said:
            raise Failure(f"wrong answer after Ctrl-C: {self.seen.decode(errors='replace')}")

    def close(self):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.descriptor)


def worst(line, is_loaded=True):
    def measure(bench):
        target = bench.data.scratch("interrupted.csv")
        text = line.format(chat=bench.large.path, target=target)
        bench.release()  # memory for one more chat
        terminal = Terminal(bench.program, *([str(bench.large.path)] if is_loaded else []))
        taken = []
        try:
            terminal.ready()
            whole = terminal.carried_out(text, LONGEST)
            if whole is None:
                whole = LONGEST
                taken.append(terminal.interrupt())
            elif not is_loaded:
                terminal.carried_out("unload --all", PATIENCE)
            for number, moment in enumerate(MOMENTS):
                if is_loaded:
                    silence = SILENCES[number % len(SILENCES)]
                    terminal.carried_out(f"set conversation {silence}", PATIENCE)
                if terminal.carried_out(text, whole * moment) is None:
                    taken.append(terminal.interrupt())
            if is_loaded:
                terminal.check(bench.data.large)
        finally:
            terminal.close()
            remove(target)
        if not taken:
            raise Failure(f"always carried out before Ctrl-C: {text}")
        return Figure(max(taken) * 1000, f"the worst of {len(taken)} moments in {duration(whole)}")
    return measure


BAR = Bar(100, unit=" ms")

ROWS = [
    Row("Ctrl-C to prompt while {large} are loaded", "", BAR,
        worst('load "{chat}"', is_loaded=False)),
    Row("Ctrl-C to prompt in a slow folded regex, {large}", "", BAR,
        worst(r'grep -E "(\w+ ){{6}}\w*[jkq]{{4}}" -c')),
    Row("Ctrl-C to prompt in a sort, {large}", "", BAR,
        worst("messages | sort text, date | take 3")),
    Row("Ctrl-C to prompt in an export, {large}", "", BAR,
        worst('messages | export "{target}" --force')),
    Row("Ctrl-C to prompt in the search for a key, {large}", "", BAR,
        worst('messages | where key = "0123456789abcdef"')),
    Row("Ctrl-C to prompt in a count by text, {large}", "", BAR,
        worst("messages | count by text | take 3")),
    Row("Ctrl-C to prompt in the table of people, {large}", "", BAR, worst("participants")),
    Row("Ctrl-C to prompt in a count of links, {large}", "", BAR, worst("links | count by host")),
    Row("Ctrl-C to prompt in lists of texts, {large}", "", BAR,
        worst("messages | summarize list(text) by sender | take 1 | select sender")),
    Row("Ctrl-C to prompt in a median, {large}", "", BAR,
        worst("messages | summarize median(chars), distinct(text)")),
]
