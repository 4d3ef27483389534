"""Files that are none, a home and a folder that are not there, and scripts that are damaged."""

import socket

from hazards import *


class NoFiles(HazardTest):
    def test_whatever_is_no_file_is_refused_wherever_a_file_is_read(self):
        os.mkfifo(self.path("pipe"))
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(self.path("socket"))
        for name, kind in [("pipe", "a named pipe"), ("socket", "a socket"),
                           ("/dev/zero", "a device"), ("/dev/tty", "a device")]:
            for status, words in [
                (3, [name]), (2, ["run", name, "--load", "chat.txt"]), (1, ["-c", f"read {name}"]),
                (1, ["chat.txt", "-c", f"grep -f {name}"]),
                (1, ["chat.txt", "-c", f"alias --from {name}"]),
            ]:
                said = self.refused(status, "-q", *words)
                self.assertIn(f"“{name}” is {kind}", said, words)

    def test_a_file_that_may_not_be_read_is_told(self):
        os.chmod(self.path("chat.txt"), 0)
        said = self.refused(3, "--no-init", "-q", "chat.txt", "-c", COUNT, before=as_nobody)
        self.assertEqual(said.splitlines()[0], "error: “chat.txt” cannot be read: permission denied")
        self.write("two/chat.txt", CHAT)
        self.write("two/other.txt", CHAT)
        os.chmod(self.path("two/other.txt"), 0)
        said = self.counted("--no-init", "two", before=as_nobody)
        self.assertIn("problem", said)

    def test_a_closed_folder_was_said_to_hold_no_file(self):
        self.write("shut/chat.txt", CHAT)
        os.chmod(self.path("shut"), 0)
        said = self.refused(3, "--no-init", "-q", "shut", "-c", COUNT, before=as_nobody)
        self.assertEqual(said.splitlines()[0], "error: “shut” cannot be read: permission denied")


class Surroundings(HazardTest):
    def test_no_home_or_one_of_100_000_letters(self):
        for home in [None, "", "relative", "/" + "x" * 100_000]:
            self.assertEqual(self.counted(HOME=home), "")
            said = self.refused(1, "-q", "chat.txt", "-c", "set limit 5 --save", HOME=home)
            self.assertEqual(said.splitlines()[0], "error: there is no folder for an init file")

    def test_no_terminal_is_named_and_LANG_is_C(self):
        self.assertEqual(self.counted(TERM=None, LANG="C", LC_ALL="C"), "")
        _, table, _ = self.run_program("-q", "chat.txt", "-c", "messages", TERM=None, LANG="C")
        self.assertTrue(table.isascii())

    def gone(self):
        """For a process at its start: its folder is deleted."""
        os.mkdir(self.path("gone"))
        os.chdir(self.path("gone"))
        os.rmdir(self.path("gone"))

    def test_in_a_deleted_folder_an_export_went_to_the_root(self):
        said = self.refused(
            1, "-q", self.path("chat.txt"), "-c", "messages | export lost-in-the-root.csv",
            before=self.gone)
        self.assertIn("cannot write “lost-in-the-root.csv”: No such file or directory", said)
        self.assertFalse(os.path.exists("/lost-in-the-root.csv"))

    def test_in_a_deleted_folder_the_folder_itself_was_the_root(self):
        self.assertIn("“.” holds no chat", self.refused(3, "-q", ".", "-c", COUNT, before=self.gone))

    def test_in_a_deleted_folder_whole_paths_lead_where_they_lead(self):
        self.assertEqual(self.counted("-q", self.path("chat.txt"), before=self.gone), "")
        line = f"messages | select id | export {self.path('a.csv')}"
        self.assertEqual(self.run_program("-q", self.path("chat.txt"), "-c", line, before=self.gone)[0], 0)
        self.assertEqual(self.read("a.csv"), "id\r\n1\r\n2\r\n")


    def test_in_a_folder_whose_name_is_not_UTF_8(self):
        folder = os.fsencode(self.path("d")) + b"\xe9"
        chat = folder + b"/caf\xe9.txt"
        os.mkdir(folder)
        os.rename(self.path("chat.txt"), chat)
        self.assertEqual(self.counted("-q", chat), "")
        self.assertEqual(self.counted("-q", folder), "")
        there = {"before": lambda: os.chdir(folder)}
        line = "messages | select id | export a.csv"
        self.assertEqual(self.run_program("-q", b"caf\xe9.txt", "-c", line, **there)[0], 0)
        with open(folder + b"/a.csv", encoding="utf-8", newline="") as file:
            self.assertEqual(file.read(), "id\r\n1\r\n2\r\n")


class InitFile(HazardTest):
    NAME = ".config/causerie/init.causerie"

    def noted(self, reason):
        """That the work is done, after one note that holds the reason."""
        said = self.counted("-q", "chat.txt")
        self.assertEqual(said.count("error: "), 1, said)
        self.assertIn(reason, said)

    def test_what_is_wrong_with_it_is_said_and_keeps_nothing_from_working(self):
        path = self.path(self.NAME)
        os.makedirs(os.path.dirname(path))
        for make, reason in [
            (lambda: os.mkfifo(path), "is a named pipe"),
            (lambda: os.symlink("/dev/zero", path), "is a device"),
            (lambda: self.write(self.NAME, b"\x81\xff\0\0" * 999), "is no UTF-8 text"),
            (lambda: self.write(self.NAME, "set limit 5\nnonsense\n"), "init.causerie:2:1"),
            (lambda: self.write(self.NAME, "# a\n" * 2_000_000), "longer than 4 MiB"),
        ]:
            make()
            self.noted(reason)
            os.remove(path)
        os.mkdir(path)
        self.noted("is a folder")

    def test_settings_go_into_the_file_that_a_link_ends_in(self):
        os.makedirs(os.path.dirname(self.path(self.NAME)))
        self.write("dotfiles/init", "set width 70\n")
        os.symlink(self.path("dotfiles/init"), self.path(self.NAME))
        status, _, said = self.run_program("-q", "chat.txt", "-c", "set limit 5 --save")
        self.assertEqual((status, said), (0, ""))
        self.assertTrue(os.path.islink(self.path(self.NAME)))
        with open(self.path("dotfiles/init"), encoding="utf-8") as file:
            self.assertEqual(file.read(), "set width 70\nset limit 5\n")

    def test_settings_were_kept_in_a_pipe_for_ever(self):
        os.makedirs(os.path.dirname(self.path(self.NAME)))
        os.mkfifo(self.path(self.NAME))
        _, _, said = self.run_program("-q", "chat.txt", "-c", "set limit 5 --save")
        self.assertEqual(said.count("is a named pipe"), 2, said)


class Scripts(HazardTest):
    def test_whatever_the_line_ends_and_the_mark_at_the_start(self):
        text = "messages\n| count\n| export - --format csv\n"
        for form in [
            text.encode(), text.replace("\n", "\r\n").encode(), text.replace("\n", "\r").encode(),
            b"\xef\xbb\xbf" + text.encode(), text.encode("utf-16"), text.rstrip("\n").encode(),
        ]:
            self.write("a.causerie", form)
            answer = self.run_program("-q", "run", "a.causerie", "--load", "chat.txt")
            self.assertEqual(answer, (0, TWO, ""), form)

    def test_damage_is_told_with_its_place_before_a_line_has_run(self):
        for text, place in [
            ("messages\nmessages | where (id = 1\n", "2:18"), ("messages\ngrep \"a\n", "2:6"),
            ("messages\nmessages | where x = 1\n", "2:18"), ("messages | where id = $no\n", "1:23"),
            ("messages | count\0\n", "1:17"), ("run a.causerie\n", "1:5"),
        ]:
            self.write("a.causerie", text)
            said = self.refused(2, "-q", "run", "a.causerie", "--load", "chat.txt")
            self.assertTrue(said.startswith(f"a.causerie:{place}: error: "), said)

    def test_twenty_scripts_deep_is_deep_enough(self):
        for number in range(25):
            self.write(f"{number}.causerie", f"run {number + 1}.causerie\n")
        self.write("25.causerie", COUNT + "\n")
        for first, status in [(0, 2), (4, 2), (6, 0), (24, 0)]:
            found, _, said = self.run_program("-q", "run", f"{first}.causerie", "--load", "chat.txt")
            self.assertEqual(found, status, said)
            self.assertEqual("more than 20 deep" in said, status == 2)


class Lines(HazardTest):
    def test_lines_that_are_too_much_are_refused_in_few_words(self):
        for text, reason in [
            ("messages | where " + "(" * 4_000_000, "nested more than 200 deep"),
            ("messages | where " + "not " * 20_000 + "edited", "nested more than 200 deep"),
            ("grep " + "a" * 5_000_000, "longer than 4 MiB"),
        ]:
            said = self.refused(1, "-q", "chat.txt", text=text.encode() + b"\n")
            self.assertIn(reason, said)
            self.assertLess(len(said), 400)
        line = "messages | where " + "edited or " * 10_000 + f"id > 0 | {COUNT[11:]}\n"
        self.assertEqual(self.run_program("-q", "chat.txt", text=line.encode()), (0, TWO, ""))


if __name__ == "__main__":
    unittest.main()
