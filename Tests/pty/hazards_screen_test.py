"""Names and texts that would drive the terminal: each way to the screen shows them as marks."""

import zipfile

from shell import *

# What a terminal would obey: a title, the clipboard, a colour by C1, the screen cleared, text turned round.
TITLE, CLIPBOARD, RED, CLEAR, TURNED = (
    "\x1b]0;owned\x07", "\x1b]52;c;b3duZWQ=\x07", "\x9b31m", "\x1bc", "\u202eowned")
HOSTILE = [TITLE, CLIPBOARD, RED, CLEAR, TURNED]
SENDER = f"Zo{TITLE}{RED}{TURNED}"
# A file's name may hold all but a slash.
NAME = f"chat{TITLE}{CLEAR}{TURNED}{RED}.txt"
CHAT = (f"17/02/2025, 16:14 - {SENDER}: haie{''.join(HOSTILE)} https://a.example/{RED}\n"
        f"17/02/2025, 16:15 - Bo: @{SENDER} radio{CLEAR}\n"
        f"17/02/2025, 16:16 - {SENDER} changed the subject to “{TITLE}{TURNED}”\n"
        "32/13/2025, 99:99 - Bo: no date\n")


class Screen(ShellTest):
    def setUp(self):
        super().setUp()
        self.folder = os.path.join(self.home, "in")
        os.mkdir(self.folder)
        with open(os.path.join(self.folder, NAME), "w", encoding="utf-8") as file:
            file.write(CHAT)
        with zipfile.ZipFile(os.path.join(self.home, "in.zip"), "w") as archive:
            archive.writestr(f"a{TITLE}{RED}/{NAME}", CHAT.replace("haie", "mur"))
            archive.writestr(f"no{CLEAR}{TURNED}.txt", "no chat")

    def clean(self, shell, *shown):
        """That nothing of it arrived as it was, and that what should be seen was."""
        said = shell.output
        for text in HOSTILE:
            self.assertNotIn(text.encode(), said)
        for raw in (b"\x1b]", b"\x1bc", "\u202e".encode(), b"\xc2\x9b"):
            self.assertNotIn(raw, said)
        for text in shown:
            self.assertIn(text, said.decode())

    def begin(self, **options):
        return self.shell(folder=self.home, columns=300, rows=500, **options).ready()

    def after(self, *lines):
        shell = self.begin()
        for line in lines:
            shell.send(line)
            shell.enter()
        return shell

    def test_tables_views_and_statistics(self):
        shell = self.after(
            "load in", "messages", "show 1", "show -l 1", "people", "events", "links", "files", "problems",
            "stats", "messages | count by sender | plot", "messages | count by sender, file", "grep haie",
            "messages | extend x = sender + body | select x", "describe", "sql select sender from messages")
        self.clean(shell, "Zo␛]0;owned", "⟨U+202E⟩owned")

    def test_members_of_archives(self):
        shell = self.after("load in.zip", "files", "problems", "messages | select file, text")
        self.clean(shell, "␛]0;owned")

    def test_names_in_errors_and_remarks(self):
        odd = f"in/{NAME}"
        shell = self.shell(
            folder=self.home, columns=300, rows=500,
            arguments=["--keep-going", odd, "--no-init", "-c", f"load '{odd}x'", "-c", f"grep {TITLE}",
                       "-c", f"read '{odd}'", "-c", f"messages | export 'no{RED}/a{TITLE}.csv'",
                       "-c", f"messages | where {CLEAR} = 1", "-c", f"no{TURNED}",
                       "-c", f"run '{odd}'", "-c", f"set limit {RED}"])
        self.assertEqual(shell.end(), 1)
        self.clean(shell, "␛]0;owned", "⟨U+009B⟩", "⟨U+202E⟩")
        for words in [[f"--{TITLE}"], [f"no{TURNED}", "-c", "quit"], ["run", f"no{CLEAR}"], ["-o", f"x{RED}"]]:
            shell = self.shell(folder=self.home, columns=300, arguments=words)
            self.assertGreater(shell.end(), 0)
            self.clean(shell)

    def test_candidates_and_what_is_completed(self):
        shell = self.after("load in")
        for line in ("grep from:\t\t", "messages | where sender = \t\t", "load in/\t\t", "load in/ch\t\t",
                     "messages | where sender has \"Zo\t\t", "messages | where file = \t\t"):
            shell.send(line)
            time.sleep(0.5)
            shell.read(0.2)
            shell.send(ctrl("c"))
            shell.ready()
        self.clean(shell, "owned")

    def test_the_history_and_what_is_typed(self):
        os.makedirs(os.path.dirname(self.history_path))
        with open(self.history_path, "w", encoding="utf-8") as file:
            file.write(f"grep {TURNED}\ngrep {RED}\n")
        shell = self.begin()
        for key in (UP, UP, ctrl("r") + "grep"):
            shell.send(key)
            time.sleep(0.2)
            shell.read(0.2)
        shell.send(ctrl("c"))
        shell.ready()
        self.clean(shell)

    def test_a_terminal_of_one_column_and_one_of_ten_thousand(self):
        for columns in (1, 10_000):
            # What is drawn on so wide a screen is nobody's question here, and slow to find out.
            shell = self.shell(
                folder=self.home, columns=columns, rows=24,
                arguments=["--keep-going", "--no-init", "in", "-c", "messages", "-c", "show 1", "-c", "problems",
                           "-c", "stats", "-c", "messages | count by day | plot", "-c", "help grep", "-c", "nonsense"])
            self.assertEqual(shell.end(), 1)
            self.clean(shell)


if __name__ == "__main__":
    unittest.main()
