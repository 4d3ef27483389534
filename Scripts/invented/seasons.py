"""Spreads scenes over the days of a chat: the dated ones on their day, of the recurrent ones as
many as the season and the day of the week ask for."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from invented.talk import ranges

WEEKDAYS = {"jeudi": 3, "samedi": 5}
OF_HOUR = {
    7: 0.4, 8: 1.1, 9: 1.2, 10: 1, 11: 0.9, 12: 1.2, 13: 1, 14: 0.7, 15: 0.6, 16: 0.7, 17: 1,
    18: 1.3, 19: 1.5, 20: 1.6, 21: 1.5, 22: 1.0, 23: 1.0, 24: 0.5, 25: 0.2,
}


@dataclass
class Calendar:
    first: object  # the day on which the chat begins; recurrent scenes begin the day after
    last: object
    scenes_a_day: float
    of_month: tuple  # twelve factors
    of_weekday: tuple = (1, 1, 1, 1, 1, 1, 1)  # from Monday
    silent: tuple = ()  # (first day, last day) without recurrent scenes
    no_weekly: tuple = ()  # the same for those of a fixed day of the week

    def days(self):
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]

    def is_silent(self, day):
        return day == self.first or within(day, self.silent)


def within(day, periods):
    return any(first <= day <= last for first, last in periods)


class Programme:
    """What is played on each day of a calendar."""

    def __init__(self, calendar, story, scenes, dice):
        self.calendar, self.story, self.dice = calendar, story, dice
        self.scenes = [scene for scene in scenes if "chaque" not in scene.options]
        self.weekly = [scene for scene in scenes if "chaque" in scene.options]
        self.recent = []

    def of_day(self, day):
        """The (start, scene, whether it is a recurrent one) of a day, in order."""
        planned = [(scene.start, scene, False) for scene in self.story if scene.start.date() == day]
        for scene in self._recurrent(day):
            # A start at which no other scene is likely to be going on; else it is left out.
            for _ in range(12):
                start = self._start(day, scene)
                if all(abs(start - other) > timedelta(minutes=50) for other, _, _ in planned):
                    planned.append((start, scene, True))
                    break
        return sorted(planned, key=lambda plan: plan[0])

    def _recurrent(self, day):
        calendar = self.calendar
        if calendar.is_silent(day):
            return []
        drawn = []
        for name, weekday in WEEKDAYS.items():
            weekly = [scene for scene in self.weekly if scene.options["chaque"] == name]
            if weekly and day.weekday() == weekday and not within(day, calendar.no_weekly):
                drawn.append(self._draw(weekly, day))
        factor = calendar.of_month[day.month - 1] * calendar.of_weekday[day.weekday()]
        for _ in range(self.dice.count(calendar.scenes_a_day * factor)):
            drawn.append(self._draw(self.scenes, day))
        return drawn

    def _draw(self, scenes, day):
        """A scene of the season, none of those played lately."""
        fitting = [s for s in scenes if day.month in ranges(s.options.get("mois", "1-12"))]
        fresh = [scene for scene in fitting if scene.title not in self.recent[-10:]] or fitting
        scene = self.dice.weighted(fresh, lambda scene: int(scene.options["poids"]))
        self.recent.append(scene.title)
        return scene

    def _start(self, day, scene):
        hour = self.dice.weighted(ranges(scene.options["heures"]), lambda hour: OF_HOUR[hour])
        return datetime(day.year, day.month, day.day) + timedelta(
            hours=hour, minutes=self.dice.number(0, 59), seconds=self.dice.number(0, 59))
