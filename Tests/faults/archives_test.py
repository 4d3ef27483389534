"""Archives whose members are named to be written somewhere: nothing is, by no call of the program."""

import bz2
import gzip
import io
import lzma
import os
import shutil
import signal
import subprocess
import sys
import tarfile
import tempfile
import unittest
import warnings
import zipfile
from pathlib import Path

sys.dont_write_bytecode = True

from cases import CHAT, archives, zstd
from injection import build, program

COUNT = ["-c", "messages | count | export - --format jsonl"]


def tar(members):
    """A tar of members: a name, and bytes or the type and target of a member that is no file."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for name, content in members:
            member = tarfile.TarInfo(name)
            member.mode = 0o4777
            if isinstance(content, bytes):
                member.size = len(content)
                archive.addfile(member, io.BytesIO(content))
            else:
                member.type, member.linkname = content
                archive.addfile(member)
    return made.getvalue()


def zipped(members):
    """The same as a zip, which has links only."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            member = zipfile.ZipInfo(name)
            is_file = isinstance(content, bytes)
            member.external_attr = (0o104777 if is_file else 0o120777) << 16
            with warnings.catch_warnings():
                # Of two members with one name.
                warnings.simplefilter("ignore")
                archive.writestr(member, content if is_file else content[1])
    return made.getvalue()


def tree(folder):
    """Every name below a folder with what it holds, and each folder's moment of change."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else path.stat().st_mtime_ns
        for path in [folder, *folder.rglob("*")]}


class NothingIsWritten(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.reading = build("read_only.c", "read_only")
        if cls.reading is None:
            raise unittest.SkipTest("there is no cc")
        cls.addClassCleanup(shutil.rmtree, cls.reading.parent)
        if subprocess.run([cls.reading, "true"], capture_output=True).returncode == 125:
            raise unittest.SkipTest("the system takes no filter of calls")

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="causerie-archives-"))
        self.addCleanup(shutil.rmtree, self.folder)
        for name in ("here", "home", "temporary"):
            (self.folder / name).mkdir()
        (self.folder / "target").write_text("what stood here before\n")

    def run_reading(self, name, *words):
        """The program where it may only read, in an empty folder beside the archive."""
        return subprocess.run(
            [self.reading, program(), "--no-init", "--quiet", f"../{name}", *words],
            cwd=self.folder / "here", capture_output=True, timeout=60, stdin=subprocess.DEVNULL,
            env={"PATH": os.environ["PATH"], "HOME": str(self.folder / "home"), "LANG": "C.UTF-8",
                 "TMPDIR": str(self.folder / "temporary"), "SWIFT_BACKTRACE": "enable=no"})

    def hostile(self):
        """Members that would be written elsewhere, were they unpacked; three of them are chats."""
        chat, target = CHAT.encode(), str(self.folder / "target")
        return [
            ("../chat.txt", chat), (target, b"overwritten\n"), (f"{self.folder}/absolute.txt", chat),
            ("../temporary/a/../../x.txt", chat),
            ("link", (tarfile.SYMTYPE, str(self.folder))), ("link/through.txt", b"through a link\n"),
            ("target", (tarfile.SYMTYPE, target)), ("target", b"overwritten by its link\n"),
        ]

    def of_tar_alone(self):
        return [
            ("hard", (tarfile.LNKTYPE, str(self.folder / "target"))), ("hard", b"overwritten\n"),
            ("../made", (tarfile.DIRTYPE, "")), ("pipe", (tarfile.FIFOTYPE, "")),
            ("device", (tarfile.CHRTYPE, "")),
        ]

    def check(self, name, data, messages):
        (self.folder / name).write_bytes(data)
        before = tree(self.folder)
        run = self.run_reading(name, *COUNT)
        with self.subTest(name):
            answer = f'{{"count": {messages}}}\n'.encode()
            self.assertEqual((run.returncode, run.stdout), (0, answer), run.stderr)
            self.assertEqual(tree(self.folder), before)

    def test_members_named_to_leave_the_archive_links_and_devices(self):
        unpacked = tar(self.hostile() + self.of_tar_alone())
        kinds = {
            "a.zip": zipped(self.hostile()), "a.tar": unpacked, "a.tar.gz": gzip.compress(unpacked),
            "a.tar.bz2": bz2.compress(unpacked), "a.tar.xz": lzma.compress(unpacked),
            "inner.tar": tar([("../a.zip", zipped(self.hostile()))])}
        if shutil.which("zstd"):
            kinds["a.tar.zst"] = zstd(unpacked)
        for name, data in kinds.items():
            self.check(name, data, 90)

    def test_honest_archives_of_each_kind(self):
        for name, data in archives():
            (self.folder / name).write_bytes(data)
            before = tree(self.folder)
            run = self.run_reading(name, *COUNT)
            with self.subTest(name):
                self.assertEqual(run.returncode, 0, run.stderr)
                self.assertEqual(tree(self.folder), before)

    def test_a_program_that_writes_is_ended_by_the_system(self):
        (self.folder / "chat.txt").write_text(CHAT)
        before = tree(self.folder)
        for name in ("a.csv", "a.csv.gz", "a.sqlite", "a --format chunks"):
            run = self.run_reading("chat.txt", "-c", f"messages | export {name}")
            self.assertEqual(run.returncode, -signal.SIGSYS, (name, run.stderr))
        self.assertEqual(tree(self.folder), before)


if __name__ == "__main__":
    unittest.main()
