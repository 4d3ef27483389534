"""Streams that are closed, full or nobody's, and signals that the system sends about files."""

import fcntl
import signal
import sqlite3
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


class Few(HazardTest):
    def test_files_that_may_be_open(self):
        lines = ["-c", COUNT, "-c", "messages | export a.xlsx --force"]
        for soft, hard in [(10, 64), (5, 1_024)]:
            answer = self.run_program("-q", "chat.txt", *lines, before=with_files(soft, hard))
            self.assertEqual(answer[:2], (0, TWO))
        for most in [4, 6, 8, 63]:
            said = self.refused(1, "-q", "chat.txt", *lines, before=with_files(most, most))
            self.assertEqual(
                said, f"error: no more than {most} files may be open here, and it takes 64\n"
                "  ulimit -n 64, where causerie is started, allows them\n")


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


class AtOnce(HazardTest):
    """Several processes that write to one file."""

    def started(self, *lines):
        arguments = [os.environ["CAUSERIE"], "--no-init", "-q", "chat.txt"]
        running = [subprocess.Popen(
            [*arguments, "-c", line], cwd=self.folder, stderr=subprocess.PIPE, text=True)
            for line in lines]
        errors = [one.communicate(timeout=60)[1] for one in running]
        return sorted((one.returncode, error) for one, error in zip(running, errors))

    def test_rows_that_they_add_are_all_there_below_one_header(self):
        line = "messages | select id | export a.csv --append"
        self.assertEqual(self.started(*[line] * 8), [(0, "")] * 8)
        self.assertEqual(self.read("a.csv"), "id\r\n" + "1\r\n2\r\n" * 8)
        tables = [f"messages | export a.sqlite --append --table t{number}" for number in range(8)]
        self.assertEqual(self.started(*tables), [(0, "")] * 8)
        with sqlite3.connect(self.path("a.sqlite")) as database:
            names = database.execute("SELECT name FROM sqlite_master ORDER BY name").fetchall()
        self.assertEqual(names, [(f"t{number}",) for number in range(8)])
        self.assertEqual(sorted(os.listdir(self.folder)), ["a.csv", "a.sqlite", "chat.txt"])

    def test_one_of_them_makes_a_file_and_the_others_say_that_it_is_there(self):
        answers = self.started(*["messages | export a.csv"] * 8)
        self.assertEqual([status for status, _ in answers], [0] + [1] * 7)
        self.assertTrue(all("“a.csv” exists already" in said for _, said in answers[1:]), answers)
        self.assertEqual(sorted(os.listdir(self.folder)), ["a.csv", "chat.txt"])

    def test_Ctrl_C_ends_the_wait_for_another(self):
        self.write("a.csv", "id\r\n")
        with open(self.path("a.csv"), encoding="utf-8") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            waiting = subprocess.Popen(
                [os.environ["CAUSERIE"], "-q", "chat.txt", "-c",
                 "messages | select id | export a.csv --append"],
                cwd=self.folder, stderr=subprocess.PIPE, text=True)
            time.sleep(0.5)
            self.assertIsNone(waiting.poll())
            waiting.send_signal(signal.SIGINT)
            self.assertEqual(waiting.communicate(timeout=5)[1], "error: interrupted\n")
        self.assertEqual(waiting.returncode, 130)
        self.assertEqual(self.read("a.csv"), "id\r\n")


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
