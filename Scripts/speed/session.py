"""A causerie that has loaded something and is asked line by line."""

import csv
import io
import subprocess
import tempfile

from .measuring import Failure, Taken, timing


class Session:
    """A process that reads lines from a pipe, times each by itself, and answers in csv."""

    def __init__(self, program, *paths):
        self.output = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [program, "--no-init", "--output", "csv", *paths], stdin=subprocess.PIPE,
            stdout=self.output, stderr=subprocess.PIPE)
        self.read = 0  # bytes of the output that belong to earlier answers
        self.ask("set timing on")

    def ask(self, line):
        """The time that the line took, as causerie says it, and the rows of its answer."""
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()
        remarks = []
        for remark in self.process.stderr:
            remark = remark.decode()
            seconds = timing(remark)
            if seconds is not None:
                return Taken(seconds, self._answer())
            remarks.append(remark)
            if "error: " in remark:
                self.close()
        raise Failure(f"{line}\n{''.join(remarks)[-2000:]}")

    def _answer(self):
        self.output.seek(self.read)
        answer = self.output.read()
        self.read += len(answer)
        return list(csv.reader(io.StringIO(answer.decode())))[1:]

    def number(self, line):
        """The same of a line whose answer is one number, in the last cell of one row."""
        taken = self.ask(line)
        if len(taken.answer) != 1 or not taken.answer[0][-1].lstrip("-").isdigit():
            raise Failure(f"{line}: no number but {taken.answer[:3]}")
        return Taken(taken.value, int(taken.answer[0][-1]))

    def numbers(self, line):
        """The same of a line whose answer is one row of numbers."""
        taken = self.ask(line)
        if len(taken.answer) != 1:
            raise Failure(f"{line}: no row of numbers but {taken.answer[:3]}")
        return Taken(taken.value, [int(cell) for cell in taken.answer[0]])

    def close(self):
        self.process.stdin.close()
        self.process.stderr.close()
        self.process.wait()
        self.output.close()
