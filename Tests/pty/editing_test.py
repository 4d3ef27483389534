"""Characters, words and the cursor."""

from shell import *

FAMILY = "👩‍👩‍👧"


class Characters(ShellTest):
    def test_accents_wide_characters_and_families_arrive_as_typed(self):
        shell = self.shell().ready()
        self.assertEqual(self.entered(shell, f"é日本{FAMILY}x"), f"é日本{FAMILY}x")

    def test_backspace_takes_what_a_user_sees_as_one_character(self):
        shell = self.shell().ready()
        self.assertEqual(self.entered(shell, f"a{FAMILY}" + BACKSPACE), "a")
        self.assertEqual(self.entered(shell, "e\u0301x" + BACKSPACE * 2 + "y"), "y")
        self.assertEqual(self.entered(shell, "日本" + BACKSPACE), "日")
        self.assertEqual(self.entered(shell, "🇫🇷🇩🇪" + BACKSPACE), "🇫🇷")

    def test_arrows_step_over_what_a_user_sees_as_one_character(self):
        shell = self.shell().ready()
        self.assertEqual(self.entered(shell, f"1{FAMILY}2" + LEFT * 2 + "<"), f"1<{FAMILY}2")
        self.assertEqual(self.entered(shell, f"1日2" + HOME + RIGHT * 2 + ">"), "1日>2")
        self.assertEqual(self.entered(shell, f"1{FAMILY}2" + LEFT * 2 + DELETE), "12")

    def test_the_screen_follows_edits_before_wide_characters(self):
        shell = self.shell().ready()
        shell.type("日本語", HOME, "x", shows="causerie> x日本語")
        shell.type("é", shows="causerie> xé日本語")
        shell.type(DELETE, shows="causerie> xé本語")
        self.assertEqual(shell.cursor[0], len("causerie> xé"))

    def test_the_screen_follows_edits_in_lines_longer_than_a_row(self):
        shell = self.shell(columns=40).ready()
        shell.type("日" * 30, shows="日" * 15)
        shell.type(HOME, "本", shows="日" * 16)
        shell.shows("causerie> 本" + "日" * 14, "日" * 16)
        shell.type(END, BACKSPACE * 17, "x", shows="causerie> 本" + "日" * 13 + "x")

    def test_a_character_of_no_width_leaves_the_cursor_where_it_belongs(self):
        shell = self.shell().ready()
        shell.type("e\u0301", "z", shows="causerie> ez")
        self.assertEqual(shell.cursor[0], len("causerie> ez"))
        self.assertEqual(self.entered(shell, ""), "e\u0301z")

    def test_bytes_that_are_no_utf8_become_a_replacement_character(self):
        shell = self.shell().ready()
        self.assertEqual(self.entered(shell, b"a\xffb\xe9c"), "a\ufffdb\ufffdc")

    def test_LANG_C_is_still_UTF8(self):
        shell = self.shell(LANG="C").ready()
        shell.type("é日", shows="causerie> é日")
        self.assertEqual(self.entered(shell, ""), "é日")

    def test_a_dumb_terminal_gets_plain_lines(self):
        for term in ["dumb", None, "no-such-terminal"]:
            shell = self.shell(TERM=term).ready()
            shell.send("one two\r")
            shell.wait(lambda: shell.lines[-1] == PROMPT and len(shell.lines) > 1, "no prompt")
            self.assertNotIn(b"\x1b", shell.output)
            shell.send(ctrl("d"))
            self.assertEqual(shell.end(), 0)


class Words(ShellTest):
    def test_control_w_cuts_back_to_white_space_and_control_y_puts_it_back(self):
        shell = self.shell().ready()
        shell.type("grep from:é,x l'été", ctrl("w"), shows="causerie> grep from:é,x")
        shell.type(ctrl("w"), shows="causerie> grep")
        self.assertEqual(shell.cursor[0], len("causerie> grep "))
        shell.type(ctrl("y"), shows="causerie> grep from:é,x")

    def test_control_and_arrows_step_by_words(self):
        shell = self.shell().ready()
        self.assertEqual(self.entered(shell, "un deux trois" + CTRL_LEFT * 2 + "|"), "un |deux trois")
        self.assertEqual(self.entered(shell, "un deux" + HOME + CTRL_RIGHT + "|"), "un| deux")
        self.assertEqual(self.entered(shell, "un deux" + "\x1bb" * 2 + "\x1bd" + "x"), "x deux")

    def test_control_underscore_undoes_what_was_typed_cut_and_completed(self):
        shell = self.shell().ready()
        shell.type("un deux", ctrl("w"), "é日", shows="causerie> un é日")
        shell.type("\x1f" * 2, shows="causerie> un deux")
        self.assertEqual(self.entered(shell, "!"), "un deux!")
        shell.type("messages | whe\t", shows="causerie> messages | where")
        shell.type("\x1f", shows="causerie> messages | whe")
        shell.type(ctrl("u"), ctrl("x") + ctrl("u"), shows="causerie> messages | whe")
        shell.type("\x1f" * 5, shows="causerie>")

    def test_keys_without_a_meaning_leave_nothing_behind(self):
        shell = self.shell().ready()
        self.assertEqual(self.entered(shell, "a\x1b[2~\x1b[5~\x1b[6~\x1b[1;5Ab"), "ab")


class Settings(ShellTest):
    def editrc(self, text):
        with open(os.path.join(self.home, ".editrc"), "w") as file:
            file.write(text)

    def test_editrc_may_ask_for_vi_keys(self):
        self.editrc("bind -v\n")
        shell = self.shell().ready()
        self.assertEqual(self.entered(shell, "un deux\x1bbix"), "un xdeux")
        self.assertEqual(self.entered(shell, "\x1bk"), "un xdeux")
        self.assertEqual(self.entered(shell, PASTE + "a\rb" + PASTE_END), r"a\nb")

    def test_control_c_gets_out_of_a_vi_search(self):
        self.editrc("bind -v\n")
        shell = self.shell().ready()
        shell.send("one\x1b/tw")
        shell.shows("/tw")
        shell.send(ctrl("c"))
        shell.ready()
        self.assertEqual(self.entered(shell, "next"), "next")

    def test_editrc_may_switch_editing_off(self):
        self.editrc("edit off\n")
        # Colour is no editing: what an error is painted with is left out of the picture.
        shell = self.shell(NO_COLOR="1").ready()
        shell.send("e\u0301 plain\r")
        shell.wait(lambda: shell.lines[-1] == PROMPT and len(shell.lines) > 1, "no prompt")
        self.assertNotIn(b"\x1b", shell.output)

    def test_editrc_has_the_last_word_on_a_key(self):
        self.editrc("causerie:bind ^T ed-move-to-beg\nother:bind ^T ed-move-to-end\n")
        shell = self.shell().ready()
        self.assertEqual(self.entered(shell, "ab" + ctrl("t") + "x"), "xab")

    def test_an_editrc_that_is_a_pipe_is_passed_over(self):
        os.mkfifo(os.path.join(self.home, ".editrc"))
        self.shell().ready()
