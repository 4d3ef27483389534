"""The chunks of examples/archive: their headers, their lines, and what is wrong with them."""

import re
from dataclasses import dataclass

import chat
import text as texts

DAY = re.compile(r"\d\d/\d\d/\d{4}")

TOPICS = {
    "modèle IA": "model", "Suisse": "suisse|swiss", "universités suisses": "epfl|ethz",
    "podcast": "podcast", "NotebookLM": "notebooklm",
}


@dataclass
class Chunk:
    series: str
    ordinal: int
    fields: dict
    lines: list
    form: re.Pattern
    # How many of the first lines are the last ones of the chunk before.
    overlap: int = 0

    @property
    def declared_days(self):
        return DAY.findall(self.fields["Période"])

    @property
    def headers(self):
        return chat.headers(self.lines, self.form)


def chunks(series, form):
    """The chunks of a folder of the archive, in the order of their numbers."""
    found = []
    for path in (chat.EXAMPLES / "archive" / series).iterdir():
        head, content = path.read_text("utf-8").split("=== CONTENU ===\n")
        fields = dict(line.split(":", 1) for line in head.split("\n") if ":" in line)
        fields = {key: value.strip() for key, value in fields.items()}
        ordinal = int(re.search(r"_(\d+)\.txt$", path.name)[1])
        found.append(Chunk(series, ordinal, fields, content.rstrip("\n").split("\n"), form))
    found.sort(key=lambda chunk: chunk.ordinal)
    for before, after in zip(found, found[1:]):
        longest = min(len(before.lines), len(after.lines))
        sizes = range(longest, 0, -1)
        after.overlap = next((n for n in sizes if before.lines[-n:] == after.lines[:n]), 0)
    return found


def archive():
    """All chunks of the archive, in causerie's order."""
    return chunks("repair-cafe", chat.IOS) + chunks("voisins", chat.ANDROID)


def doubts(chunk):
    """What is wrong with a chunk's header, by the codes of causerie's problems.

    The chunker counts only the lines that are not repeated, or those and the very last repeated
    one; what agrees with either, or with all lines, is no doubt.
    """
    views = [chunk.lines[skipped:] for skipped in {0, max(0, chunk.overlap - 1), chunk.overlap}]
    begun = [[match for _, match in chat.headers(view, chunk.form)] for view in views]

    if chunk.headers and not chunk.declared_days:
        yield "header-unrecognised"

    spans = [[match["date"][:10] for match in matches] for matches in begun]
    if chunk.declared_days not in [[*span[:1], *span[-1:]] for span in spans]:
        yield "period-mismatch"

    people = {chat.name(part.strip()) for part in chunk.fields["Participants"].split(",")} - {""}
    senders = [[match["sender"] for match in matches if match["sender"]] for matches in begun]
    if people not in [set(map(chat.name, names)) for names in senders]:
        yield "participants-mismatch"

    # The chunker looks for key words in the lines that begin a message.
    topics = {part.strip() for part in chunk.fields["Topics"].split(",")} - {""}
    lines = [texts.fold("\n".join(match[0] for match in matches)) for matches in begun]
    found = [{topic for topic, key in TOPICS.items() if re.search(key, line)} for line in lines]
    if topics not in found:
        yield "topics-mismatch"
