"""The tables as Markdown, and their place in docs/speed.md."""

import re

from .measuring import Failure

BEGIN, END = "<!-- written by Scripts/bench -->", "<!-- end of what Scripts/bench writes -->"


def table(head, rows):
    """A Markdown table. A pipe in a cell is escaped."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |"
                     for line in lines)


def replaced(page, body):
    """A page with another text between the two markers."""
    if page.count(BEGIN) != 1 or page.count(END) != 1 or page.index(BEGIN) > page.index(END):
        raise Failure(f"docs/speed.md needs one line “{BEGIN}” and, below it, one “{END}”")
    before, rest = page.split(BEGIN)
    return f"{before}{BEGIN}\n\n{body}\n\n{END}{rest.split(END)[1]}"


def counts(page):
    """Job → instructions, as a page has them in its table; none where it has no such table."""
    return {job: int(number.replace(" ", ""))
            for job, number in re.findall(r"^\| ([^|]+) \| (\d[\d ]*) \|.*$", page, re.MULTILINE)}


def grouped(number):
    """A whole number with a space between its thousands."""
    return f"{number:,}".replace(",", " ")
