"""Streams that are closed, full or nobody's, and signals that the system sends about files."""

import signal
import subprocess
import time

from hazards import *


class Closed(HazardTest):
    def test_standard_input(self):
        self.counted(before=closing(0))
        self.assertEqual(self.run_program("-q", "chat.txt", before=closing(0)), (0, "", ""))
        said = self.refused(3, "-q", "-", "-c", COUNT, before=closing(0))
        self.assertIn("standard input cannot be read", said)

    def test_standard_output(self):
        said = self.refused(1, "-q", "chat.txt", "-c", COUNT, before=closing(1))
        self.assertIn("cannot write to standard output", said)

    def test_standard_error(self):
        lines = ["-c", "nonsense", "-c", COUNT]
        answer = self.run_program("-q", "--keep-going", "chat.txt", *lines, before=closing(2))
        self.assertEqual(answer, (1, TWO, ""))

    def test_a_file_that_is_opened_takes_none_of_their_places(self):
        lines = ["-c", "nonsense", "-c", "messages | select id | export ids.csv", "-c", "messages"]
        self.run_program("--keep-going", "chat.txt", *lines, before=closing(0, 1, 2))
        self.assertEqual(self.read("ids.csv"), "id\r\n1\r\n2\r\n")
        self.assertEqual(self.read("chat.txt"), CHAT)


class Full(HazardTest):
    def test_an_answer_that_finds_no_room(self):
        for line in ["messages", COUNT, "help", "messages | export - --format xml"]:
            with open("/dev/full", "w", encoding="utf-8") as full:
                said = self.refused(1, "-q", "chat.txt", "-c", line, output=full)
            self.assertTrue(said.startswith("error: "), said)

    def test_a_help_that_found_no_room_said_nothing_of_it(self):
        for option in ["--help", "--version"]:
            with open("/dev/full", "w", encoding="utf-8") as full:
                said = self.refused(1, option, output=full)
            self.assertIn("cannot write to standard output: No space left", said)

    def test_a_target_that_has_no_room(self):
        said = self.refused(1, "-q", "chat.txt", "-c", "messages | export /dev/full --format csv")
        self.assertIn("/dev/full”: No space left on device", said)

    def test_SIGXFSZ_is_an_error_that_leaves_the_old_file_and_no_litter(self):
        for name in ["a.csv", "a.sqlite", "a.xlsx", "a.json.gz"]:
            self.write(name, "old")
            before = sorted(os.listdir(self.folder))
            said = self.refused(
                1, "-q", "chat.txt", "-c", f"messages | export {name} --force",
                before=no_larger_than(40))
            self.assertIn(f"“{name}”", said)
            self.assertEqual(self.read(name), "old")
            self.assertEqual(sorted(os.listdir(self.folder)), before)

    def test_SIGXFSZ_of_an_answer(self):
        with open(self.path("answer"), "w", encoding="utf-8") as file:
            said = self.refused(
                1, "-q", "chat.txt", "-c", "messages", before=no_larger_than(40), output=file)
        self.assertIn("File too large", said)


class Targets(HazardTest):
    def test_a_pipe_without_a_reader_waits_until_a_signal(self):
        os.mkfifo(self.path("pipe"))
        for number, status in [(signal.SIGINT, 130), (signal.SIGTERM, -15), (signal.SIGHUP, -1)]:
            process = subprocess.Popen(
                [os.environ["CAUSERIE"], "--no-init", "-q", "chat.txt", "-c",
                 "messages | export pipe --format csv"],
                cwd=self.folder, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
            time.sleep(1)
            process.send_signal(number)
            process.communicate(timeout=10)
            self.assertEqual(process.returncode, status)

    def test_a_pipe_with_a_reader_is_given_the_answer(self):
        os.mkfifo(self.path("pipe"))
        with subprocess.Popen(["cat", self.path("pipe")], stdout=subprocess.PIPE) as reader:
            line = "messages | select id | export pipe --format csv"
            self.assertEqual(self.run_program("-q", "chat.txt", "-c", line)[0], 0)
            self.assertEqual(reader.communicate(timeout=10)[0], b"id\r\n1\r\n2\r\n")

    def test_a_folder_a_link_and_an_input_by_another_name_stay(self):
        os.mkdir(self.path("folder"))
        os.symlink("chat.txt", self.path("link"))
        os.link(self.path("chat.txt"), self.path("hard.csv"))
        for name, reason in [("folder", "is a folder"), ("link", "is a symbolic link"),
                             ("hard.csv", "is a loaded input"), ("no/a.csv", "No such file")]:
            for option in ["--force", "--append"]:
                line = f"messages | export {name} --format csv {option}"
                self.assertIn(reason, self.refused(1, "-q", "chat.txt", "-c", line))
        self.assertEqual(self.read("chat.txt"), CHAT)

    def test_a_folder_that_may_not_be_written_to(self):
        said = self.refused(
            1, "-q", "--no-init", "chat.txt", "-c", "messages | export a.csv",
            before=lambda: (os.chmod(self.folder, 0o555), as_nobody()))
        self.assertIn("cannot write “a.csv”: Permission denied", said)


if __name__ == "__main__":
    unittest.main()
