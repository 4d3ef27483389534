"""Ctrl-C, from the key to the next prompt, in a terminal."""

import os
import pty
import select
import signal
import time

from ..bench import Bar, Figure, Row, duration
from ..data import remove
from ..measuring import Failure

PROMPT, KEY = b"causerie> ", b"\x03"

# How long a command may take before it is taken to be long enough, in seconds.
LONGEST = 20

# When the key is pressed, as parts of the time that the whole command takes.
MOMENTS = [0.05, 0.2, 0.4, 0.6, 0.8, 0.95]


class Terminal:
    """A causerie that a person seems to type at."""

    def __init__(self, program, *paths):
        self.process, self.descriptor = pty.fork()
        if self.process == 0:
            # Ignored signals are inherited, and whoever starts this in the background has some.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            os.environ["TERM"] = "dumb"
            os.execv(program, [program, "--no-init", *paths])
        self.wait(600)

    def type(self, keys):
        os.write(self.descriptor, keys)

    def wait(self, seconds):
        """The time until the next prompt; None if there is none for so long."""
        started, seen = time.perf_counter(), b""
        while (left := started + seconds - time.perf_counter()) > 0:
            if not select.select([self.descriptor], [], [], left)[0]:
                continue
            try:
                seen += os.read(self.descriptor, 1 << 16)
            except OSError:  # what Linux says where the other side has gone
                raise Failure(f"causerie has left its terminal: {seen.decode(errors='replace')}")
            # A line that is typed is shown behind the prompt: only an empty one is awaited.
            if seen.rstrip(b"\r").endswith(PROMPT):
                return time.perf_counter() - started
        return None

    def interrupted(self, line, after):
        """Types a line, then the key, and the time from there to the prompt; None where the line
        was carried out by then."""
        self.type(line.encode() + b"\r")
        if self.wait(after) is not None:
            return None
        self.type(KEY)
        seconds = self.wait(60)
        if seconds is None:
            raise Failure(f"no prompt a minute after Ctrl-C in: {line}")
        return seconds

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
        try:
            terminal.type(text.encode() + b"\r")
            whole = terminal.wait(LONGEST)
            if whole is None:
                whole = LONGEST
                terminal.type(KEY)
                terminal.wait(60)
            elif not is_loaded:
                terminal.type(b"unload --all\r")
                terminal.wait(60)
            taken = [terminal.interrupted(text, whole * moment) for moment in MOMENTS]
        finally:
            terminal.close()
            remove(target)
        taken = [seconds for seconds in taken if seconds is not None]
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
]
