"""How WhatsApp writes a chat into a text file, in French, on iOS and on Android."""

from dataclasses import dataclass
from datetime import datetime

MARK = "\u200e"  # LEFT-TO-RIGHT MARK: iOS puts it before what it writes itself

# What a message may be instead of text, on iOS: kind, ending and name of its file, and the words
# in its place where the file was not exported.
IOS_MEDIA = {
    "[photo]": ("PHOTO", "jpg", "image absente"),
    "[video]": ("VIDEO", "mp4", "vidéo absente"),
    "[audio]": ("AUDIO", "opus", "audio omis"),
    "[gif]": ("GIF", "mp4", "GIF retiré"),
    "[sticker]": ("STICKER", "webp", "sticker omis"),
}


@dataclass
class Message:
    moment: datetime
    sender: str  # as the chat shows it; None for a notice of the group
    text: str
    is_edited: bool = False


EDITED = "<Ce message a été modifié>"


def ios(messages, dice, documents, owner, group_name):
    """The export of `owner`'s iPhone. Notices stand under the name that the group had at the
    time. A file is numbered by its message's place in the chat; of some only the placeholder is
    left, since they were no longer on the phone."""
    lines = []
    for number, message in enumerate(messages, start=1):
        before, text = _ios_text(message, number, dice, documents, owner)
        edited = f" {MARK}{EDITED}" if message.is_edited else ""
        sender = message.sender or group_name(message.moment)
        lines.append(
            f"{before}[{message.moment:%d/%m/%Y, %H:%M:%S}] {sender}: {text}{edited}\n")
    return "".join(lines)


def _ios_text(message, number, dice, documents, owner):
    """The mark before the bracket, or nothing; and the text."""
    text = message.text
    if text in IOS_MEDIA:
        kind, ending, placeholder = IOS_MEDIA[text]
        if dice.chance(0.5):
            return MARK, MARK + placeholder
        name = f"{number:08d}-{kind}-{message.moment:%Y-%m-%d-%H-%M-%S}.{ending}"
        return MARK, f"{MARK}<pièce jointe : {name}>"
    if text == "[doc]":
        name = dice.pick(documents)
        if dice.chance(0.5):
            return MARK, f"{MARK}<pièce jointe : {number:08d}-{name}>"
        pages = dice.number(2, 9)
        return MARK, f"{name} • {MARK}{pages} pages {MARK}document manquant"
    if text == "[contact]":
        return MARK, MARK + "Fiche contact manquante"
    if text == "[appel]":
        return MARK, MARK + "Appel vocal manqué"
    if text == "[lieu]":
        north, east = 44.5 + dice.number(0, 900) / 1e5, 4.8 + dice.number(0, 900) / 1e5
        return MARK, f"{MARK}Localisation: https://maps.google.com/?q={north:.5f},{east:.5f}"
    if text == "[supprimé]":
        is_own = message.sender == owner
        words = "Vous avez supprimé ce message." if is_own else "Ce message a été supprimé."
        return "", MARK + words
    return (MARK if text.startswith(MARK + "SONDAGE") else ""), text


# What a message may hold instead of text, on Android.
ANDROID_MEDIA = {"[média]": "<Médias omis>", "[supprimé]": "Ce message a été supprimé"}


def android(messages):
    """The export of an Android phone: minutes, and notices without a sender. `[photo]` is a file
    that was exported, with its caption on the next line; `[média]` one that was not."""
    lines, photos = [], {}
    for message in messages:
        text = ANDROID_MEDIA.get(message.text, message.text)
        if text.startswith("[photo]"):
            day = f"{message.moment:%Y%m%d}"
            number = photos[day] = photos.get(day, -1) + 1
            name = f"IMG-{day}-WA{number:04d}.jpg"
            text = text.replace("[photo]", f"{MARK}{name} (fichier joint)", 1)
        edited = f" {EDITED}" if message.is_edited else ""
        sender = f"{message.sender}: " if message.sender else ""
        lines.append(f"{message.moment:%d/%m/%Y, %H:%M} - {sender}{text}{edited}\n")
    return "".join(lines)
