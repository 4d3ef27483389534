"""The members of the repair café: how the chat names them, how much they write, and how."""

import re
from datetime import date

from invented.company import Person, lowered


def sometimes(share, endings, dice):
    """One of the endings, in this share of the lines; else nothing."""
    return dice.pick(endings) if dice.chance(share) else ""


def elodie(text, dice):
    return text + sometimes(0.3, [" 🌸", " ❤️", " 😊", " 🙏", " 💪", " 🥰", " ✨"], dice)


def zoe(text, dice):
    if "?" in text or len(text) < 16 or not dice.chance(0.25):
        return text
    return text.rstrip(" .!") + dice.pick([", non ?", ", tu crois ?", ", c'est ça ?", " ?"])


def ana(text, dice):
    return re.sub(" ?!+", ".", lowered(text)) + sometimes(0.15, [" né", " 🌙", ""], dice)


def bo_li(text, dice):
    return text.replace(" !!!", "").replace(" !", "").rstrip("😂😅 ") or "ok"


def theo(text, dice):
    return lowered(text).rstrip(".") + sometimes(0.35, [" mdr", " tkt", " grave", " fr"], dice)


def helene(text, dice):
    return text + "." if text[-1].isalnum() else text


def typographer(text):
    """As a careful keyboard types French: ’ and no-break spaces."""
    return re.sub(" (?=[?!:])", "\u00a0", text.replace("'", "\u2019"))


def odile(text, dice):
    loud = text.upper() if dice.chance(0.5) else text
    if not dice.chance(0.7):
        return loud
    return loud.rstrip(".") + (" Odile" if loud[-1] in "?!" else ". Odile")


def mamadou(text, dice):
    return "Mes amis, " + lowered(text) if len(text) > 20 and dice.chance(0.25) else text


def yann(text, dice):
    return "désolé, " + lowered(text) if len(text) > 12 and dice.chance(0.2) else text


def nadia(text, dice):
    return text + sometimes(0.25, [" 🧵", " 🪡", " ✂️"], dice)


def jurgen(text, dice):
    if len(text) <= 12 or not dice.chance(0.3):
        return text
    return dice.pick(["Alors, " + lowered(text), text + ", genau"])


def fatou(text, dice):
    return text + sometimes(0.25, [" 🌱", " 👩🏾‍🌾", " 🙏🏾"], dice)


PEOPLE = [
    Person("Élodie", 26, True, "Élodie 🌸", ("organise",), voice=elodie),
    Person("Karim", 13, pools=("élec", "bois", "bidouille", "nuit")),
    Person("Sylvain", 10, pools=("bidouille",)),
    Person("Zoë", 12, True, pools=("jardinier",), voice=zoe),
    Person("Ana", 9, True, pools=("élec", "bidouille", "nuit"), voice=ana),
    Person("Bo Li", 6, pools=("élec", "vélo", "méca", "bidouille"), voice=bo_li),
    Person("Hélène", 4, True, "Hélène M.", voice=helene, keyboard=typographer),
    Person("Mamadou", 6, pools=("jardinier",), voice=mamadou),
    Person("Yann", 6, shown="Yann 🚲", pools=("vélo",), voice=yann),
    Person("Nadia", 5, True, pools=("couture",), voice=nadia),
    Person("Odile", 5, True, pools=("jardinier",), voice=odile),
    Person("Théo", 5, pools=("bidouille",), voice=theo,
           present=((date.min, date(2025, 6, 30)), (date(2025, 10, 5), date.max))),
    Person("Jürgen", 3, pools=("méca",), voice=jurgen),
    # Not saved as contacts on the phone that made the export: the name they gave themselves
    # behind a tilde and a narrow no-break space, or a bare number between direction marks.
    Person("Fatou", 6, True, "~\u202fFatou", ("jardinier",),
           ((date(2025, 3, 10), date.max),), fatou),
    Person("Samir", 2, shown="\u202a+33\u00a06\u00a039\u00a098\u00a000\u00a017\u202c",
           present=((date.min, date(2025, 9, 26)), (date(2025, 9, 29), date.max))),
    Person("Luc", 3, pools=("bois", "méca"), present=((date(2025, 9, 7), date.max),)),
]

# Whose phone made the export: its notices say “Vous”.
OWNER = "Hélène M."
