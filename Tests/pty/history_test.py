"""Statements of before, in this session and from the file."""

import stat

from shell import *


class Walking(ShellTest):
    def test_up_looks_for_what_begins_as_the_line_does(self):
        shell = self.shell().ready()
        for line in ["grep cnil", "count", "grep ana", "show 3"]:
            self.entered(shell, line)
        shell.type("gr", UP, shows="causerie> grep ana")
        shell.type(UP, shows="causerie> grep cnil")
        shell.type(DOWN, shows="causerie> grep ana")
        shell.type(DOWN, shows="causerie> gr")
        shell.type(ctrl("u"), UP, shows="causerie> show 3")

    def test_equal_neighbours_are_kept_once(self):
        shell = self.shell().ready()
        for line in ["one", "two", "two", "one"]:
            self.entered(shell, line)
        self.assertEqual(self.history(), ["one", "two", "one"])
        shell.type(UP * 2, shows="causerie> two")

    def test_a_statement_of_several_lines_comes_back_whole(self):
        shell = self.shell().ready()
        shell.send("messages |\r")
        shell.ready(MORE)
        self.assertEqual(self.entered(shell, "count"), r"messages |\ncount")
        shell.send(UP)
        shell.shows("causerie> messages |", "count")
        self.assertEqual(self.entered(shell, LEFT * 5 + BACKSPACE + " "), "messages | count")


class Searching(ShellTest):
    def setUp(self):
        super().setUp()
        os.makedirs(os.path.dirname(self.history_path))
        with open(self.history_path, "w") as file:
            file.write("grep Été\ncount\ngrep 日本 -c\n")

    def test_control_r_finds_any_part_and_goes_on_to_older_ones(self):
        shell = self.shell().ready()
        shell.type(ctrl("r"), "grep", shows="(search) grep: grep 日本 -c")
        shell.type(ctrl("r"), shows="(search) grep: grep Été")
        shell.type(ctrl("r"), shows="(not found) grep: grep Été")
        self.assertEqual(self.entered(shell, ""), "grep Été")

    def test_the_part_may_be_in_any_script_and_case(self):
        shell = self.shell().ready()
        shell.type(ctrl("r"), "été", shows="(search) été: grep Été")
        shell.type(BACKSPACE * 3, "本", shows="(search) 本: grep 日本 -c")

    def test_another_key_ends_the_search_and_acts_on_the_line(self):
        shell = self.shell().ready()
        shell.type(ctrl("r"), "cou", HOME, "x", shows="causerie> xcount")

    def test_control_g_gives_the_typed_line_back(self):
        shell = self.shell().ready()
        shell.type("typed", ctrl("r"), "cou", shows="(search) cou: count")
        shell.type(ctrl("g"), shows="causerie> typed")


class File(ShellTest):
    def test_statements_outlive_the_session_in_a_file_of_the_users_own(self):
        shell = self.shell().ready()
        self.entered(shell, "first é\\n")
        shell.send(ctrl("d"))
        self.assertEqual(shell.end(), 0)
        self.assertEqual(stat.S_IMODE(os.stat(self.history_path).st_mode), 0o600)
        folder = os.path.dirname(self.history_path)
        self.assertEqual(stat.S_IMODE(os.stat(folder).st_mode), 0o700)
        self.assertEqual(self.history(), [r"first é\\n"])
        self.shell().ready().type(UP, shows=r"causerie> first é\n")

    def test_XDG_STATE_HOME_says_where(self):
        state = os.path.join(self.home, "state")
        shell = self.shell(XDG_STATE_HOME=state).ready()
        shell.send("one")
        shell.enter()
        self.assertTrue(os.path.exists(os.path.join(state, "causerie/history")))

    def test_two_shells_add_to_it_side_by_side(self):
        one, two = self.shell().ready(), self.shell().ready()
        for number in range(5):
            self.entered(one, f"one {number}")
            self.entered(two, f"two {number}")
        expected = [f"{name} {number}" for number in range(5) for name in ["one", "two"]]
        self.assertEqual(self.history(), expected)

    def damaged(self, make):
        """A shell whose history is made by a function; it has to work."""
        os.makedirs(os.path.dirname(self.history_path))
        make(self.history_path)
        shell = self.shell().ready()
        shell.send("works")
        shell.enter()
        shell.type(UP, shows="causerie> works")
        said = "".join(shell.lines)
        return said.split("note: ")[1:]

    def test_a_pipe_in_its_place_is_noted_once(self):
        notes = self.damaged(os.mkfifo)
        self.assertEqual(len(notes), 1)
        self.assertIn("not a regular file", notes[0])

    def test_a_folder_in_its_place_is_noted_once(self):
        self.assertEqual(len(self.damaged(os.mkdir)), 1)

    def test_damaged_lines_are_left_out_and_counted(self):
        def write(path):
            with open(path, "wb") as file:
                file.write(b"good\n\xff\xfe\n\x1b[2J\nlast without its line feed")

        notes = self.damaged(write)
        self.assertEqual(len(notes), 1)
        self.assertIn("2", notes[0])
        with open(self.history_path, "rb") as file:
            self.assertTrue(file.read().endswith(b"last without its line feed\nworks\n"))

    @unittest.skipIf(os.geteuid() == 0, "root may write anywhere")
    def test_a_read_only_file_is_read_and_noted_once(self):
        def write(path):
            with open(path, "w") as file:
                file.write("before\n")
            os.chmod(path, 0o400)

        self.assertEqual(len(self.damaged(write)), 1)

    def test_no_home_is_no_obstacle(self):
        for home in [None, "", "relative", "/" + "x" * 5000]:
            shell = self.shell(HOME=home).ready()
            shell.send("works")
            shell.enter()
            shell.type(UP, shows="causerie> works")
