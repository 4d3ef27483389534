"""What of the benchmark can be wrong without a figure showing it. Run by Scripts/test."""

import unittest

from .bench import Bar, count_in_words, duration, significant
from .measuring import Failure, Taken, pairs, timing
from .page import BEGIN, END, counts, grouped, replaced, table
from .rows.table import ROWS


class SelfCheck(unittest.TestCase):
    def test_a_remark_on_time_is_read_and_no_other(self):
        self.assertEqual(timing("note: 12.3 ms\n"), 0.0123)
        self.assertIsNone(timing("note: no rows\n"))
        self.assertIsNone(timing("  note: 12.3 ms, they wrote"))

    def test_pairs_give_the_median_ratio_and_the_first_does_not_count(self):
        ours, theirs = iter([9, 1, 2, 9]), iter([1, 2, 2, 3])
        pair = pairs(lambda: Taken(next(ours)), lambda: Taken(next(theirs)), 3)
        self.assertEqual((pair.ours, pair.theirs, pair.ratio), (2, 2, 1))

    def test_two_answers_to_one_question_are_a_failure(self):
        with self.assertRaises(Failure):
            pairs(lambda: Taken(1, 41), lambda: Taken(1, 42), 1)

    def test_a_bar_holds_at_its_limit(self):
        self.assertTrue(Bar(0.7).is_met(0.7) and Bar(0.7, is_least=True).is_met(0.7))
        self.assertFalse(Bar(0.7).is_met(0.71) or Bar(0.7, is_least=True).is_met(0.69))
        self.assertEqual(str(Bar(40, unit=" bytes a message")), "≤ 40 bytes a message")

    def test_figures_have_three_digits(self):
        self.assertEqual([significant(n) for n in (0, 0.01234, 1.2345, 12.345, 123.45, 12345.6)],
                         ["0", "0.0123", "1.23", "12.3", "123", "12346"])
        self.assertEqual([duration(0.00123), duration(4.567)], ["1.23 ms", "4.57 s"])
        self.assertEqual([count_in_words(n) for n in (10**7, 100_000, 1234)],
                         ["10 M", "100 k", "1234"])

    def test_a_page_keeps_what_stands_around_the_tables(self):
        page = f"above\n{BEGIN}\nold\n{END}\nbelow\n"
        self.assertEqual(replaced(page, "new"), f"above\n{BEGIN}\n\nnew\n\n{END}\nbelow\n")
        with self.assertRaises(Failure):
            replaced("no markers", "new")

    def test_counts_are_read_from_the_table_that_was_written(self):
        written = table(["job", "instructions", "before"],
                        [["start | exit", grouped(1234567), "–"]])
        self.assertEqual(counts(written.replace("\\|", "and")), {"start and exit": 1234567})

    def test_each_row_has_a_name_of_its_own(self):
        names = [(row.name, row.beside) for row in ROWS]
        self.assertEqual(len(names), len(set(names)))
        for row in ROWS:
            row.name.format(small="1 M", large="10 M")
