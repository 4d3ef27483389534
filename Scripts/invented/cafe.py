"""The year 2025 of an invented repair café: a chat of a few thousand messages."""

from datetime import date, datetime
from pathlib import Path

from invented import whatsapp
from invented.cafe_people import OWNER, PEOPLE
from invented.cafe_tables import CROPS, DOCUMENTS, LINKS, OBJECTS
from invented.seasons import Calendar, Programme
from invented.company import Company, is_elided
from invented.dice import Dice
from invented.play import Play
from invented.talk import expand, read_scenes

HERE = Path(__file__).parent
SEED = 2025

GROUP_NAMES = [
    (datetime.min, "Repair café des Tanneries"),
    (datetime(2025, 4, 4, 19, 40), "Repair café & jardin des Tanneries 🍎"),
]

CALENDAR = Calendar(
    first=date(2025, 1, 2),
    last=date(2025, 12, 30),
    scenes_a_day=1.45,
    of_month=(0.9, 1.1, 1.2, 1.25, 1.3, 1.1, 0.7, 0.3, 1.2, 1.35, 0.95, 0.75),
    of_weekday=(0.8, 0.8, 1.15, 0.9, 0.8, 1.1, 1.0),
    silent=(
        (date(2025, 1, 14), date(2025, 1, 15)), (date(2025, 2, 24), date(2025, 2, 25)),
        (date(2025, 4, 27), date(2025, 4, 29)), (date(2025, 7, 28), date(2025, 7, 30)),
        (date(2025, 8, 3), date(2025, 8, 11)), (date(2025, 8, 13), date(2025, 8, 18)),
        (date(2025, 11, 9), date(2025, 11, 11)), (date(2025, 12, 23), date(2025, 12, 30)),
    ),
    no_weekly=((date(2025, 1, 1), date(2025, 1, 8)), (date(2025, 7, 31), date(2025, 8, 26))),
)

# One of these comes on the 21st of each month.
NOTICES = [
    "^^Votre code de sécurité avec {Zoë|Yann 🚲|Mamadou|<=Fatou>|Bo Li} a changé. "
    "^Appuyez pour en savoir plus.",
    "^{Nadia|Élodie 🌸} a changé l'icône de ce groupe",
    "^Vous avez changé la description du groupe",
    "^Élodie 🌸 a changé la description du groupe",
]


def draw_object(dice, month):
    """The slots of something to repair, and who knows about it."""
    article, noun, field, fault, trial, cause, part = dice.pick(OBJECTS)
    the = "l'" if is_elided(noun) else {"un": "le ", "une": "la "}[article]
    return {
        "un objet": f"{article} {noun}", "l'objet": the + noun, "panne": fault, "essai": trial,
        "cause": cause, "pièce": part, "il": "elle" if article == "une" else "il",
        "e": "e" if article == "une" else "",
    }, field


def draw_crop(dice, month):
    """The slots of something that grows in that month, and who knows about it."""
    crops = [crop for crop in CROPS if month in crop[0]]
    _, crop, bare, variety, deed, trouble, remedy = dice.pick(crops)
    return {
        "culture": crop, "Culture": crop[0].upper() + crop[1:],
        "de légume": ("d'" if is_elided(bare) else "de ") + bare, "variété": variety,
        "geste": deed, "souci": trouble, "remède": remedy,
    }, "jardinier"


def group_name(moment):
    return [name for since, name in GROUP_NAMES if since <= moment][-1]


def export():
    """The text of the chat, as an iPhone exports it."""
    dice = Dice(SEED)
    company = Company(PEOPLE, LINKS, {"objet": draw_object, "culture": draw_crop})
    story = read_scenes(HERE / "cafe-story.txt")
    scenes = read_scenes(HERE / "cafe-scenes.txt")
    programme, play = Programme(CALENDAR, story, scenes, dice), Play(company, dice)
    for day in CALENDAR.days():
        for start, scene, is_recurrent in programme.of_day(day):
            play.scene(scene, start, echoes=is_recurrent)
        if day.day == 21 and not CALENDAR.is_silent(day):
            moment = datetime(day.year, day.month, 21, 13, dice.number(0, 59), dice.number(0, 59))
            names = lambda slot: company.by_key[slot[1:]].name
            play.say(moment, None, expand(dice.pick(NOTICES), dice, names))
    return whatsapp.ios(play.in_order(), dice, DOCUMENTS, OWNER, group_name)
