"""The two exports of examples/, read in the plainest way that is right for them.

This is no reader of WhatsApp chats: it knows the two forms, the two names and the few wordings
that stand in these files, and nothing else.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import text as texts

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

IOS = re.compile(
    r"\u200e?\[(?P<date>\d\d/\d\d/\d{4}, \d\d:\d\d:\d\d)\] (?P<sender>[^:]+): ?(?P<text>.*)"
)
ANDROID = re.compile(
    r"(?P<date>\d\d/\d\d/\d{4}, \d\d:\d\d) - (?:(?P<sender>[^:]+): )?(?P<text>.*)"
)
GROUP = "Repair café"

# What WhatsApp says itself in these chats → the event, with who acted and whom it is about.
NOTICES = [
    ("encryption", r"Les messages et les appels sont chiffrés"),
    ("security-code", r"(?:Votre|Le) code de sécurité (?:avec|de) (?P<subject>.+) a changé"),
    ("created", r"(?P<actor>.+) a créé (?:ce|le) groupe(?: “(?P<subject>.+)”)?"),
    ("added", r"(?P<actor>.+) vous a ajouté"),
    ("added", r"Vous avez été ajouté"),
    ("added", r"(?P<actor>.+) a ajouté (?P<subject>.+)"),
    ("joined", r"(?P<subject>.+) a (?:rejoint|intégré) ce groupe grâce"),
    ("left", r"(?P<subject>.+) est parti"),
    ("subject", r"(?P<actor>.+) a (?:remplacé|modifié) le sujet"),
    ("icon", r"(?P<actor>.+) a changé l'icône"),
    ("description", r"(?P<actor>.+) (?:a|avez) changé la description"),
]
NOTICES = [(event, re.compile(pattern)) for event, pattern in NOTICES]

MARKS = dict.fromkeys(map(ord, "\u200e\u202a\u202c\u2068\u2069"))
EDITED = re.compile(r" *\u200e?<Ce message a été modifié>$")
ATTACHED = re.compile(r"\u200e<pièce jointe : .+>|\u200e?IMG-[\w-]+\.jpg \(fichier joint\)\n?")
LEFT_OUT = re.compile(
    r"(?:<Médias omis>|\u200e(?:image absente|vidéo absente|audio omis|sticker omis)"
    r"|\u200eFiche contact manquante|\u200e?Ce message a été supprimé\.?"
    r"|.+\.pdf • \u200e\d+ pages \u200edocument manquant)"
)


@dataclass
class Message:
    source: str
    date: datetime
    sender: str | None
    text: str
    event: str | None = None
    actor: str | None = None
    subject: str | None = None
    # Seconds since the message before it in its chat; None for the first.
    gap: int | None = None

    @property
    def body(self):
        """What the person wrote; None where nothing is left."""
        body = ATTACHED.sub("", EDITED.sub("", self.text))
        if LEFT_OUT.fullmatch(body):
            return None
        return body.lstrip("\u200e") or None

    @property
    def words(self):
        return texts.words(self.body)

    @property
    def is_night(self):
        return self.date.hour >= 23 or self.date.hour < 5


def name(spelling):
    """A person's name without marks and without the `~` of somebody in no contacts."""
    return re.sub(r"^~\s*", "", spelling.translate(MARKS)).replace("\u00a0", " ")


def headers(lines, form):
    """The lines that begin a message, as (number of the line, match)."""
    return [(n, match) for n, line in enumerate(lines) if (match := form.match(line))]


def moment(match):
    stamp = match["date"]
    seconds = ":%S" if stamp.count(":") == 2 else ""
    return datetime.strptime(stamp, "%d/%m/%Y, %H:%M" + seconds)


def notice(text):
    """The event that a notice tells, and its actor and subject; None for what is no notice."""
    plain = text.translate(MARKS)
    for event, pattern in NOTICES:
        if told := pattern.match(plain):
            return event, told.groupdict()
    return None


def message(source, match, more):
    """The message that a header and the lines after it make."""
    sender, text = match["sender"], "\n".join([match["text"], *more])
    # A title in a notice of Android may hold a colon.
    if sender and notice(f"{sender}: {text}") and not text.startswith("\u200e"):
        sender, text = None, f"{sender}: {text}"
    made = Message(source, moment(match), sender and name(sender), text)
    is_notice = sender is None or sender.startswith(GROUP) or text.startswith("\u200e")
    if is_notice and (told := notice(text)):
        event, parts = told
        made.sender, made.event = None, event
        made.actor = parts.get("actor") and name(parts["actor"])
        made.subject = parts.get("subject") and name(parts["subject"])
        if event in ("joined", "left"):
            made.actor = made.subject
        if event == "added" and not made.subject:
            made.subject = "Vous"
    return made


def export(path, source, form):
    """The messages of an export, without what chunks lose: blank lines, blanks around lines."""
    lines = [line.strip(" ") for line in path.read_text("utf-8").split("\n")]
    starts = headers(lines, form)
    ends = [n for n, _ in starts[1:]] + [len(lines)]
    chat = [
        message(source, match, [line for line in lines[n + 1 : end] if line])
        for (n, match), end in zip(starts, ends)
    ]
    for before, after in zip(chat, chat[1:]):
        after.gap = int((after.date - before.date).total_seconds())
    return chat


def messages():
    """All messages, in the order of causerie's: by the path of their chunks."""
    return export(EXAMPLES / "export-ios.txt", "repair-cafe", IOS) + export(
        EXAMPLES / "export-android.txt", "voisins", ANDROID
    )
