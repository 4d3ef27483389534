"""Scripts/install: what it puts below a folder, and that it takes it away again."""

import os
import shutil
import subprocess

from shell import *

INSTALL = os.path.join(ROOT, "Scripts/install")
FILES = [
    "bin/causerie",
    "share/bash-completion/completions/causerie",
    "share/fish/vendor_completions.d/causerie.fish",
    "share/man/man1/causerie.1",
    "share/zsh/site-functions/_causerie",
]


class Installing(ShellTest):
    def setUp(self):
        super().setUp()
        self.prefix = os.path.join(self.home, "a folder")
        self.answer = self.install(self.prefix)

    def install(self, *arguments):
        return subprocess.run(
            [INSTALL, *arguments], capture_output=True, text=True, env={**os.environ, "HOME": self.home})

    def installed(self):
        return sorted(
            os.path.relpath(os.path.join(folder, name), self.prefix)
            for folder, _, names in os.walk(self.prefix) for name in names)

    def path(self, name):
        return os.path.join(self.prefix, name)

    def test_the_program_its_manual_and_completions_are_there_and_go_again(self):
        self.assertEqual(self.answer.returncode, 0, self.answer.stderr)
        self.assertEqual(self.installed(), FILES)
        self.assertIn("is not in PATH", self.answer.stderr)
        version = subprocess.run(
            [self.path("bin/causerie"), "--version"], capture_output=True, text=True)
        self.assertRegex(version.stdout, r"^causerie \d")
        self.assertEqual(self.install("--remove", self.prefix).returncode, 0)
        self.assertEqual(self.installed(), [])

    def test_it_may_be_installed_over_itself(self):
        self.assertEqual(self.install(self.prefix).returncode, 0)
        self.assertEqual(self.installed(), FILES)

    def test_an_unknown_option_changes_nothing(self):
        answer = self.install("--prefix", self.prefix)
        self.assertEqual(answer.returncode, 2)
        self.assertIn("Scripts/install PREFIX", answer.stderr)

    def test_the_manual_is_troff_without_a_complaint(self):
        with open(self.path("share/man/man1/causerie.1"), encoding="utf-8") as file:
            text = file.read()
        for word in ("grep", "summarize", "conversation", "\\-\\-date\\-order", "EXIT STATUS"):
            self.assertIn(word, text)
        if not shutil.which("groff"):
            self.skipTest("groff is not installed")
        page = subprocess.run(
            ["groff", "-man", "-Tutf8", "-ww", "-K", "utf8", self.path("share/man/man1/causerie.1")],
            capture_output=True, text=True)
        self.assertEqual((page.returncode, page.stderr), (0, ""))

    def test_each_shell_reads_its_completions(self):
        for shell, name in (("bash", FILES[1]), ("fish", FILES[2]), ("zsh", FILES[4])):
            if not shutil.which(shell):
                continue
            with self.subTest(shell):
                read = subprocess.run([shell, "-n", self.path(name)], capture_output=True, text=True)
                self.assertEqual((read.returncode, read.stderr), (0, ""))

    def test_bash_completes_options(self):
        script = (
            f"source '{self.path(FILES[1])}'; COMP_WORDS=(causerie --no); COMP_CWORD=1; "
            "COMP_LINE='causerie --no'; COMP_POINT=13; _causerie causerie --no causerie; "
            "echo \"${COMPREPLY[@]}\"")
        answer = subprocess.run(["bash", "-c", script], capture_output=True, text=True)
        self.assertIn("--no-color", answer.stdout, answer.stderr)
