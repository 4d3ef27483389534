"""The little language in which the invented talk is written, and how it is read.

A file is a series of scenes; what stands before the first is a remark.

    == title; key value; key value        a scene that recurs
    == 2025-02-08 19:20; title            a scene that is played then, once
    Élodie: Qui vient {demain|samedi} ?   a line of somebody named
    a: moi                                a line of anybody: a to g stay the same all scene long
    jardinier: Je peux                    a line of somebody of that pool (company.Person)
    groupe: ^Luc a rejoint ce groupe      a notice
    ? b: ok                               a line that is said two times out of three
    a: +2h merci                          two hours after the line before (min, h, d)
      et encore merci                     two spaces: the message goes on; ⏎ is an empty line

Keys of a recurrent scene: `poids` how often it is drawn, beside the others; `heures` the hours in
which it begins, 24 and 25 being those after midnight; `mois` its months, if not all; `chaque jeudi`
or `samedi` for one of which is played every week; `avec` what it is about (company.Company), whose
slots its lines may use and of which `expert` knows; `n` and `r` slots of its own.

In a line, {x|y|} is one of these, <2-9> a number, <name> a slot, <lien topic> an address, <a> the
first name of a, <de a> the same after a de that may lose its e, <a.e> an e where a is a woman,
<@a> a mention, <=Ana> the name as the chat shows it, ^ the mark U+200E. A whole line may be [photo]
or another entry of whatsapp.IOS_MEDIA or ANDROID_MEDIA.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta

LINE = re.compile(r"(\? )?([^\s:][^:]{0,12}): (?:\+([0-9]+)(min|h|d) )?(.*)")
UNITS = {"min": "minutes", "h": "hours", "d": "days"}


@dataclass
class Line:
    speaker: str
    text: str
    optional: bool = False
    delay: timedelta = None


@dataclass
class Scene:
    title: str
    options: dict
    start: datetime = None
    lines: list = field(default_factory=list)


def read_scenes(path):
    """The scenes of a file, in order."""
    scenes = []
    for number, row in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if row.startswith("== "):
            scenes.append(_read_heading(row[3:]))
        elif row.startswith("  ") and scenes:
            scenes[-1].lines[-1].text += "\n" + ("" if row.strip() == "⏎" else row[2:])
        elif row and scenes:
            found = LINE.fullmatch(row)
            if not found:
                raise SystemExit(f"{path.name}:{number}: neither a heading nor a line: {row}")
            optional, speaker, amount, unit, text = found.groups()
            delay = timedelta(**{UNITS[unit]: int(amount)}) if amount else None
            scenes[-1].lines.append(Line(speaker, text, bool(optional), delay))
    return scenes


def _read_heading(text):
    title, *options = text.split("; ")
    start = None
    if re.match(r"[0-9]{4}-", title):
        start = datetime.strptime(title, "%Y-%m-%d %H:%M")
        title, *options = options
    pairs = (option.partition(" ") for option in options)
    return Scene(title, {key: value for key, _, value in pairs}, start)


def ranges(text):
    """The numbers that “2-5,9-12” names."""
    numbers = []
    for part in text.split(","):
        low, _, high = part.partition("-")
        numbers.extend(range(int(low), int(high or low) + 1))
    return numbers


INNERMOST = re.compile(r"\{([^{}]*)\}")
SLOT = re.compile(r"<([^<>]+)>")
NUMBERS = re.compile(r"([0-9]+)-([0-9]+)")


def expand(text, dice, slot):
    """The text with one choice made of each {x|y}, and each <name> replaced by slot(name)."""
    while True:
        found = INNERMOST.search(text)
        if found:
            text = text[:found.start()] + dice.pick(found[1].split("|")) + text[found.end():]
            continue
        found = SLOT.search(text)
        if not found:
            # A choice of nothing leaves two spaces, or one at the end of a line.
            text = re.sub(r"(?<=\S) +(?= |$)", "", text, flags=re.MULTILINE)
            return text.replace("^", "\u200e")
        numbers = NUMBERS.fullmatch(found[1])
        value = str(dice.number(int(numbers[1]), int(numbers[2]))) if numbers else slot(found[1])
        text = text[:found.start()] + value + text[found.end():]
