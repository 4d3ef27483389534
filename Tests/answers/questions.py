"""The questions of docs/guide/08-questions-of-a-day.md, each answered without causerie.

A function stands under the heading of its question and gives the table of each line there that
answers with one. Rows are dictionaries, their keys in the order of the columns.
"""

import re
from collections import Counter
from datetime import datetime, timedelta
from statistics import median

import chat
import chunks
import text as texts

CHAT = chat.messages()
CAFE = [m for m in CHAT if m.source == "repair-cafe"]
HOUSE = [m for m in CHAT if m.source == "voisins"]
ARCHIVE = chunks.archive()
NEWEST = max(m.date for m in CHAT)
MONTHS = [f"2025-{month:02}" for month in range(1, 13)]
WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

ANSWERS = {}


class Sample:
    """Any so many of these rows, in their order: which of them is left to chance."""

    def __init__(self, size, rows):
        self.size, self.rows = min(size, len(rows)), rows


def question(heading):
    def keep(answer):
        ANSWERS[heading] = answer
        return answer

    return keep


def rows(messages, *columns):
    return [{column: value(m, column) for column in columns} for m in messages]


def value(m, column):
    found = getattr(m, column)
    return found.isoformat() if isinstance(found, datetime) else found


def month(m):
    return m.date.strftime("%Y-%m")


def months_of(found):
    """Every month from the first of some to the last."""
    found = set(found)
    return [key for key in MONTHS if min(found) <= key <= max(found)]


def counted(keys, names, order):
    """Groups in the order of their keys, then by falling count."""
    groups = sorted(Counter(keys).items(), key=lambda group: order(group[0]))
    groups.sort(key=lambda group: -group[1])
    return [dict(zip(names, key)) | {"count": count} for key, count in groups]


def by_text(key):
    return tuple(texts.text_order(part) for part in key)


@question("Who spoke of something, month by month?")
def compost():
    found = [
        (month(m), m.sender)
        for m in CHAT
        if m.sender in ("Odile", "Fatou") and month(m) >= "2025-02"
        and "compost" in texts.fold(m.body or "")
    ]
    yield counted(found, ["month", "sender"], by_text)[:10]


@question("In what context was it said?")
def context():
    around = set()
    for place, m in enumerate(CAFE):
        body = texts.fold(m.body or "")
        if m.date < datetime(2025, 6, 1) or "code de securite" not in body:
            continue
        if "expire" not in body and "avec" not in body:
            around |= {place - 1, place, place + 1}
    yield rows([CAFE[place] for place in sorted(around)], "date", "sender", "text")


@question("Where is the link that somebody sent?")
def links_of_one():
    yield [
        {"date": m.date.isoformat(), "url": texts.links(m.body)}
        for m in CHAT
        if m.sender == "Zoë" and month(m) >= "2025-09" and texts.links(m.body)
    ]


@question("Who gave a telephone number?")
def numbers():
    pattern = re.compile(r"\b0[67](\s?\d{2}){4}\b")
    found = [m for m in CAFE if pattern.search(texts.fold(m.body or ""))]
    yield rows(found, "date", "sender", "text")


@question("Who writes how much?")
def amounts():
    groups = []
    for sender in sorted({m.sender for m in HOUSE}, key=texts.text_order):
        own = [m for m in HOUSE if m.sender == sender]
        groups.append({
            "sender": sender, "n": len(own), "words": sum(m.words for m in own),
            "longest": max(len(m.body or "") for m in own),
        })
    yield sorted(groups, key=lambda group: -group["n"])


@question("Who writes at night?")
def nights():
    groups = []
    for sender in sorted({m.sender for m in CHAT}, key=texts.text_order):
        own = [m.is_night for m in CHAT if m.sender == sender]
        groups.append({"sender": sender, "share": sum(own) / len(own)})
    yield sorted(groups, key=lambda group: -group["share"])[:8]


@question("What do they say most often at night?")
def sayings():
    said = [(m.sender, m.body) for m in CHAT if m.is_night and m.body]
    yield [row for row in counted(said, ["sender", "body"], by_text) if row["count"] > 2]


@question("What does somebody ask?")
def asked():
    found = [m for m in CHAT if m.sender == "Hélène M." and (m.body or "").endswith("?")]
    yield rows(found, "date", "body")


@question("What was the first thing each of them wrote?")
def firsts():
    found = {}
    for m in CAFE:
        if m.sender:
            found.setdefault(m.sender, m)
    yield rows(sorted(found.values(), key=lambda m: m.date), "date", "sender", "text")


@question("What are the longest messages of each?")
def longest():
    found = []
    for sender in sorted({m.sender for m in HOUSE if m.sender}, key=texts.text_order):
        own = sorted((m for m in HOUSE if m.sender == sender), key=lambda m: -m.words)
        found += [m for m in own[:3] if m.words > 20]
    yield rows(found, "sender", "words", "date", "text")


@question("How many messages each month?")
def months():
    found = Counter(month(m) for m in CHAT if m.sender == "Théo")
    yield [{"month": key, "count": found[key]} for key in months_of(found)]


@question("On which days, at what hours?")
def hours():
    found = Counter((m.date.weekday(), m.date.hour) for m in HOUSE if m.date.hour >= 12)
    columns = sorted({hour for _, hour in found})
    days = sorted({day for day, _ in found})
    yield [
        {"weekday": WEEKDAYS[day]} | {str(hour): found.get((day, hour)) for hour in columns}
        for day in days
    ]


@question("How active was each of them, month by month?")
def activity():
    found = Counter((month(m), m.sender) for m in HOUSE)
    senders = sorted({m.sender for m in HOUSE}, key=texts.text_order)
    span = months_of(key for key, _ in found)
    yield [
        {"month": key} | {sender or "null": found[key, sender] for sender in senders}
        for key in span
    ]


@question("Who wrote in the last thirty days?")
def lately():
    found = [(m.sender,) for m in CHAT if NEWEST - timedelta(days=30) <= m.date <= NEWEST]
    yield counted(found, ["sender"], by_text)


@question("When was there silence?")
def silences():
    found = [m for m in CAFE if m.gap is not None and m.gap > 4 * 86_400]
    yield rows(found, "date", "sender", "gap", "text")


@question("Which words does somebody use?")
def vocabulary():
    found = [
        (term,) for m in CHAT if m.sender == "Zoë" for term in texts.terms(m.body) if len(term) > 3
    ]
    yield counted(found, ["w"], by_text)[:30]


@question("Which emoji are used most?")
def pictures():
    found = [(e,) for m in HOUSE for e in texts.emoji(m.body)]
    yield counted(found, ["e"], by_text)[:15]


@question("What was talked about, and when?")
def topics():
    found = Counter(
        (month(m), topic)
        for m in CHAT
        for topic, pattern in chunks.TOPICS.items()
        if re.search(pattern, texts.fold(m.text))
    )
    names = sorted({topic for _, topic in found}, key=texts.text_order)
    span = months_of(key for key, _ in found)
    yield [{"month": key} | {topic: found[key, topic] for topic in names} for key in span]


@question("Who shouts?")
def shouts():
    found = [m for m in CHAT if re.search("[A-Z]{4,}", m.body or "")]
    yield Sample(10, rows(found, "date", "sender", "body"))


@question("What do the long ones look like?")
def big():
    found = [m for m in CHAT if m.words > 40]
    yield counted([(m.sender,) for m in found], ["sender"], by_text)
    yield Sample(5, rows(found, "date", "sender", "words", "text"))


@question("Which sites do we link to?")
def sites():
    last = [m for m in CHAT if month(m) >= "2025-10"]
    found = [(texts.host(url),) for m in last for url in texts.links(m.body)]
    yield counted(found, ["host"], by_text)[:20]


@question("Who came, and who left?")
def moves():
    found = [m for m in CHAT if m.event in ("joined", "left", "removed") and month(m) >= "2025-06"]
    yield rows(found, "date", "event", "actor", "subject")


@question("Who is new and has not said a word?")
def silent():
    senders = {m.sender for m in CHAT}
    found = [
        m for m in CHAT
        if m.event in ("joined", "added") and m.date > NEWEST - timedelta(days=340)
        and m.subject not in senders
    ]
    yield rows(found, "date", "event", "actor", "subject")


@question("Which chunks were cut badly?")
def badly_cut():
    found = []
    for chunk in ARCHIVE:
        dates = [chat.moment(match) for _, match in chunk.headers]
        if not chunk.declared_days and dates:
            found.append({
                "ordinal": chunk.ordinal,
                "first": min(dates).isoformat(), "last": max(dates).isoformat(),
                "found_messages": sum(line >= chunk.overlap for line, _ in chunk.headers),
            })
    yield found
    yield [{"count": sum(not chunk.form.match(chunk.lines[0]) for chunk in ARCHIVE)}]


@question("How large are the chunks, and what is wrong with them?")
def sizes():
    groups = []
    for series in ("repair-cafe", "voisins"):
        own = [chunk for chunk in ARCHIVE if chunk.series == series]
        tokens = [int(chunk.fields["Tokens"]) for chunk in own]
        groups.append({
            "series": series, "n": len(own),
            "smallest": min(tokens), "median": median(tokens), "largest": max(tokens),
            "repeated": sum(chunk.overlap for chunk in own),
        })
    yield groups
    found = sorted(Counter(code for chunk in ARCHIVE for code in chunks.doubts(chunk)).items())
    yield [{"code": code, "count": count} for code, count in found]


@question("May I have that week as a file?")
def week():
    found = [
        m for m in CHAT
        if datetime(2025, 2, 10) <= m.date < datetime(2025, 2, 18)
        and m.sender in ("Zoë", "Élodie 🌸")
    ]
    days = sorted(Counter((m.date.strftime("%Y-%m-%d"), m.sender) for m in found).items(),
                  key=lambda group: by_text(group[0]))
    yield [{"day": day, "sender": sender, "count": count} for (day, sender), count in days]
    yield rows(found[-4:], "date", "sender", "body")
