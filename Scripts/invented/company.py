"""Who takes part in an invented chat, and what fills the slots of its scenes."""

from dataclasses import dataclass, field
from datetime import date

ALWAYS = ((date.min, date.max),)


@dataclass
class Person:
    key: str  # the first name, by which the talk calls them
    share: int  # how much they write, beside the others
    woman: bool = False
    shown: str = ""  # the name in the chat, where it is not the key
    pools: tuple = ()  # what they are asked about
    present: tuple = ALWAYS  # (first day, last day) of each stay in the group
    voice: object = None  # (text, dice) → text, for lines that anybody may say
    keyboard: object = None  # text → text, for all lines

    @property
    def name(self):
        return self.shown or self.key

    def is_present(self, day):
        return any(first <= day <= last for first, last in self.present)


@dataclass
class Company:
    people: list
    links: dict = field(default_factory=dict)  # topic → [(base address, [endings])]
    # What a scene can be `avec`: name → (dice, month) → (slots, the pool of its experts).
    things: dict = field(default_factory=dict)

    def __post_init__(self):
        self.by_key = {person.key: person for person in self.people}
        pools = {pool for person in self.people for pool in person.pools}
        self.roles = {*"abcdefg", "expert"} | pools | self.by_key.keys()


def lowered(text):
    """Without the capital at the start, unless the first word is in capitals."""
    is_word_in_capitals = len(text) > 1 and text[:2].isalpha() and text[:2].isupper()
    return text if is_word_in_capitals else text[:1].lower() + text[1:]


def is_speech(text):
    """Plain words: no link, no list, no file."""
    return "://" not in text and "\n" not in text and "[" not in text and len(text) > 3


def is_elided(word):
    """Whether de, le and la lose their vowel before the word."""
    return word[0] in "aeiouéAEIOUÉ" or word in ("horloge", "Hélène")
