"""The chunk cutter: a text export in, a folder of retrieval chunks out.

It follows, rule by rule, the chunker whose files causerie was made for; docs/formats.md states
the rules and where each was seen.
"""

import re

# What JavaScript's String.prototype.trim removes: white space, line terminators and U+FEFF.
# The marks U+200E and U+200F are not among them, so they stay.
TRIMMED = (
    "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)

# The only header the chunker knows. It may stand behind a mark, so it is searched, not matched
# at the start of the line; the name is all between the bracket and the next colon.
HEADER = re.compile(r"\[([0-9]{2}/[0-9]{2}/[0-9]{4}), [0-9]{2}:[0-9]{2}:[0-9]{2}\] ([^:]+):")

# Topic, and the words of which one must occur in a header line, in the order they are listed.
TOPICS = [
    ("modèle IA", ("modèle", "model")),
    ("Suisse", ("suisse", "swiss")),
    ("universités suisses", ("epfl", "ethz")),
    ("podcast", ("podcast",)),
    ("NotebookLM", ("notebooklm",)),
]


def tokens(line):
    """ceil(n / 4), n the length of the line in UTF-16 code units."""
    return (len(line.encode("utf-16-le")) // 2 + 3) // 4


class Chunk:
    """Lines gathered so far, and what the chunker notes in the header while it adds them."""

    def __init__(self, repeated=()):
        """Begins with the lines repeated from the chunk before: they count as lines and tokens,
        but of all of them only the very last leaves its date and its name."""
        self.lines = list(repeated)
        self.tokens = sum(map(tokens, self.lines))
        self.first = self.last = None
        self.participants = []
        self.topics = set()
        if self.lines:
            self._note_header(HEADER.search(self.lines[-1]))

    def add(self, line):
        self.lines.append(line)
        self.tokens += tokens(line)
        header = HEADER.search(line)
        self._note_header(header)
        if header:
            folded = line.lower()
            for topic, words in TOPICS:
                if any(word in folded for word in words):
                    self.topics.add(topic)

    def _note_header(self, header):
        if not header:
            return
        self.last = header[1]
        self.first = self.first or header[1]
        if header[2] not in self.participants:
            self.participants.append(header[2])

    def file_name(self, ordinal):
        if self.first is None:
            return f"temporal_chunk-{ordinal}_{ordinal}.txt"
        days = [day.replace("/", "-") for day in (self.first, self.last)]
        period = days[0] if days[0] == days[1] else "_to_".join(days)
        return f"temporal_{period}_{ordinal}.txt"

    def text(self):
        """The whole file: the header, an empty line, the lines; no newline at the end."""
        topics = [topic for topic, _ in TOPICS if topic in self.topics]
        return "\n".join([
            "=== MÉTADONNÉES CHUNK ===",
            f"Période: {self.first or 'null'} → {self.last or 'null'}",
            f"Participants: {', '.join(self.participants)}",
            f"Topics: {', '.join(topics)}",
            f"Tokens: {self.tokens}",
            f"Messages: {len(self.lines)}",
            "",
            "=== CONTENU ===",
            *self.lines,
        ])


def cut(export, max_tokens=500, overlap=5):
    """Yields (file name, text) for each chunk of an export, in order."""
    trimmed = (line.strip(TRIMMED) for line in export.split("\n"))
    chunk, ordinal = Chunk(), 1
    for line in filter(None, trimmed):
        chunk.add(line)
        if chunk.tokens > max_tokens and len(chunk.lines) > overlap:
            yield chunk.file_name(ordinal), chunk.text()
            chunk, ordinal = Chunk(chunk.lines[len(chunk.lines) - overlap:]), ordinal + 1
    if chunk.lines:
        yield chunk.file_name(ordinal), chunk.text()
