"""One run of causerie in which the Nth call of the C library fails, and what came of it."""

import errno
import os
import pty
import re
import resource
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Longer than any run takes, by far.
SECONDS = 60

READS = ("read", "pread", "pread64", "readv")
WRITES = ("write", "pwrite", "pwrite64", "writev")
OTHERS = (
    "open", "fopen", "opendir", "readdir", "readdir64", "stat", "fstat", "fstat64", "access",
    "realpath", "mmap", "close", "fsync", "fdatasync", "syncfs", "ftruncate", "ftruncate64", "fchmod",
    "dup", "flock", "mkdir", "rmdir", "unlink", "rename", "link")
# What takes a draft away again: where these fail, it may stay.
REMOVING = {"unlink", "rmdir", "opendir", "readdir", "readdir64"}
LIBRARIES = "libarchive libz libbz2 liblzma libzstd libsqlite3"


@dataclass(frozen=True)
class Fault:
    """What goes wrong: from the `at`th of some calls on, or only then; 0 for nothing."""

    calls: tuple = READS + WRITES + OTHERS
    kind: str = str(errno.EIO)
    onwards: bool = False
    at: int = 0
    # Whether nobody may notice.
    invisible: bool = False
    # How many numbers are tried at most.
    most: int = 1 << 30

    def __str__(self):
        if self.kind == "full":
            return f"no file larger than {self.at} bytes"
        kind = self.kind if self.kind == "short" else errno.errorcode[int(self.kind)]
        calls = "any call" if len(self.calls) > 12 else "/".join(self.calls)
        return f"{kind} at number {self.at} of {calls}{' and from then on' if self.onwards else ''}"


BOTH = READS + WRITES
FAULTS = [
    Fault(),
    Fault(onwards=True),
    Fault(WRITES, str(errno.ENOSPC), onwards=True),
    Fault(("open", "fopen", "opendir"), str(errno.EMFILE)),
    Fault(BOTH + ("open", "fsync"), str(errno.EINTR), invisible=True),
    Fault(BOTH, "short", invisible=True),
    Fault(BOTH, "short", onwards=True, invisible=True, most=2),
    Fault(("alloc",), str(errno.ENOMEM), most=200),
    Fault(("alloc",), str(errno.ENOMEM), onwards=True, most=50),
]


# Sizes at which files may end, as on a full disk: this reaches what libraries write by calls that the C
# library makes of itself, and that the shim does not see.
SIZES = [0, 1, 100, 512, 1000, 2000, 3000, 4096, 5000, 6000, 8192, 9000, 10_000, 12_000, 15_000, 20_000,
         25_000, 30_000, 40_000, 50_000, 60_000, 80_000, 100_000, 150_000, 200_000, 300_000, 500_000]
FULL = Fault((), "full")


@dataclass
class Outcome:
    """What a run came to."""

    status: int
    output: bytes
    errors: str
    # The calls that counted, and those that were made to fail: `(call, path)`.
    counted: list = field(default_factory=list)
    struck: list = field(default_factory=list)
    # What the target holds; None where it is not there.
    target: object = None
    # Whatever else stands beside it.
    litter: list = field(default_factory=list)

    @property
    def end(self):
        """The last words of the program, in one line."""
        return " / ".join(self.errors.splitlines()[-4:])[-240:]


def program():
    for path in (os.environ.get("CAUSERIE"), ".build/release/causerie", ".build/debug/causerie"):
        if path and os.access(ROOT / path, os.X_OK):
            return str(ROOT / path)
    sys.exit("there is no program to test; build it first")


def build(source, name, *options):
    """A file of C beside this one, built into a folder of its own; None where there is no compiler."""
    if not shutil.which("cc") or sys.platform != "linux":
        return None
    folder = Path(tempfile.mkdtemp(prefix="causerie-built-"))
    subprocess.run(
        ["cc", "-std=gnu11", "-O1", "-o", folder / name, Path(__file__).with_name(source), *options],
        check=True)
    return folder / name


def build_shim():
    """The library that makes calls fail, built; None where there is no compiler."""
    return build("shim.c", "shim.so", "-shared", "-fPIC", "-ldl")


def run(program, shim, case, fault):
    """Carries a case out in a folder made for it, with a fault."""
    folder = Path(tempfile.mkdtemp(prefix="causerie-faults-")).resolve()
    try:
        for name in ("in", "out", "home"):
            (folder / name).mkdir()
        case.prepare(folder)
        log = folder / "log"
        environment = {
            "PATH": os.environ["PATH"], "HOME": str(folder / case.home), "LANG": "C.UTF-8",
            "TERM": "dumb", "LD_PRELOAD": str(shim), "SWIFT_BACKTRACE": "enable=no",
            "FAULTS_FOLDER": str(folder / case.place), "FAULTS_LOG": str(log),
            "FAULTS_AT": str(fault.at), "FAULTS_ONWARDS": str(int(fault.onwards)),
            "FAULTS_KIND": fault.kind, "FAULTS_CALLS": f" {' '.join(fault.calls)} ",
            "FAULTS_LIBRARIES": f" {LIBRARIES} " if "alloc" in fault.calls else "",
            "FAULTS_SIZE": str(case.allocates or 0), "FAULTS_PLAIN": str(int(case.is_plain)),
        }
        command = [program, *case.words]
        start = converse if case.typed else carry_out
        full = fault.at if fault.kind == "full" else resource.RLIM_INFINITY
        outcome = start(command, case, folder, environment, full)
        for line in log.read_text("utf-8", "replace").splitlines() if log.exists() else []:
            parts = re.fullmatch(r"(! )?\d+ (\w+) (.*)", line)
            (outcome.struck if parts[1] else outcome.counted).append((parts[2], parts[3]))
        outcome.counted += outcome.struck
        outcome.target, outcome.litter = case.found(folder)
        return outcome
    finally:
        shutil.rmtree(folder)


def carry_out(command, case, folder, environment, full):
    """Runs a command to its end, where no file may have more than so many bytes."""
    source = folder / case.standard_input if case.standard_input else os.devnull
    with open(source, "rb") as given, open(folder / "out/stdout", "w+b") as taken:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=given,
            stdout=taken if case.place == "out" and case.target is None else subprocess.PIPE,
            stderr=subprocess.PIPE,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (full, full)))
        try:
            output, errors = process.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            return Outcome(-signal.SIGALRM, b"", f"no end after {SECONDS} seconds")
        taken.seek(0)
        output = output if output is not None else taken.read()
    return Outcome(process.returncode, output, errors.decode("utf-8", "replace"))


def converse(command, case, folder, environment, full):
    """Types lines at a prompt, each when there is one."""
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.execve(command[0], command, environment | {"TERM": "xterm"})
    screen, lines, since = b"", list(case.typed), 0
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        if not select.select([terminal], [], [], 0.1)[0]:
            if lines and b"causerie>" in screen[since:]:
                since = len(screen)
                os.write(terminal, lines.pop(0).encode() + b"\r")
            continue
        try:
            data = os.read(terminal, 1 << 16)
        except OSError:
            break
        if not data:
            break
        screen += data
    else:
        os.kill(process, signal.SIGKILL)
    os.close(terminal)
    _, status = os.waitpid(process, 0)
    return Outcome(os.waitstatus_to_exitcode(status), screen, screen.decode("utf-8", "replace"))
