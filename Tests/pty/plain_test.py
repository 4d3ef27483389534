"""Terminals that can do little, and no terminal at all: everything is there, and nothing raw."""

import re

from shell import *

LINES = [
    "messages | where sender is not null | take 3",
    "grep radio | take 2",
    "messages | count by sender | sort -count | take 3",
    "messages | count by month fill | plot",
    "messages | count by day | plot",
    "messages | count by weekday, hour | plot",
    "messages | plot hist words",
    "grep onze | context 1 | show -l",
    "stats",
]
ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class PlainTest(ShellTest):
    def answers(self, columns=80, options=(), **environment):
        """What each line writes on a terminal."""
        said = {}
        for line in LINES:
            shell = self.shell(
                columns=columns, rows=200, folder=ROOT,
                arguments=["--no-init", "-q", *options, "examples/archive", "-c", line],
                **environment,
            )
            self.assertEqual(shell.end(), 0, line)
            said[line] = shell.output.decode().replace("\r\n", "\n")
        return said

    def test_colour_comes_and_goes_without_a_word_changing(self):
        colored = self.answers()
        for line, plain in self.answers(NO_COLOR="1").items():
            self.assertIn("\x1b[", colored[line])
            # Only where a cell begins may be told by moving the cursor.
            self.assertNotRegex(plain, r"\x1b\[[0-9;]*m")
            self.assertEqual(re.sub(r"\x1b\[[0-9;]*m| +(?=\n)", "", colored[line]), plain)

    def test_a_dumb_terminal_is_given_no_escape_and_lines_of_ASCII(self):
        for line, said in self.answers(TERM="dumb").items():
            self.assertNotIn("\x1b", said)
            self.assertIsNone(re.search("[─│┤└┬█▏░▒▓…⋯]", self.drawn(said)), line)

    def test_so_is_a_terminal_of_another_encoding(self):
        for line, said in self.answers(LANG="C", options=("--no-color",)).items():
            self.assertIsNone(re.search("[─│┤└┬█▏░▒▓⋯]", self.drawn(said)), line)

    def drawn(self, said):
        """What the program draws: not the texts of messages."""
        return re.sub(r"^ *\d+  .*$", "", said, flags=re.M)

    def test_twenty_columns_are_enough(self):
        for line, said in self.answers(columns=20).items():
            rows = [ESCAPE.sub("", row) for row in said.split("\n")]
            self.assertEqual([row for row in rows if not self.fits(row, 20)], [], line)

    def fits(self, row, columns):
        screen = pyte.Screen(columns, 2)
        pyte.Stream(screen).feed(row)
        return screen.cursor.y == 0

    def test_without_a_terminal_nothing_is_cut_coloured_or_moved(self):
        import subprocess

        for line in LINES:
            said = subprocess.run(
                [os.environ["CAUSERIE"], "--no-init", "-q", "examples/archive", "-c", line],
                cwd=ROOT, env={"PATH": os.environ["PATH"], "HOME": self.home},
                capture_output=True, check=True, text=True,
            ).stdout
            self.assertNotIn("\x1b", said)
            if " plot" not in line:
                self.assertNotIn("…", said.replace("  …  ", ""))
                self.assertNotIn("%", said)


if __name__ == "__main__":
    unittest.main()
