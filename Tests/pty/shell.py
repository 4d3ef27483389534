"""causerie in a terminal: keys go in, the screen that a user would see comes out."""

import os
import shutil
import signal
import tempfile
import time
import unittest

import pexpect
import pyte

# The root of the repository.
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

# Whoever starts these tests in the background or with nohup has these ignored, and a program that is
# started so keeps them ignored: a terminal's user never meets that.
for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):
    signal.signal(number, signal.SIG_DFL)

PROMPT = "causerie>"
MORE = "     ...>"

LEFT, RIGHT, UP, DOWN = "\x1b[D", "\x1b[C", "\x1b[A", "\x1b[B"
CTRL_LEFT, CTRL_RIGHT = "\x1b[1;5D", "\x1b[1;5C"
HOME, END, DELETE, BACKSPACE = "\x1b[H", "\x1b[F", "\x1b[3~", "\x7f"
PASTE, PASTE_END = "\x1b[200~", "\x1b[201~"


def ctrl(letter):
    return chr(ord(letter.upper()) - 64)


class Shell:
    """One running causerie, or another program that starts it."""

    def __init__(
        self, home, columns=80, rows=24, program=None, arguments=(), folder=None, **environment
    ):
        variables = {
            "PATH": os.environ["PATH"],
            "HOME": home,
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
        }
        variables.update(environment)
        variables = {name: value for name, value in variables.items() if value is not None}
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.output = b""
        self.child = pexpect.spawn(
            program or os.environ["CAUSERIE"],
            list(arguments),
            env=variables,
            cwd=folder,
            dimensions=(rows, columns),
            timeout=10,
        )
        self.child.delaybeforesend = None
        # Whether the screen may be that of before the last keys.
        self.isStale = False

    def read(self, seconds):
        """Takes what the program writes for up to some seconds; false once it is gone."""
        try:
            data = self.child.read_nonblocking(1 << 16, timeout=seconds)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.output += data
        self.stream.feed(data)
        return True

    def wait(self, holds, what):
        """Waits until something holds on the screen."""
        deadline = time.monotonic() + 10
        while not holds():
            if not self.read(0.05) or time.monotonic() > deadline:
                raise AssertionError(f"{what}; the screen is:\n" + "\n".join(self.lines))

    @property
    def lines(self):
        """The rows of the screen that are not empty, without the spaces at their ends."""
        return [line.rstrip() for line in self.screen.display if line.strip()]

    @property
    def cursor(self):
        return (self.screen.cursor.x, self.screen.cursor.y)

    def ready(self, prompt=PROMPT):
        """Waits for an empty prompt in the last row: that of before the last keys is none."""
        if self.isStale:
            self.read(0.5)
            self.isStale = False
        self.wait(lambda: self.lines and self.lines[-1] == prompt, f"no {prompt!r}")
        return self

    def send(self, *keys):
        for key in keys:
            self.child.send(key)
        self.isStale = True

    def shows(self, *rows):
        """Waits until the last rows of the screen are these."""
        expected = list(rows)
        self.wait(lambda: self.lines[-len(expected) :] == expected, f"not {expected!r}")

    def type(self, *keys, shows):
        """Sends keys and waits for the last row."""
        self.send(*keys)
        self.shows(shows)

    def enter(self):
        """Ends the line, and waits for the next prompt on a row of its own."""
        row = self.cursor[1]
        self.send("\r")
        self.wait(
            lambda: self.cursor[1] != row and self.lines[-1] in (PROMPT, MORE), "no new prompt"
        )

    def end(self):
        """Waits for the program to end; its exit status, or minus the signal it died of."""
        deadline = time.monotonic() + 10
        while self.read(0.05):
            if time.monotonic() > deadline:
                raise AssertionError("does not end; the screen is:\n" + "\n".join(self.lines))
        self.child.close()
        if self.child.signalstatus is not None:
            return -self.child.signalstatus
        return self.child.exitstatus

    def close(self):
        if self.child.isalive():
            self.child.kill(signal.SIGKILL)
            self.child.wait()


class ShellTest(unittest.TestCase):
    """A test with a home folder, and shells that are ended after it."""

    def setUp(self):
        self.home = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.home)

    @property
    def history_path(self):
        return os.path.join(self.home, ".local/state/causerie/history")

    def history(self):
        """The statements in the history file, oldest first."""
        with open(self.history_path, encoding="utf-8") as file:
            return file.read().splitlines()

    def shell(self, **options):
        shell = Shell(options.pop("home", self.home), **options)
        self.addCleanup(shell.close)
        return shell

    def entered(self, shell, keys):
        """The statement that comes of keys and Enter, as the history file has it."""
        shell.send(keys)
        shell.enter()
        return self.history()[-1]
