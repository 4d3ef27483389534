"""Searching in a chat that is loaded. The words are those of chats.c, of which a message has one
line at most: so messages and lines are as many."""

from ..bench import Bar, Row
from ..measuring import Taken, succeeded
from ..session import Session

# A word in any case and with any accents, as causerie's fold has it, written for rg -i.
ACCENTS = {"a": "[aàáâãäå]", "e": "[eéèêë]", "h": "h", "r": "r", "t": "t"}
THEATRE = "".join(ACCENTS[letter] for letter in "theatre")


def lines(bench, *arguments):
    """The lines that rg counts in the larger chat."""
    done = succeeded([bench.peers.need("rg"), "-c", *arguments, str(bench.large.path)])
    return Taken(done.seconds, int(done.output))


def loaded(line, *arguments):
    def measure(bench):
        session = bench.session(bench.large)
        return bench.compare(lambda: session.number(line), lambda: lines(bench, *arguments))
    return measure


def first_folded(bench):
    def ours():
        session = Session(bench.program, str(bench.large.path))
        try:
            return session.number("grep theatre -c")
        finally:
            session.close()
    return bench.compare(ours, lambda: lines(bench, "-i", THEATRE), warm=False)


ROWS = [
    Row("grep, {large} loaded, a rare word, exact", "`rg -c -F`", Bar(0.7),
        loaded("grep -s héliotrope -c", "-F", "héliotrope")),
    Row("grep, {large} loaded, a frequent word, exact", "`rg -c -F`", Bar(0.5),
        loaded("grep -s dimanche -c", "-F", "dimanche")),
    Row("grep, {large} loaded, folded, from the second search on",
        "`rg -c -i`, a class for each letter", Bar(0.1),
        loaded("grep theatre -c", "-i", THEATRE)),
    Row("grep, {large} loaded, folded, the first search", "`rg -c -i`, a class for each letter",
        Bar(1.0), first_folded),
    Row("grep, {large} loaded, a regex led by a literal, exact", "`rg -c`", Bar(1.2),
        loaded('grep -s -E "dimanche (midi|soir)" -c', "dimanche (midi|soir)")),
    Row("grep, {large} loaded, a regex of words between `\\b`, folded", "`rg -c -i`", Bar(0.05),
        loaded('grep -E "\\b(lundi|mardi)\\b" -c', "-i", r"\b(lundi|mardi)\b")),
]
