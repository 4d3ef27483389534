"""The program without a terminal: exit statuses, streams, pipes."""

import subprocess

from shell import *

ARCHIVE = "examples/archive"
LONG = ('messages | explode t = terms(body) | explode u = terms(body)'
        ' | where replace(body, "[aeiou]", "") = t | count')


class ProgramTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)

    def program(self, *arguments, **options):
        environment = {"PATH": os.environ["PATH"], "HOME": self.folder, "TERM": "xterm-256color"}
        return subprocess.Popen(
            [os.environ["CAUSERIE"], *arguments],
            cwd=ROOT,
            env=environment,
            text=True,
            stdin=options.get("stdin", subprocess.PIPE),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def run_program(self, *arguments, lines=""):
        """The exit status, and the lines of standard output and of standard error."""
        with self.program(*arguments) as process:
            output, complaints = process.communicate(lines, timeout=60)
        return process.returncode, output.splitlines(), complaints.splitlines()

    def script(self, text):
        path = os.path.join(self.folder, f"{len(os.listdir(self.folder))}.causerie")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path


class Statuses(ProgramTest):
    def test_0_where_all_is_well(self):
        status, output, _ = self.run_program("-q", ARCHIVE, "-c", "messages | count")
        self.assertEqual((status, output), (0, ["count", "─────", " 4148"]))

    def test_1_where_a_line_fails_and_the_next_does_not_run(self):
        lines = ["-c", "mesages", "-c", "messages | count"]
        status, output, complaints = self.run_program("-q", ARCHIVE, *lines)
        self.assertEqual((status, output), (1, []))
        self.assertEqual(complaints[0], "error: no verb mesages")
        self.assertLessEqual(len(complaints), 6)
        status, output, _ = self.run_program("-q", "--keep-going", ARCHIVE, *lines)
        self.assertEqual((status, output[-1]), (1, " 4148"))

    def test_1_where_a_piped_line_fails_named_by_its_place(self):
        lines = "messages | count\n\nmessages\n| where x = 1\nlinks | count\n"
        status, output, complaints = self.run_program("-q", ARCHIVE, lines=lines)
        self.assertEqual(status, 1)
        self.assertEqual(output[:3], ["count", "─────", " 4148"])
        self.assertIn("stdin:4:9: error", complaints[0])

    def test_a_chat_that_is_piped_without_a_word_is_told_to_be_one(self):
        with open(os.path.join(ROOT, "examples/export-ios.txt"), encoding="utf-8") as file:
            chat = file.read()
        status, output, complaints = self.run_program("-q", lines=chat)
        self.assertEqual((status, output), (1, []))
        self.assertTrue(complaints[-1].endswith("one that is piped is read by: causerie -"))
        status, output, complaints = self.run_program("-q", lines="PK\x03\x04\x14\0\n")
        self.assertEqual((status, output), (1, []))
        self.assertTrue(complaints[-1].endswith("an archive that is piped is read by: causerie -"))
        _, _, remarks = self.run_program("-c", "messages | count", lines=chat)
        self.assertTrue(remarks[-1].endswith("what is piped: load -"))
        _, output, _ = self.run_program("-", "-c", "messages | count", lines=chat)
        self.assertEqual(output[-1], " 3753")

    def test_2_where_the_usage_or_a_script_is_wrong(self):
        for arguments in [
            ["--colour"],
            ["-o", "xml"],
            ["run"],
            ["run", "nowhere.causerie"],
            ["run", self.script("messages | cuont\n"), "--load", ARCHIVE],
            # What is wrong with a script is said before anything is loaded.
            ["run", self.script("messages | cuont\n"), "--load", "nowhere"],
            ["run", self.script("messages | count by sendr\n"), "--load", "nowhere"],
            ["run", self.script("messages\n"), "--nobody=Ana", "--load", "nowhere"],
            ["check", self.script("messages | count by sendr\n")],
            ["run", self.script("param who\ngrep from:$who\n"), "--load", ARCHIVE],
        ]:
            status, output, complaints = self.run_program("-q", *arguments)
            self.assertEqual((status, output), (2, []), arguments)
            self.assertTrue("error: " in complaints[0], complaints)
            self.assertLessEqual(len(complaints), 6)

    def test_3_where_the_paths_gave_nothing(self):
        for path in ["nowhere", "README.md", "Sources"]:
            status, output, complaints = self.run_program("-q", path, "-c", "messages")
            self.assertEqual((status, output), (3, []), path)
            self.assertTrue(complaints[0].startswith("error: "), complaints)

    def test_4_where_an_expect_does_not_hold_also_with_keep_going(self):
        path = self.script("messages | expect count() < 5\nshow 99999\n")
        for options in [[], ["--keep-going"]]:
            status, _, _ = self.run_program("-q", *options, "run", path, "--load", ARCHIVE)
            self.assertEqual(status, 4)
        line = "messages | expect count() > 5"
        self.assertEqual(self.run_program("-q", ARCHIVE, "-c", line), (0, [], []))

    def test_130_where_it_is_interrupted(self):
        with self.program("-q", ARCHIVE, "-c", LONG, "-c", "messages | count") as process:
            time.sleep(3)
            process.send_signal(signal.SIGINT)
            output, complaints = process.communicate(timeout=10)
        self.assertEqual((process.returncode, output), (130, ""))
        self.assertEqual(complaints, "error: interrupted\n")


class Streams(ProgramTest):
    def test_results_and_remarks_go_their_own_ways_without_colour(self):
        status, output, complaints = self.run_program(ARCHIVE, "-c", "grep from:elodei")
        self.assertEqual(status, 0)
        self.assertEqual(output, ["id  date  sender  text", "──  ────  ──────  ────"])
        self.assertIn("note: no sender matches “elodei”", complaints)
        self.assertNotIn("\x1b", "".join(output + complaints))

    def test_a_closed_pipe_ends_it_quietly_with_0(self):
        with self.program("-q", ARCHIVE, "-c", "messages", "-o", "csv") as process:
            self.assertTrue(process.stdout.readline().startswith("id,key,date"))
            process.stdout.close()
            process.stdin.close()
            complaints = process.stderr.read()
        self.assertEqual((process.returncode, complaints), (0, ""))

    def test_standard_input_is_a_chat_where_a_dash_says_so(self):
        chat = "17/02/2025, 16:14 - Ana: un\n17/02/2025, 16:15 - Bo: deux\n"
        line = "messages | select sender"
        status, output, _ = self.run_program("-q", "-", "-c", line, lines=chat)
        self.assertEqual((status, output), (0, ["sender", "──────", "Ana", "Bo"]))

    def test_forms_of_output_hold_all_columns(self):
        line = "messages | take 1"
        _, table, _ = self.run_program("-q", ARCHIVE, "-c", line)
        _, csv, _ = self.run_program("-q", ARCHIVE, "-c", line, "-o", "csv")
        self.assertEqual(table[0].split(), ["id", "date", "sender", "text"])
        self.assertEqual(len(csv[0].split(",")), 26)

    def test_a_line_in_the_place_of_a_path_is_told_how_to_be_one(self):
        _, _, complaints = self.run_program("-q", ARCHIVE, "messages | count", "-c", "quit")
        self.assertEqual(complaints[-1], "  to carry out a line: -c 'messages | count'")
        _, _, complaints = self.run_program("-q", ARCHIVE, "schema", "-c", "quit")
        self.assertEqual(complaints[-1], "  to carry out a line: -c 'schema'")

    def test_a_command_behind_a_path_is_told_where_it_stands(self):
        _, _, complaints = self.run_program("-q", ARCHIVE, "run", "weekly.causerie")
        self.assertEqual(
            complaints[-1], "  run stands first: causerie run SCRIPT --load PATH")
        _, _, complaints = self.run_program("-q", ARCHIVE, "check", "-c", "quit")
        self.assertEqual(complaints[-1], "  check stands first: causerie check SCRIPT")

    def test_a_script_is_a_program_of_its_own(self):
        text = "param n: number = 50\nmessages | where words > $n | count\n"
        path = self.script("#!/usr/bin/env -S causerie -q run\n" + text)
        os.chmod(path, 0o755)
        folder = os.path.dirname(os.path.abspath(os.environ["CAUSERIE"]))
        answer = subprocess.run(
            [path, "--n", "60", "--load", ARCHIVE],
            cwd=ROOT,
            env={"PATH": folder + ":" + os.environ["PATH"], "HOME": self.folder},
            capture_output=True,
            text=True,
        )
        self.assertEqual((answer.returncode, answer.stderr), (0, ""))
        self.assertEqual(answer.stdout.split()[0], "count")
