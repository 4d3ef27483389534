"""Programs of the user's own, started from the prompt: the editor of `edit` and the pager."""

import os
import shutil
import stat
import time

from shell import *

ARCHIVE = "examples/archive"


class Programs(ShellTest):
    def program(self, name, text):
        """A shell script of that name in the home folder; its path."""
        path = os.path.join(self.home, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write("#!/bin/sh\n" + text)
        os.chmod(path, os.stat(path).st_mode | stat.S_IXUSR)
        return path

    def prompt(self, **options):
        return self.shell(arguments=[ARCHIVE], folder=ROOT, **options).ready()


class Editing(Programs):
    def edited(self, script, *lines):
        """A shell whose editor is a script, after some lines and `edit`."""
        shell = self.prompt(EDITOR=self.program("editor", script))
        for line in lines:
            shell.send(line)
            shell.enter()
        shell.send("edit\r")
        return shell

    def test_what_is_saved_runs_as_if_typed(self):
        shell = self.edited("sed -i s/sender/kind/ \"$1\"\n", "messages | count by sender | take 1")
        shell.wait(lambda: "call          9" in [row.strip() for row in shell.lines] or
                   any(row.startswith("call") for row in shell.lines), "no answer")
        shell.ready()
        self.assertIn("causerie> messages | count by kind | take 1", shell.lines)
        self.assertEqual(
            self.history()[-2:], ["edit", "messages | count by kind | take 1"])

    def test_several_lines_are_one_text_in_the_history(self):
        shell = self.edited("printf 'messages |\\n  count\\n' > \"$1\"\n")
        shell.shows("causerie> edit", "causerie> messages |", "     ...>   count",
                    "count", "─────", " 4148", PROMPT)

    def test_no_change_and_an_empty_text_do_nothing(self):
        shell = self.edited("true\n", "messages | count")
        shell.shows("note: nothing was changed: nothing is done", PROMPT)
        self.program("editor", ": > \"$1\"\n")
        shell.send("edit\r")
        shell.shows("note: the text is empty: nothing is done", PROMPT)

    def test_an_editor_that_fails_is_said_and_nothing_runs(self):
        shell = self.edited("exit 3\n", "messages | count")
        shell.wait(lambda: any("ended with status 3" in row for row in shell.lines), "not said")
        shell.ready()

    def test_the_file_is_the_users_own_and_gone_afterwards(self):
        note = os.path.join(self.home, "note")
        shell = self.edited(f"stat -c '%a %n' \"$1\" > {note}\n", "messages | count")
        shell.shows("note: nothing was changed: nothing is done", PROMPT)
        with open(note, encoding="utf-8") as file:
            mode, path = file.read().split()
        self.assertEqual(mode, "600")
        self.assertFalse(os.path.exists(path))

    def test_a_number_of_history_may_be_edited(self):
        shell = self.prompt(EDITOR=self.program("editor", "sed -i 's/count/count by kind/' \"$1\"\n"))
        for line in ("messages | count", "stats"):
            shell.send(line)
            shell.enter()
        shell.send("edit 1\r")
        shell.wait(lambda: "causerie> messages | count by kind" in shell.lines, "not run")


class Paging(Programs):
    def paging(self, text="", **options):
        shell = self.prompt(**options)
        shell.send("set pager on")
        shell.enter()
        return shell

    def test_a_short_answer_is_not_paged(self):
        note = os.path.join(self.home, "started")
        shell = self.paging(PAGER=f"touch {note}; cat")
        shell.send("messages | count\r")
        shell.shows("causerie> messages | count", "count", "─────", " 4148", PROMPT)
        self.assertFalse(os.path.exists(note))

    def test_a_long_answer_is_shown_by_the_users_pager_whole(self):
        seen = os.path.join(self.home, "seen")
        shell = self.paging(PAGER=f"cat > {seen}")
        shell.send("help export")
        shell.enter()
        with open(seen, encoding="utf-8") as file:
            text = file.read()
        self.assertTrue(text.startswith("export: write every row"), text[:40])
        self.assertIn("Examples:\n", text)

    def test_leaving_it_early_leaves_the_session_and_its_result(self):
        shell = self.paging(PAGER="head -3")
        for line in ("set limit all", "participants | take 1", "messages | skip 48 | select id, text"):
            shell.send(line)
            shell.enter()
        shell.send("count\r")
        shell.wait(lambda: " 4100" in shell.lines, "no count of the last result")

    def test_remarks_come_after_it(self):
        shell = self.paging(PAGER="cat; sleep 0.3; echo END OF PAGER")
        shell.send("set limit all; grep velo | select id; set nothing\r")
        shell.wait(lambda: any("there is no setting" in row for row in shell.lines), "no remark")
        rows = shell.lines
        end = rows.index("END OF PAGER")
        self.assertTrue(any("there is no setting" in row for row in rows[end:]), rows)

    def test_one_that_cannot_be_started_is_said_and_nothing_is_lost(self):
        shell = self.paging(PAGER="no-such-pager")
        shell.send("help export")
        shell.enter()
        self.assertIn("cannot start “no-such-pager”", shell.output.decode())
        self.assertIn("  messages | count by month | export - --format csv", shell.lines)

    @unittest.skipUnless(shutil.which("less"), "less is not installed")
    def ends_at_control_c(self, shell):
        """Types it; the prompt is back within two seconds, and the session is what it was."""
        started = time.monotonic()
        shell.send(ctrl("c"))
        shell.ready()
        self.assertLess(time.monotonic() - started, 2)
        shell.send("messages | count\r")
        shell.wait(lambda: " 4148" in shell.lines, "the session is gone")

    def test_control_c_ends_less_while_it_has_more_to_come_and_at_its_end(self):
        for limit in ("all", "40"):
            with self.subTest(limit=limit):
                shell = self.paging(PAGER="less", rows=24)
                shell.send(f"set limit {limit}")
                shell.enter()
                shell.send("messages\r")
                shell.wait(lambda: shell.lines[-1].startswith(":"), "less has not begun")
                self.ends_at_control_c(shell)

    def test_control_c_ends_it_within_a_moment(self):
        shell = self.paging(PAGER="cat > /dev/null; sleep 30")
        shell.send("help export\r")
        time.sleep(0.5)
        self.ends_at_control_c(shell)


if __name__ == "__main__":
    unittest.main()
