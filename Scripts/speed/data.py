"""The chats that are measured: made once, kept in a folder."""

import hashlib
import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from .measuring import Failure, succeeded

SCRIPTS = Path(__file__).resolve().parent.parent
SOURCE = SCRIPTS / "speed/chats.c"
CUTTER, CUTTER_SOURCE = SCRIPTS / "make-examples", SCRIPTS / "invented/chunker.py"

# What everything takes on disk at the most, exports written by the rows included, and what the
# largest process and the page cache hold, in bytes for each message of the larger export.
DISK, MEMORY = 750, 550
GIGABYTE = 10**9


@dataclass
class Chat:
    """A raw export and what is known of it from its making."""

    path: Path
    truth: dict  # messages, notices, lines, senders: a name and its messages

    @property
    def messages(self):
        return self.truth["messages"]

    @property
    def bytes(self):
        return self.path.stat().st_size


class Data:
    """Everything below one folder. What is there already is taken to be whole: each file gets its
    name when it is."""

    def __init__(self, folder, small, large):
        self.folder = folder
        self.small, self.large = small, large  # messages
        folder.mkdir(parents=True, exist_ok=True)
        self._forget_others()

    def _forget_others(self):
        """Removes what an earlier generator or chunker has made here."""
        sources = SOURCE.read_bytes() + CUTTER_SOURCE.read_bytes()
        makers = hashlib.sha256(sources).hexdigest()
        note = self.folder / "made-by"
        if not note.exists() or note.read_text() != makers:
            for pattern in ("ios-*", "android-*", "chunks-*", "unfinished-*", "scratch-*"):
                for path in self.folder.glob(pattern):
                    remove(path)
            note.write_text(makers)

    def chat(self, messages, form="ios"):
        """A raw export, with iOS headers or with Android's."""
        path = self._once(f"{form}-{messages}.txt",
                          lambda path: self._generate(path, form, messages))
        return Chat(path, json.loads(path.with_suffix(".json").read_text("utf-8")))

    def chunks(self):
        """The smaller export cut into a folder of chunks, with the default limits of chunkers."""
        return self._once(f"chunks-{self.small}", self._cut)

    def archive(self, ending):
        """An archive of that folder; `ending` is .tar, .tar.gz, .tar.zst or .zip."""
        return self._once(f"chunks-{self.small}{ending}", self._pack)

    def scratch(self, name):
        """A path for what a row writes; it is the row's to remove."""
        return self.folder / f"scratch-{name}"

    def _once(self, name, make):
        path = self.folder / name
        if not path.exists():
            print(f"making {path}", file=sys.stderr, flush=True)
            unfinished = self.folder / f"unfinished-{name}"
            remove(unfinished)
            make(unfinished)
            unfinished.rename(path)
        return path

    def _generate(self, path, form, messages):
        generator = self.folder / "chats"
        compiler = shutil.which("cc") or shutil.which("clang") or shutil.which("gcc")
        if compiler is None:
            raise Failure("there is no C compiler (cc) to build Scripts/speed/chats.c with")
        succeeded([compiler, "-std=c11", "-O2", "-o", str(generator), str(SOURCE)])
        truth = self.folder / f"{form}-{messages}.json"
        succeeded([str(generator), form, str(messages), str(path), str(truth)])

    def _cut(self, path):
        # In a process of its own: what this one has once held would count as its children's.
        succeeded([sys.executable, str(CUTTER), "--cut", str(self.chat(self.small).path), str(path)])

    def _pack(self, path):
        chunks = self.chunks()
        options = {".tar": [], ".gz": ["--gzip"], ".zst": ["--zstd"], ".zip": ["--format", "zip"]}
        succeeded(["bsdtar", *options[path.suffix], "-cf", str(path), "-C", str(self.folder),
                   chunks.name])


def remove(path):
    """Removes a file or folder, if it is there."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def shortage(folder, messages):
    """Why so many messages do not fit here; None if they do."""
    folder.mkdir(parents=True, exist_ok=True)
    there = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    free = shutil.disk_usage(folder).free + there
    if free < messages * DISK:
        return (f"{folder} has {free / GIGABYTE:.1f} GB free, "
                f"and {messages * DISK / GIGABYTE:.1f} GB are needed")
    memory = available_memory()
    if memory < messages * MEMORY:
        return (f"{memory / GIGABYTE:.1f} GB of memory are free, "
                f"and {messages * MEMORY / GIGABYTE:.1f} GB are needed for a warm cache")
    return None


def available_memory():
    for line in Path("/proc/meminfo").read_text().splitlines():
        name, _, value = line.partition(":")
        if name == "MemAvailable":
            return int(value.split()[0]) * 1024
    return 0
