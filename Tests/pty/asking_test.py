"""Questions about the example chats: completion, statements over lines, Ctrl-C, the first run."""

import re

from shell import *

ARCHIVE = "examples/archive"


def wrapped(line, columns):
    """The rows that a line takes on the screen."""
    return [line[i : i + columns].rstrip() for i in range(0, max(1, len(line)), columns)]


class Starting(ShellTest):
    def test_a_wrong_option_is_told_in_lines_of_the_terminal(self):
        shell = self.shell(arguments=["--output=excel", "--no-color"], columns=60)
        self.assertEqual(shell.end(), 2)
        self.assertEqual(shell.lines, [
            "error: the value 'excel' is invalid for '--output <format>':",
            "  there is no format for tables of that name; there are",
            "  table, box, line, csv, tsv, json, jsonl, md",
            "  see causerie --help",
        ])


class Completing(ShellTest):
    def setUp(self):
        super().setUp()
        self.prompt = self.shell(arguments=[ARCHIVE], folder=ROOT).ready()

    def test_tab_completes_a_verb(self):
        self.prompt.type("verif\t", "|", shows="causerie> verify |")

    def test_tab_completes_a_column_of_the_table_before_the_stage(self):
        self.prompt.type("links | where ur\t", "|", shows="causerie> links | where url |")

    def test_tab_finds_a_name_without_its_accents_and_quotes_it(self):
        self.prompt.type("grep from:elo\t", "|", shows='causerie> grep from:"Élodie 🌸" |')

    def test_tab_leaves_a_plain_name_without_quotes(self):
        self.prompt.type("grep from:zo\t", "|", shows="causerie> grep from:Zoë |")

    def test_a_second_tab_lists_what_may_follow(self):
        self.prompt.send("grep has:\t\t")
        self.prompt.shows("link     media    emoji    mention", "causerie> grep has:")


    def test_a_column_is_listed_with_its_type_and_meaning(self):
        self.prompt.send("messages | where s\t\t")
        self.prompt.wait(
            lambda: any(row.startswith("sender ") and "text: " in row for row in self.prompt.lines),
            "no description",
        )

    def test_a_single_candidate_is_described_under_the_line(self):
        self.prompt.send("messages | where send\t")
        self.prompt.wait(
            lambda: any(row.startswith("sender  text: ") for row in self.prompt.lines)
            and self.prompt.lines[-1] == "causerie> messages | where sender",
            "no description",
        )

    def test_a_value_is_found_where_a_column_is_compared(self):
        self.prompt.type(
            "messages | where sender = elo\t", "|",
            shows='causerie> messages | where sender = "Élodie 🌸" |',
        )

    def test_operators_follow_a_column(self):
        self.prompt.send("messages | where words \t\t")
        self.prompt.wait(
            lambda: any(row.startswith("between ") for row in self.prompt.lines), "no operators"
        )

    def test_F1_shows_the_page_of_the_verb_at_the_cursor_and_keeps_the_line(self):
        for keys in ("\x1bOP", "\x1b[11~"):
            self.prompt.send("messages | take 3", keys)
            self.prompt.shows(
                "take: keep the first N rows", "  … | take N", "Example:", "  messages | take 10",
                "causerie> messages | take 3",
            )
            self.prompt.send(ctrl("u"))

    def test_F1_names_the_line_that_shows_a_page_without_room(self):
        self.prompt.send("grep from:", "\x1bOP")
        self.prompt.wait(
            lambda: any(row.endswith(" more lines: help grep") for row in self.prompt.lines), "no end")
        self.prompt.send(ctrl("u"))

    def test_F1_on_an_empty_line_shows_what_there_is(self):
        self.prompt.send("\x1bOP")
        self.prompt.wait(lambda: any("Find" in row for row in self.prompt.lines), "no help")


class Statements(ShellTest):
    def test_a_statement_goes_on_while_a_bar_or_a_bracket_is_open(self):
        shell = self.shell(arguments=[ARCHIVE], folder=ROOT).ready()
        shell.send("messages |\r")
        shell.ready(MORE)
        shell.send('where sender in ("Zoë",\r')
        shell.ready(MORE)
        shell.send('"Ana") | count by sender | select sender\r')
        shell.ready()
        self.assertEqual(
            shell.lines[-8:-1],
            [
                "causerie> messages |",
                '     ...> where sender in ("Zoë",',
                '     ...> "Ana") | count by sender | select sender',
                "sender",
                "──────",
                "Ana",
                "Zoë",
            ],
        )


class Interrupting(ShellTest):
    LONG = ('messages | explode t = terms(body) | explode u = terms(body)'
            ' | where replace(body, "[aeiou]", "") = t | count')

    def test_control_c_ends_a_question_of_minutes_and_keeps_what_is_loaded(self):
        # How fast it does is for Scripts/bench to say: this is the debug build, on any machine.
        shell = self.shell(arguments=[ARCHIVE], folder=ROOT).ready()
        for moment in (0.3, 1, 2):
            shell.send(self.LONG + "\r")
            shell.wait(lambda: shell.lines[-1].endswith("| count"), "no echo")
            time.sleep(moment)
            shell.read(0)
            self.assertNotEqual(shell.lines[-1], PROMPT, "the question was not long")
            shell.send(ctrl("c"))
            shell.ready()
            self.assertIn("interrupted", "\n".join(shell.lines[-4:]))
        shell.send("messages | count\r")
        shell.shows("count", "─────", " 4148", PROMPT)


class FirstRun(ShellTest):
    def test_the_first_run_answers_as_the_first_page_says(self):
        with open(os.path.join(ROOT, "README.md"), encoding="utf-8") as file:
            page = file.read()
        session = re.search(r"```causerie\n(.*?)```", page, re.S).group(1).splitlines()
        shell = self.shell(rows=80, folder=ROOT).ready()
        typed = [line[2:] for line in session if line.startswith("> ")]
        for number, line in enumerate(typed, start=1):
            shell.send(line + "\r")
            shell.wait(
                lambda: [row.startswith(PROMPT) for row in shell.lines].count(True) > number
                and shell.lines[-1] == PROMPT,
                f"no answer to {line!r}",
            )
        expected = [
            row
            for line in session
            for row in wrapped(re.sub(r"^> ", PROMPT + " ", line), 80)
            if row
        ]
        self.assertEqual(shell.lines, expected + [PROMPT])
