"""Text as docs/language.md and the columns' meanings in `schema messages` describe it."""

import re
import unicodedata

LIGATURES = {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "ı": "i"}
APOSTROPHES = "’‘ʼ＇`´"

# The emoji that the example chats use, each as one reader sees one.
JOINER, PRESENTATION = "\u200d", "\ufe0f"


def fold(text):
    """A text as comparisons see it: lower case, no accents, one apostrophe, one blank."""
    kept = []
    for character in unicodedata.normalize("NFD", text.lower()):
        if "\u0300" <= character <= "\u036f" or "\u200b" <= character <= "\u200f":
            continue
        if character in APOSTROPHES:
            character = "'"
        elif character.isspace() and character != "\n":
            character = " "
        kept.append(LIGATURES.get(character, character))
    return "".join(kept)


def text_order(text):
    """The key to sort texts by: folded, ties by their bytes; a missing one last."""
    return (text is None, fold(text or ""), (text or "").encode("utf-8"))


def words(text):
    """How many runs between blanks have a letter or a digit."""
    return sum(any(c.isalnum() for c in run) for run in (text or "").split())


def terms(text):
    """The words of a text, folded: runs of letters and digits."""
    return re.findall(r"[^\W_]+", fold(text or ""))


def is_picture(character):
    """Whether a character shows as a picture by itself, or with U+FE0F after it."""
    code = ord(character)
    return unicodedata.category(character) == "So" and code >= 0x2600


def emoji(text):
    """The emoji of a text, in order; a joined family or a toned hand is one."""
    found = []
    place = 0
    text = text or ""
    while place < len(text):
        if not is_picture(text[place]):
            place += 1
            continue
        end = place + 1
        while end < len(text):
            if text[end] == PRESENTATION or "\U0001f3fb" <= text[end] <= "\U0001f3ff":
                end += 1
            elif text[end] == JOINER and end + 1 < len(text) and is_picture(text[end + 1]):
                end += 2
            else:
                break
        found.append(text[place:end])
        place = end
    return found


def links(text):
    """The web addresses of a text, without the stops of the sentence around them."""
    found = []
    for url in re.findall(r"https?://[^\s<>\"`]+", text or ""):
        url = url.rstrip(".,;:!?»…")
        while url.endswith(")") and url.count("(") < url.count(")"):
            url = url[:-1]
        found.append(url)
    return found


def host(url):
    """The host of an address, in lower case and without `www.`."""
    return re.match(r"https?://(?:www\.)?([^/:?#]+)", url).group(1).lower()
