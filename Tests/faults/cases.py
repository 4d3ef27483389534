"""What is done while calls fail, and what must be true afterwards."""

import bz2
import gzip
import io
import lzma
import re
import shutil
import sqlite3
import subprocess
import tarfile
import zipfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from injection import REMOVING, ROOT

CHAT = "\n".join(
    f"{1 + n // 9:02}/02/2025, 16:{n:02} - {'Zoé' if n % 3 else 'Bo'}: message {n} https://a.example/{n}"
    for n in range(30)) + "\n"
CHUNKS = sorted(
    (ROOT / "examples/archive/voisins").iterdir(), key=lambda path: int(path.stem.split("_")[-1]))[:5]
# The size of what an archive's members decide: blocks, windows, dictionaries.
LARGE = 1 << 14
FIRST = "what stood here before\n"
# Rows that others of the same columns can be added to.
ROWS = b"id,text\r\n1,what stood here before\r\n"


@dataclass
class Case:
    """A command that works in a folder with `in`, `out` and `home` in it."""

    name: str
    words: list
    # Puts inputs into the folder.
    prepare: object
    # The folder below which calls fail.
    place: str
    # The file or folder that is written, below the folder; None for none.
    target: str | None = None
    standard_input: str | None = None
    home: str = "home"
    # What is typed at the prompt; None where there is none.
    typed: tuple | None = None
    # The least size of allocations of libraries that are made to fail as well; None for none of them.
    # libarchive ends the program itself where it does not get a few bytes; SQLite copes with that.
    allocates: int | None = None
    # Whether the file system cannot exchange two names in one step.
    is_plain: bool = False

    def found(self, folder):
        """What the target holds now, and what else stands beside it."""
        if self.target is None:
            return None, []
        target = folder / self.target
        beside = [path for path in target.parent.iterdir() if path != target] \
            if target.parent.exists() else []
        return contents(target), sorted(p.name for p in beside if p.name not in ("stdout",))


def contents(path):
    """What a file or folder holds, moments of writing apart; None where there is none."""
    if path.is_dir():
        return {str(p.relative_to(path)): p.read_bytes() for p in path.rglob("*") if p.is_file()}
    if not path.exists():
        return None
    data = path.read_bytes()
    if data.startswith(b"SQLite format 3"):
        try:
            with closing(sqlite3.connect(path)) as database:
                return "\n".join(database.iterdump())
        except sqlite3.Error as error:
            return f"a broken database: {error}"
    if data.startswith(b"PK"):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                return {n: archive.read(n) for n in archive.namelist() if n != "docProps/core.xml"}
        except zipfile.BadZipFile as error:
            return f"a broken workbook: {error}"
    if path.suffix in (".md", ".txt", ".html"):
        return re.sub(rb"\d\d:\d\d(:\d\d)?", b"", data)
    return data


# MARK: What must be true

def fault_of_export(case, fault, usual, before, outcome):
    """What is wrong with how an export took a fault; None where nothing is. `usual` is the run without a
    fault, `before` what the target held."""
    if case.is_plain and outcome.target is None and outcome.status != 0:
        # Put aside, and no longer to be put back.
        names_it = any(name.endswith("-old") and name in outcome.errors for name in outcome.litter)
        return None if names_it else f"the old folder is gone, and nobody says where: {outcome.end}"
    if outcome.target not in (before, usual.target):
        return "the target is neither the old one nor the new one"
    is_litter_excused = any(call in REMOVING for call, _ in outcome.struck)
    if outcome.litter != usual.litter and not is_litter_excused:
        return f"litter: {outcome.litter}"
    if outcome.status == 0:
        return None if outcome.target == usual.target else "status 0, and it is not written"
    if "error: " not in outcome.errors or Path(case.target).name not in outcome.errors:
        return f"status {outcome.status}, and no error that names the file: {outcome.end}"
    return None


def fault_of_reading(case, fault, usual, before, outcome):
    """The same for what reads: the whole answer, or a word about what is missing."""
    if outcome.output == usual.output:
        return None
    complains = "error: " in outcome.errors or "warning: " in outcome.errors
    if outcome.status != 0:
        names_it = any(word in outcome.errors for word in ("in/", "standard ", "memory"))
        return None if complains and names_it else f"no error that names it: {outcome.end}"
    told = set(unread(outcome)) - set(unread(usual))
    return None if told else f"status 0, another answer, no problem: {outcome.end}"


def unread(outcome):
    """The rows of `problems` that say of a file that it could not be read, or not whole."""
    return [line for line in outcome.output.splitlines()
            if re.search(rb'"code": "(unreadable|skipped-file|limit)"', line)]


def fault_of_typing(case, fault, usual, before, outcome):
    """The same for a conversation: it goes on, and what is not kept is said."""
    if outcome.status != 0 or "help take" not in outcome.errors:
        return f"status {outcome.status}: {outcome.end}"
    lines = (outcome.target or b"").splitlines()
    if lines != usual.target.splitlines() and "history" not in outcome.errors:
        return f"the history is {lines}, and nobody says so: {outcome.end}"
    return None if set(lines) <= set(usual.target.splitlines()) else f"half a line: {lines}"


def fault_in(case, fault, usual, before, outcome):
    """What is wrong; None where nothing is."""
    if outcome.status < 0 or outcome.status > 3:
        return f"status {outcome.status}: {outcome.end}"
    if "Fatal error" in outcome.errors or "*** " in outcome.errors:
        return outcome.end
    if fault.invisible:
        if (outcome.status, outcome.target) != (usual.status, usual.target):
            return f"seen from outside: status {outcome.status}: {outcome.end}"
        if not case.typed and outcome.output != usual.output:
            return "another answer"
    judge = fault_of_typing if case.typed else fault_of_export if case.target else fault_of_reading
    return judge(case, fault, usual, before, outcome)


# MARK: Inputs

def lay_chat(folder):
    (folder / "in/chat.txt").write_text(CHAT, "utf-8")


def lay_chunks(folder):
    (folder / "in/chat").mkdir()
    for path in CHUNKS:
        shutil.copy(path, folder / "in/chat")


def lay_chunks_twice(folder):
    """The chunks, and at the target others."""
    lay_chunks(folder)
    shutil.copytree(folder / "in/chat", folder / "out/a")


def members():
    return [("one.txt", CHAT.encode()), *((f"voisins/{p.name}", p.read_bytes()) for p in CHUNKS)]


def tar():
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for name, data in members():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return made.getvalue()


def zipped():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members():
            archive.writestr(name, data)
    return made.getvalue()


def zstd(data):
    return subprocess.run(["zstd", "-qc"], input=data, capture_output=True, check=True).stdout


def archives():
    """Each kind of archive: its name, and its bytes."""
    kinds = [
        ("chat.zip", zipped()), ("chat.tar", tar()), ("chat.tar.gz", gzip.compress(tar())),
        ("chat.tar.bz2", bz2.compress(tar())), ("chat.tar.xz", lzma.compress(tar())),
        ("chat.txt.gz", gzip.compress(CHAT.encode())),
    ]
    return kinds + ([("chat.tar.zst", zstd(tar()))] if shutil.which("zstd") else [])


def lay(name, data):
    return lambda folder: (folder / "in" / name).write_bytes(data)


# MARK: All of them

ANSWERS = ["-c", "messages | select id, text, chunk | export - --format jsonl",
           "-c", "problems | export - --format jsonl"]


def loads():
    yield Case("load a text", ["--no-init", "in/chat.txt", *ANSWERS], lay_chat, "in")
    yield Case("load a folder", ["--no-init", "in/chat", *ANSWERS], lay_chunks, "in")
    yield Case("load standard input", ["--no-init", "-", *ANSWERS], lay_chat, "in",
               standard_input="in/chat.txt")
    for name, data in archives():
        yield Case(f"load {name}", ["--no-init", f"in/{name}", *ANSWERS], lay(name, data), "in",
                   allocates=LARGE)
    table = lay("chat.csv", b"name,age\nZo,3\nBo,4\n")
    yield Case("read a table", ["--no-init", "-c", "read in/chat.csv | export - --format csv"],
               table, "in")

    def script(folder):
        lay_chat(folder)
        (folder / "in/chat.causerie").write_text("load in/chat.txt\nmessages | count\n")
    yield Case("run a script", ["--no-init", "run", "in/chat.causerie"], script, "in")
    yield Case("answer", ["--no-init", "in/chat.txt", "-c", "messages", "-c", "count by sender"],
               lay_chat, "out")
    yield Case("ask SQLite", ["--no-init", "in/chat.txt", "-c",
                              "sql select sender, count(*) from messages group by sender"],
               lay_chat, "in", allocates=1)


def exports():
    def over(target, start=FIRST.encode()):
        def prepare(folder):
            lay_chunks(folder)
            (folder / target).write_bytes(start)
        return prepare

    names = ["a.csv", "a.tsv", "a.json", "a.jsonl", "a.md", "a.html", "a.txt", "a.xlsx", "a.sqlite",
             "a.csv.gz", "a.jsonl.zst"]
    for name in names:
        for words, prepare in (("", lay_chunks), (" --force", over(f"out/{name}"))):
            yield Case(
                f"export {name}{words}",
                ["--no-init", "in/chat", "-c", f"messages | take 40 | export out/{name}{words}"],
                prepare, "out", f"out/{name}", 
                allocates={"a.sqlite": 1, "a.csv.gz": LARGE, "a.jsonl.zst": LARGE}.get(name))
    for name, start in (
            ("a.csv", ROWS), ("a.jsonl", b'{"id":1}\n'), ("a.csv.gz", gzip.compress(ROWS, mtime=0))):
        yield Case(
            f"export {name} --append",
            ["--no-init", "in/chat", "-c",
             f"messages | take 40 | select id, text | export out/{name} --append"],
            over(f"out/{name}", start), "out", f"out/{name}")
    yield Case(
        "export a.md --each",
        ["--no-init", "in/chat", "-c",
         "messages | take 9 | export out/a.md --each '- {sender}: {text}'"],
        lay_chunks, "out", "out/a.md")

    def database(folder):
        lay_chunks(folder)
        with closing(sqlite3.connect(folder / "out/a.sqlite")) as made:
            made.execute("CREATE TABLE other (a, b)")
            made.execute("INSERT INTO other VALUES (1, 'two')")
            made.commit()
    yield Case(
        "export a.sqlite --append",
        ["--no-init", "in/chat", "-c", "messages | take 40 | export out/a.sqlite --append"],
        database, "out", "out/a.sqlite", allocates=1)
    yield Case(
        "export a.sqlite --all --fts",
        ["--no-init", "in/chat", "-c", "export out/a.sqlite --all --fts"],
        lay_chunks, "out", "out/a.sqlite", allocates=1)
    for words, prepare in (("", lay_chunks), (" --force", over("out/a"))):
        yield Case(
            f"export documents{words}",
            ["--no-init", "in/chat", "-c", f"messages | take 40 | export out/a --format documents{words}"],
            prepare, "out", "out/a")
    for name, words, prepare, is_plain in (
            ("", "", lay_chunks, False), (" --force", " --force", lay_chunks_twice, False),
            (" --force without an exchange", " --force", lay_chunks_twice, True)):
        yield Case(
            f"export chunks{name}",
            ["--no-init", "in/chat", "-c", f"messages | take 60 | export out/a --format chunks{words}"],
            prepare, "out", "out/a", is_plain=is_plain)
    yield Case("save a script",
               ["--no-init", "in/chat", "-c", "messages | count", "-c", "save out/a.causerie --force"],
               over("out/a.causerie"), "out", "out/a.causerie")

    def settings(folder):
        (folder / "out/.config/causerie").mkdir(parents=True)
        (folder / "out/.config/causerie/init.causerie").write_text("# mine\nset limit 7\n")
    yield Case("keep the settings", ["-c", "set limit 5 --save"], settings, "out",
               "out/.config/causerie/init.causerie", home="out")


def conversations():
    def history(folder):
        (folder / "out/.local/state/causerie").mkdir(parents=True)
        (folder / "out/.local/state/causerie/history").write_text("help\n")
    typed = ("help count", "help sort", "help take", "quit")
    for name, prepare in (("begin a history", lambda folder: None), ("go on with a history", history)):
        yield Case(name, ["--no-init"], prepare, "out", "out/.local/state/causerie/history", home="out",
                   typed=typed)


def all_cases():
    return [*loads(), *exports(), *conversations()]
