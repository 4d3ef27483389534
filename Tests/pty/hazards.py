"""The program among things that break other programs: what the tests of hazards have in common."""

import os
import resource
import shutil
import subprocess
import tempfile
import unittest

CHAT = "17/02/2025, 16:14 - Ana: un\n17/02/2025, 16:15 - Bo: deux\n"
COUNT = "messages | count | export - --format csv"
TWO = "count\r\n2\r\n"


def closing(*descriptors):
    """For a process at its start: these streams are closed."""
    return lambda: [os.close(descriptor) for descriptor in descriptors]


def no_larger_than(size):
    """For a process at its start: no file may grow beyond so many bytes, or SIGXFSZ is sent."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def with_files(soft, hard):
    """For a process at its start: so many files may be open, and so many it may allow itself."""
    return lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def as_nobody():
    """For a process at its start: where the tests run as root, it may do no more than anybody."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)


class HazardTest(unittest.TestCase):
    """A test in a folder of its own, with a chat in it."""

    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        os.chmod(self.folder, 0o755)
        self.write("chat.txt", CHAT)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode())

    def read(self, name):
        with open(self.path(name), encoding="utf-8", newline="") as file:
            return file.read()

    def run_program(self, *arguments, before=None, text=None, output=subprocess.PIPE, **variables):
        """The exit status, standard output and standard error; fails where it does not end."""
        environment = {"PATH": os.environ["PATH"], "HOME": self.folder, "TERM": "xterm-256color"}
        environment.update(variables)
        given = {"stdin": subprocess.DEVNULL} if text is None else {"input": text}
        answer = subprocess.run(
            [os.environ["CAUSERIE"], *arguments], cwd=self.folder, stdout=output,
            stderr=subprocess.PIPE, preexec_fn=before, timeout=60,
            env={name: value for name, value in environment.items() if value is not None}, **given)
        return answer.returncode, (answer.stdout or b"").decode(), answer.stderr.decode()

    def counted(self, *arguments, **options):
        """That the two messages are counted, whatever is around; what was said besides."""
        status, output, complaints = self.run_program(
            *(arguments or ("-q", "chat.txt")), "-c", COUNT, **options)
        self.assertEqual((status, output), (0, TWO), complaints)
        return complaints

    def refused(self, status, *arguments, **options):
        """That it ends with this status and no answer; what it says."""
        found, output, complaints = self.run_program(*arguments, **options)
        self.assertEqual((found, output), (status, ""), complaints)
        self.assertLessEqual(len(complaints.splitlines()), 6)
        return complaints
