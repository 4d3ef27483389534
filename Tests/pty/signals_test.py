"""Ctrl-C, Ctrl-D, Ctrl-Z, a changed size and a vanished terminal."""

import os
import pty
import termios

from shell import *


class Interrupting(ShellTest):
    def test_control_c_drops_the_line(self):
        shell = self.shell().ready()
        shell.type("half a line", LEFT * 4, shows="causerie> half a line")
        shell.send(ctrl("c"))
        shell.shows("causerie> half a line^C", "causerie>")
        self.assertEqual(self.entered(shell, "next"), "next")
        self.assertEqual(self.history(), ["next"])

    def test_control_c_drops_a_statement_of_several_lines(self):
        shell = self.shell().ready()
        shell.send("messages |\r")
        shell.ready(MORE)
        shell.type("cou", shows="     ...> cou")
        shell.send(ctrl("c"))
        shell.ready()
        self.assertEqual(self.entered(shell, "next"), "next")
        self.assertEqual(self.history(), ["next"])

    def test_control_c_works_in_the_middle_of_a_key_and_in_a_search(self):
        shell = self.shell().ready()
        for keys in ["\x1b[", ctrl("r") + "x"]:
            shell.send("Z" + keys)
            shell.wait(lambda: "Z" in shell.lines[-1], "no echo")
            time.sleep(0.2)
            shell.send(ctrl("c"))
            shell.ready()
        self.assertEqual(self.entered(shell, "next"), "next")

    def test_control_c_on_a_dumb_terminal_drops_the_line(self):
        shell = self.shell(TERM="dumb").ready()
        shell.send("half")
        shell.wait(lambda: shell.lines[-1].endswith("half"), "no echo")
        shell.send(ctrl("c"))
        shell.ready()
        shell.send(ctrl("d"))
        self.assertEqual(shell.end(), 0)


class Leaving(ShellTest):
    def test_control_d_leaves_from_an_empty_line_only(self):
        shell = self.shell().ready()
        shell.type("ab", HOME, ctrl("d"), "x", shows="causerie> xb")
        shell.send(END, ctrl("d"))
        self.assertEqual(self.entered(shell, "c"), "xbc")
        self.assertEqual(self.entered(shell, DELETE + "still here"), "still here")
        shell.send(ctrl("d"))
        self.assertEqual(shell.end(), 0)

    def test_the_terminal_gets_its_modes_back(self):
        # Those of a new terminal: in its own the program may have set others by now.
        ends = pty.openpty()
        before = termios.tcgetattr(ends[0])
        for end in ends:
            os.close(end)
        shell = self.shell().ready()
        self.assertNotEqual(termios.tcgetattr(shell.child.child_fd)[:4], before[:4])
        shell.send(ctrl("d"))
        shell.wait(lambda: b"\x1b[?2004l" in shell.output, "no end")
        time.sleep(0.2)
        self.assertEqual(termios.tcgetattr(shell.child.child_fd)[:4], before[:4])

    def assert_ends_without_its_terminal(self, shell):
        shell.ready()
        shell.child.ptyproc.fileobj.close()
        deadline = time.monotonic() + 5
        while shell.child.isalive():
            self.assertLess(time.monotonic(), deadline, "still running")
            time.sleep(0.05)

    def test_a_vanished_terminal_ends_the_program(self):
        self.assert_ends_without_its_terminal(self.shell())

    def test_a_vanished_terminal_ends_it_also_where_SIGHUP_is_ignored(self):
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        try:
            shell = self.shell()
        finally:
            signal.signal(signal.SIGHUP, signal.SIG_DFL)
        self.assert_ends_without_its_terminal(shell)

    def test_SIGTERM_ends_it_as_by_that_signal(self):
        shell = self.shell().ready()
        shell.child.kill(signal.SIGTERM)
        self.assertEqual(shell.end(), -signal.SIGTERM)
        self.assertTrue(shell.output.rstrip().endswith(b"\x1b[?2004l"))


class Resizing(ShellTest):
    def test_the_line_is_drawn_for_the_new_width(self):
        shell = self.shell(columns=80).ready()
        shell.type("0123456789" * 4, shows="causerie> " + "0123456789" * 4)
        shell.screen.resize(lines=24, columns=30)
        shell.child.setwinsize(24, 30)
        shell.shows("causerie> " + "0123456789" * 2, "0123456789" * 2)
        self.assertEqual(self.entered(shell, "x"), "0123456789" * 4 + "x")

    def test_absurd_widths_do_no_harm(self):
        for columns in [1, 2, 10_000]:
            shell = self.shell()
            shell.ready()
            shell.child.setwinsize(24, columns)
            time.sleep(0.2)
            shell.send(f"width {columns}\r")
            shell.wait(lambda: f"width {columns}" in self.history(), "the line is not taken")


class Suspending(ShellTest):
    def test_control_z_stops_it_with_the_terminals_own_modes(self):
        program = os.environ["CAUSERIE"]
        bash = self.shell(
            program="/bin/bash", arguments=["--norc", "--noprofile", "-i"], PS1="bash> "
        )
        bash.wait(lambda: bash.lines and bash.lines[-1].endswith("bash>"), "no bash")
        bash.send(program + "\r")
        bash.ready()
        bash.type("half", shows="causerie> half")
        bash.send(ctrl("z"))
        bash.wait(lambda: any("Stopped" in line for line in bash.lines), "not stopped")
        bash.send("fg\r")
        bash.shows("causerie> half")
        self.assertEqual(self.entered(bash, " whole"), "half whole")

    def test_a_large_export_may_be_cut_short_while_it_is_loaded_or_the_program_stopped(self):
        export = os.path.join(self.home, "chat.txt")

        def write():
            with open(export, "w") as file:
                for minute in range(10, 50):
                    file.write(f"17/02/2025, 16:{minute} - Ana: {'la haie a poussé ' * 60_000}\n")

        for stopped in (False, True):
            write()
            bash = self.shell(
                program="/bin/bash", arguments=["--norc", "--noprofile", "-i"], PS1="bash> ",
                folder=self.home,
            )
            bash.wait(lambda: bash.lines and bash.lines[-1].endswith("bash>"), "no bash")
            bash.send(os.environ["CAUSERIE"] + "\r")
            bash.ready()
            bash.send("load chat.txt\r")
            bash.wait(lambda: any("40 messages" in line for line in bash.lines), "not loaded")
            bash.ready()
            if stopped:
                bash.send(ctrl("z"))
                bash.wait(lambda: any("Stopped" in line for line in bash.lines), "not stopped")
            began = time.monotonic()
            # Whoever writes waits for a copy, which a stopped program could not make.
            with open(export, "w") as file:
                file.write("17/02/2025, 17:10 - Bo: nothing else\n")
            self.assertLess(time.monotonic() - began, 20)
            if stopped:
                bash.send("fg\r")
                bash.ready()
            bash.send("grep -s haie | count\r")
            bash.wait(lambda: any(line.strip() == "40" for line in bash.lines), "not all found")
            bash.close()
