"""How far a load is: one row that is written over, and gone afterwards."""

from shell import *


class Loading(ShellTest):
    LINES = 300_000
    STEPS = ("writing ", "reading ", "joining ", "comparing ")

    def setUp(self):
        super().setUp()
        self.path = os.path.join(self.home, "long.txt")
        with open(self.path, "w", encoding="utf-8") as file:
            for number in range(self.LINES):
                day, minute = 1 + number // 14_400, number // 10 % 1_440
                file.write(
                    f"{day:02}/03/2025, {minute // 60:02}:{minute % 60:02} - Ana: word {number}\n"
                )

    def progress(self, shell):
        return [line for line in shell.lines if line.startswith(self.STEPS)]

    def load(self, shell):
        shell.send("load long.txt\r")
        shell.wait(lambda: self.progress(shell), "no progress")

    def test_a_long_load_says_how_far_it_is_and_leaves_nothing_of_it(self):
        shell = self.shell(folder=self.home).ready()
        self.load(shell)
        self.assertEqual(len(self.progress(shell)), 1)
        shell.wait(lambda: any("300 000 messages" in line for line in shell.lines), "not loaded")
        shell.ready()
        self.assertEqual(self.progress(shell), [])
        self.assertEqual(shell.lines[0], "causerie> load long.txt")
        self.assertTrue(shell.lines[1].startswith("read 1 file: "), shell.lines)

    def test_control_c_leaves_a_clean_prompt(self):
        shell = self.shell(folder=self.home).ready()
        self.load(shell)
        shell.send(ctrl("c"))
        shell.ready()
        self.assertEqual(
            shell.lines, ["causerie> load long.txt", "error: interrupted", "causerie>"]
        )

    def test_a_narrow_terminal_has_it_in_one_row(self):
        shell = self.shell(folder=self.home, columns=24).ready()
        self.load(shell)
        shell.send(ctrl("c"))
        shell.ready()
        self.assertEqual(
            shell.lines, ["causerie> load long.txt", "error: interrupted", "causerie>"]
        )

    def test_an_export_says_how_far_it_is_and_control_c_leaves_no_file(self):
        shell = self.shell(folder=self.home, arguments=["long.txt"]).ready()
        rows = shell.lines
        shell.send("messages | export out.csv\r")
        shell.wait(lambda: self.progress(shell), "no progress")
        self.assertEqual(len(self.progress(shell)), 1)
        shell.send(ctrl("c"))
        shell.ready()
        self.assertEqual(
            shell.lines,
            rows[:-1] + ["causerie> messages | export out.csv", "error: interrupted", "causerie>"],
        )
        self.assertEqual([name for name in os.listdir(self.home) if "out" in name], [])

    def test_where_a_row_cannot_be_written_over_nothing_is_said(self):
        for options in ({"TERM": "dumb"}, {"arguments": ["--quiet"]}):
            shell = self.shell(folder=self.home, **options).ready()
            shell.send("load long.txt\r")
            shell.wait(lambda: shell.lines[-1].endswith("load long.txt"), "no echo")
            shell.ready()
            for step in self.STEPS:
                self.assertNotIn(step, shell.output.decode().replace("read 1 file", ""))
