"""Whether columns stand one below the other, by the cursor of a terminal and not by our own reckoning.

tmux draws what causerie writes, and is asked after each cell where its cursor is (DSR 6 of ECMA-48)."""

import json
import subprocess
import sys

from shell import *

TEXTS = {
    "Zoë": "ça va ? e\u0301te\u0301 de\u0301ja\u0300, nai\u0308f",
    "李小龙": "日本語のテキスト、全角ＡＢＣ、한국어도",
    "Élodie 🌸": "👩\u200d👩\u200d👧 👨\u200d👩\u200d👧\u200d👦 👍🏽 🤷🏽\u200d♀️ 1️⃣",
    "سلمى": "سلام عليكم، كيف الحال؟",
    "Bo 🇫🇷": "🇨🇭🇫🇷🇯🇵 drapeaux, 🏴\u200d☠️ aussi",
    "नेहा": "नमस्ते दुनिया, ทดสอบ ภาษาไทย",
}

# Runs in the terminal of tmux: writes each line up to each bar of the box, and asks where the cursor is.
ASKING = r"""
import json, re, sys, termios, tty
lines, answers = json.load(open(sys.argv[1])), []
before = termios.tcgetattr(0)
tty.setraw(0)
try:
    for line in lines:
        columns = []
        sys.stdout.write("\r\x1b[2J\x1b[H")
        for part in re.split("(│)", line):
            if part == "│":
                sys.stdout.write("\x1b[6n")
                sys.stdout.flush()
                answer = b""
                while not answer.endswith(b"R"):
                    answer += sys.stdin.buffer.raw.read(1)
                columns.append(int(answer.split(b";")[1][:-1]))
            sys.stdout.write(part)
        answers.append(columns)
finally:
    termios.tcsetattr(0, termios.TCSADRAIN, before)
json.dump(answers, open(sys.argv[2], "w"))
"""


@unittest.skipUnless(shutil.which("tmux"), "tmux is not installed")
class WidthTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        with open(self.path("chat.txt"), "w", encoding="utf-8") as file:
            for minute, (sender, text) in enumerate(TEXTS.items()):
                file.write(f"[17/02/2025, 16:{minute:02}:00] {sender}: {text}\n")

    def path(self, name):
        return os.path.join(self.folder, name)

    def box(self, columns):
        """The lines of a table in a box, as a terminal of so many columns is given them."""
        shell = Shell(
            self.folder, columns=columns, rows=40, folder=self.folder,
            arguments=["--no-color", "-q", "chat.txt", "-o", "box", "-c",
                       "messages | select id, sender, text, words"],
        )
        while shell.read(0.5):
            pass
        return [line for line in shell.output.decode().split("\r\n") if line.startswith("│")]

    def cursor_columns(self, lines, columns):
        """Where the cursor of tmux stands before each bar of each line."""
        with open(self.path("lines"), "w", encoding="utf-8") as file:
            json.dump(lines, file)
        with open(self.path("ask.py"), "w", encoding="utf-8") as file:
            file.write(ASKING)
        server = ["tmux", "-u", "-f", "/dev/null", "-S", self.path("socket")]
        words = [sys.executable, self.path("ask.py"), self.path("lines"), self.path("answers")]
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}
        subprocess.run(
            [*server, "new-session", "-d", "-x", str(columns + 10), "-y", "40", " ".join(words)],
            env=environment, check=True,
        )
        try:
            deadline = time.monotonic() + 10
            while not os.path.exists(self.path("answers")) and time.monotonic() < deadline:
                time.sleep(0.05)
            time.sleep(0.1)
            with open(self.path("answers"), encoding="utf-8") as file:
                return json.load(file)
        finally:
            subprocess.run([*server, "kill-server"], env=environment, stderr=subprocess.DEVNULL)
            if os.path.exists(self.path("answers")):
                os.remove(self.path("answers"))

    def test_columns_of_every_script_stand_one_below_the_other(self):
        for columns in (40, 80, 200):
            with self.subTest(columns=columns):
                lines = self.box(columns)
                self.assertEqual(len(lines), len(TEXTS) + 1)
                places = self.cursor_columns(lines, columns)
                wrong = [line for line, place in zip(lines, places) if place != places[0]]
                self.assertEqual(wrong, [], f"bars at {places}")
                self.assertLessEqual(places[0][-1], columns)


if __name__ == "__main__":
    unittest.main()
