"""Pasted text, as terminals mark it."""

from shell import *


class Pasting(ShellTest):
    def test_the_marks_are_asked_for_at_the_prompt_only(self):
        shell = self.shell().ready()
        shell.send("x")
        shell.enter()
        on, off = b"\x1b[?2004h", b"\x1b[?2004l"
        marks = [shell.output.count(on), shell.output.count(off)]
        self.assertEqual(marks, [2, 1])
        self.assertLess(shell.output.index(on), shell.output.index(off))

    def test_three_lines_are_one_statement(self):
        shell = self.shell().ready()
        shell.send(PASTE + "messages\r| where x\r| count\r" + PASTE_END)
        shell.shows("causerie> messages", "| where x", "| count")
        self.assertEqual(self.entered(shell, ""), r"messages\n| where x\n| count")

    def test_pasted_text_goes_in_at_the_cursor_and_stays_editable(self):
        shell = self.shell().ready()
        shell.send("ad", LEFT, PASTE + "b\nc" + PASTE_END)
        shell.shows("causerie> ab", "cd")
        self.assertEqual(self.entered(shell, "x" + LEFT * 3 + BACKSPACE), r"a\ncxd")

    def test_control_characters_and_the_line_feed_at_the_end_are_left_out(self):
        shell = self.shell().ready()
        text = self.entered(shell, PASTE + "a\x1b[2Jb\x00\x04c\td\r\ne\r\n" + PASTE_END)
        self.assertEqual(text, "a[2Jbc\td\\ne")

    def test_an_overlong_paste_is_left_out_and_said(self):
        shell = self.shell().ready()
        shell.send("kept")
        shell.send(PASTE)
        for _ in range(30):
            shell.send("0123456789" * 1000)
            shell.read(0)
        shell.send(PASTE_END)
        shell.wait(lambda: any("left out" in line for line in shell.lines), "nothing is said")
        shell.shows("causerie> kept")

    def test_a_large_paste_is_taken_whole(self):
        shell = self.shell().ready()
        text = "0123456789" * 5000
        shell.send(PASTE)
        for start in range(0, len(text), 1000):
            shell.send(text[start : start + 1000])
            shell.read(0)
        shell.send(PASTE_END)
        self.assertEqual(self.entered(shell, "!"), text + "!")

    def test_a_paste_without_its_end_can_be_interrupted(self):
        shell = self.shell().ready()
        shell.send(PASTE + "half")
        time.sleep(0.2)
        shell.send(ctrl("c"))
        shell.shows("causerie> ^C", "causerie>")
        self.assertEqual(self.entered(shell, "whole"), "whole")
