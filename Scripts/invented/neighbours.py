"""A few months of an invented group of neighbours: some hundred messages on an Android phone."""

from datetime import date
from pathlib import Path

from invented import whatsapp
from invented.seasons import Calendar, Programme
from invented.company import Company, Person
from invented.dice import Dice
from invented.play import Play
from invented.talk import read_scenes

HERE = Path(__file__).parent
SEED = 12

PEOPLE = [
    Person("Claire", 8, True),
    Person("Moussa", 7),
    Person("Gaëlle", 6, True),
    Person("Victor", 6),
    Person("Mme Ferrand", 3, True),
    Person("Paul", 2, shown="Paul - syndic"),
    # Not saved as contacts on the phone that made the export.
    Person("Inès", 4, True, "~\u202fInès"),
    Person("Inconnu", 0, shown="+33 6 39 98 01 40"),
    Person("Samba", 5, present=((date(2025, 3, 2), date.max),)),
]

CALENDAR = Calendar(
    first=date(2025, 2, 3),
    last=date(2025, 9, 14),
    scenes_a_day=0.3,
    of_month=(1, 1, 1, 1.1, 1.2, 1.2, 0.8, 0.5, 1, 1, 1, 1),
)


def export():
    """The text of the chat, as an Android phone exports it."""
    dice = Dice(SEED)
    story = read_scenes(HERE / "voisins-story.txt")
    scenes = read_scenes(HERE / "voisins-scenes.txt")
    programme, play = Programme(CALENDAR, story, scenes, dice), Play(Company(PEOPLE), dice)
    for day in CALENDAR.days():
        for start, scene, _ in programme.of_day(day):
            play.scene(scene, start)
    return whatsapp.android(play.in_order())
