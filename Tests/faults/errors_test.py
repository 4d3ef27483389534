"""What is said where one call of the C library fails, and what stands at the target afterwards."""

import errno
import re
import shutil
import sys
import unittest
from dataclasses import dataclass

sys.dont_write_bytecode = True

from cases import all_cases
from injection import Fault, build_shim, program, run

FILE = "export a.csv --force"
FOLDER = "export chunks --force"
# On a file system that cannot exchange two names.
PLAIN = "export chunks --force without an exchange"
# What is written before it is put in place; N is the number of the process.
DRAFT = "out/.a.causerie-N"
CHUNK = "temporal_03-02-2025_to_07-02-2025_1.txt"
EIO = "Input/output error"
STAYS = "error: “out/a” is written; the folder that it replaced stays as /out/.a.causerie-N"


@dataclass(frozen=True)
class Row:
    """A call that fails with EIO while a case is carried out, and what must come of it."""

    case: str
    # The first call of this name for this path.
    call: str
    path: str
    # The error, and what the last line of it says to that.
    error: str
    help: str = ""
    # What stands at the target then, `old` or `new`, or `nothing`.
    target: str = "old"
    # What stands beside it.
    litter: tuple = ()
    # Whether later calls of that name fail too.
    onwards: bool = False


ROWS = [
    # A file: its bytes are put on the disk, it is put in place, then its name is put on the disk.
    Row(FILE, "fsync", "out/.a.csv.causerie-N",
        f"error: cannot write “out/a.csv”: {EIO}; nothing was changed"),
    Row(FILE, "rename", "out/.a.csv.causerie-N", f"error: cannot replace “out/a.csv”: {EIO}"),
    Row(FILE, "fsync", "out",
        f"error: “out/a.csv” is written, but may not last: its folder cannot be put on the disk: {EIO}",
        target="new"),
    Row("export a.csv --append", "read", "out/a.csv", f"error: cannot add to “out/a.csv”: {EIO}"),
    Row("export a.csv.gz --force", "fsync", "out/.a.csv.gz.causerie-N",
        f"error: cannot write “out/a.csv.gz”: {EIO}; nothing was changed"),
    Row("export a.sqlite --append", "fsync", "out/.a.sqlite.causerie-N",
        f"error: cannot write “out/a.sqlite”: {EIO}; nothing was changed"),
    Row("export documents --force", "fsync", DRAFT,
        f"error: cannot write “out/a”: {EIO}; nothing was changed"),
    Row("export documents --force", "rename", DRAFT, f"error: cannot replace “out/a”: {EIO}"),

    # A folder that exists: what is in it is looked at, its successor written and put in its place.
    Row(FOLDER, "opendir", "out/a", f"error: cannot look into “/out/a”: {EIO}"),
    Row(FOLDER, "readdir", "out/a", f"error: cannot look into “/out/a”: {EIO}"),
    Row(FOLDER, "mkdir", DRAFT, f"error: cannot write “out/a”: {EIO}"),
    Row(FOLDER, "open", f"{DRAFT}/{CHUNK}", f"error: cannot write “out/a/{CHUNK}”: {EIO}"),
    Row(FOLDER, "write", f"{DRAFT}/{CHUNK}",
        f"error: cannot write “out/a/{CHUNK}”: {EIO}; nothing was changed"),
    Row(FOLDER, "close", f"{DRAFT}/{CHUNK}",
        f"error: cannot write “out/a/{CHUNK}”: {EIO}; nothing was changed"),
    Row(FOLDER, "syncfs", DRAFT, f"error: cannot write “out/a”: {EIO}; nothing was changed"),
    Row(FOLDER, "rename", DRAFT, f"error: cannot replace “out/a”: {EIO}"),
    Row(PLAIN, "rename", "out/a", f"error: cannot replace “out/a”: {EIO}"),
    Row(PLAIN, "rename", DRAFT, f"error: cannot replace “out/a”: {EIO}"),
    Row(PLAIN, "rename", DRAFT, f"error: cannot replace “out/a”: {EIO}",
        "what stood there is /out/.a.causerie-N-old now", "nothing", (".a.causerie-N-old",),
        onwards=True),

    # The new one stands there, and the old one is removed.
    Row(FOLDER, "readdir", DRAFT, STAYS, target="new", litter=(".a.causerie-N",)),
    Row(FOLDER, "unlink", DRAFT + "/temporal_chunk-1_1.txt", STAYS, target="new",
        litter=(".a.causerie-N",)),
    Row(FOLDER, "rmdir", DRAFT, STAYS, target="new", litter=(".a.causerie-N",)),
    Row(PLAIN, "rmdir", DRAFT + "-old", STAYS + "-old", target="new", litter=(".a.causerie-N-old",)),
    Row(FOLDER, "fsync", "out",
        f"error: “out/a” is written, but may not last: its folder cannot be put on the disk: {EIO}",
        target="new"),

    # What is read.
    Row("load a folder", "opendir", "in/chat", "error: “in/chat” cannot be read: input/output error"),
    Row("load a folder", "readdir", "in/chat", "error: “in/chat” cannot be read: input/output error"),
    Row("load a text", "pread", "in/chat.txt",
        "error: “in/chat.txt” cannot be read: input/output error"),
    Row("load chat.zip", "pread", "in/chat.zip",
        "error: “in/chat.zip” cannot be read: input/output error"),
]


def plain(text):
    """A text without the folder of a run and the number of its process."""
    return re.sub(r"causerie-\d+", "causerie-N", re.sub(r"/\S*?/causerie-faults-\w+", "", text))


class Errors(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.shim = build_shim()
        if cls.shim is None:
            raise unittest.SkipTest("there is no cc")
        cls.addClassCleanup(shutil.rmtree, cls.shim.parent)
        cls.cases = {case.name: case for case in all_cases()}

    def test_each_names_the_file_and_leaves_what_was_there(self):
        for row in ROWS:
            with self.subTest(f"{row.case}: {row.call} of {row.path}"):
                self.check(row, self.cases[row.case])

    def check(self, row, case):
        # The call has two names where files may be large.
        calls = {row.call, row.call + "64"}
        before = run("/bin/true", self.shim, case, Fault()).target
        usual = run(program(), self.shim, case, Fault(tuple(calls)))
        counted = [plain(path)[1:] for call, path in usual.counted if call in calls]
        fault = Fault(tuple(calls), str(errno.EIO), row.onwards, counted.index(row.path) + 1)
        outcome = run(program(), self.shim, case, fault)
        self.assertTrue(outcome.struck)
        lines = [line for line in plain(outcome.errors).splitlines() if line]
        errors = [place for place, line in enumerate(lines) if line.startswith("error: ")]
        self.assertEqual([lines[place] for place in errors], [row.error])
        self.assertTrue(lines[-1].endswith(row.help), lines)
        self.assertEqual([plain(name) for name in outcome.litter], list(row.litter))
        if case.target:
            self.assertEqual(outcome.status, 1)
            stands = {"old": before, "new": usual.target, "nothing": None}[row.target]
            self.assertEqual(outcome.target, stands)


if __name__ == "__main__":
    unittest.main()
