"""Plays scenes: who says the lines, when, and what fills their slots."""

from datetime import timedelta

from invented.company import is_elided, is_speech
from invented.talk import expand
from invented.whatsapp import MARK, Message

REACTIONS = [
    "ok", "ok", "ok", "merci !", "merci !", "merci !", "👍", "👍", "Super", "top", "😂", "😂😂",
    "❤️", "+1", "👏👏👏", "Merci", "haha", "oui", "Ok", "bien vu", "🙏", "😍", "noté", "d'accord",
]


class Play:
    def __init__(self, company, dice):
        self.company, self.dice = company, dice
        self.messages = []

    def scene(self, scene, start, echoes=False):
        """Adds the messages of a scene; with echoes, perhaps some short answers after it."""
        cast = Cast(self.company, scene, start.date(), self.dice)
        moment = start
        for place, line in enumerate(scene.lines):
            if line.optional and self.dice.chance(1 / 3):
                continue
            speaker = cast.speaker(line.speaker)
            if line.delay:
                moment += line.delay + timedelta(seconds=self.dice.number(0, 240))
            elif place > 0 and speaker is None:
                moment += timedelta(seconds=self.dice.number(1, 9))
            elif place > 0:
                moment += timedelta(seconds=self.dice.pause())
            text = expand(line.text, self.dice, cast.slot)
            # A role takes on the manner of whoever plays it; a named person's line has it already.
            is_role = line.speaker not in self.company.by_key
            if speaker and speaker.voice and is_role and is_speech(text):
                text = speaker.voice(text, self.dice)
            self.say(moment, speaker, text)
        while echoes and self.dice.chance(0.33):
            moment += timedelta(seconds=self.dice.pause())
            self.say(moment, cast.draw(cast.present), self.dice.pick(REACTIONS))

    def say(self, moment, speaker, text):
        """Adds a message; without a speaker it is a notice of the group."""
        if speaker and speaker.keyboard and MARK not in text and "://" not in text:
            text = speaker.keyboard(text)
        is_plain = speaker and is_speech(text) and MARK not in text
        is_edited = bool(is_plain and self.dice.chance(0.018))
        self.messages.append(Message(moment, speaker.name if speaker else None, text, is_edited))

    def in_order(self):
        """The messages by time; those of one second in the order they were said."""
        return sorted(self.messages, key=lambda message: message.moment)


class Cast:
    """The roles and slots of one scene on one day."""

    def __init__(self, company, scene, day, dice):
        self.company, self.dice, self.title = company, dice, scene.title
        self.present = [person for person in company.people if person.is_present(day)]
        named = {line.speaker for line in scene.lines} & company.by_key.keys()
        self.taken = [company.by_key[key] for key in sorted(named)]
        self.roles = {}
        self.slots, self.experts = {}, None
        if "avec" in scene.options:
            self.slots, self.experts = company.things[scene.options["avec"]](dice, day.month)
        for name in ("n", "r"):
            if name in scene.options:
                self.slots[name] = scene.options[name]

    def speaker(self, role):
        """The person of a role; None for the group's own notices."""
        if role == "groupe":
            return None
        if role not in self.company.roles:
            raise SystemExit(f"scene “{self.title}”: nobody and nothing is called “{role}”")
        if role in self.company.by_key:
            return self.company.by_key[role]
        if role not in self.roles:
            pool = self.experts if role == "expert" else role
            free = [person for person in self.present if person not in self.taken] or self.present
            asked = [person for person in free if pool in person.pools] or free
            self.roles[role] = self.draw(asked)
            self.taken.append(self.roles[role])
        return self.roles[role]

    def draw(self, people):
        return self.dice.weighted(people, lambda person: person.share)

    def slot(self, name):
        """What stands for <name>. Its alternatives are chosen once for the whole scene."""
        if name in self.slots:
            self.slots[name] = expand(self.slots[name], self.dice, self.slot)
            return self.slots[name]
        if name.startswith("lien "):
            # The sites listed first are the favourites.
            sites = self.company.links[name[5:]]
            base, ends = self.dice.weighted(sites, lambda site: 1 / (1 + sites.index(site)))
            return base + expand(self.dice.pick(ends), self.dice, self.slot)
        if name.startswith("="):
            return self.speaker(name[1:]).name
        if name.startswith("@"):
            return f"@\u2068{self.speaker(name[1:]).name}\u2069"
        if name.startswith("de "):
            key = self.speaker(name[3:]).key
            return ("d'" if is_elided(key) else "de ") + key
        role, _, ending = name.partition(".")
        person = self.speaker(role)
        return ("e" if person.woman else "") if ending == "e" else person.key
