"""The programs that causerie is measured beside, and how they come here."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from .measuring import Absent

ROOT = Path(__file__).resolve().parents[2]

# Program → the Debian package that has it.
DEBIAN = {"rg": "ripgrep", "lnav": "lnav", "sqlite3": "sqlite3", "bsdtar": "libarchive-tools",
          "valgrind": "valgrind"}

# Package of PyPI → a line of Python that prints its version.
PYPI = {"duckdb": "import duckdb; print(duckdb.__version__)",
        "whatstk": "from importlib import metadata; import whatstk; "
                   "print(metadata.version('whatstk'))"}

# A virtual environment of the benchmark's own.
ENVIRONMENT = ROOT / ".build-bench"


class Peers:
    """Installs what is missing. Nothing fails here: a row that needs what could not be had says
    so."""

    def __init__(self):
        missing = [package for program, package in DEBIAN.items() if shutil.which(program) is None]
        if missing:
            subprocess.run([str(ROOT / "Scripts/setup"), "--packages", *missing], check=False)
        self.python = ENVIRONMENT / "bin/python"
        self.found = {}
        for package in PYPI:
            self.found[package] = self._version(package) or self._install(package)

    def _version(self, package):
        try:
            done = subprocess.run([str(self.python), "-c", PYPI[package]], capture_output=True,
                                  text=True, stdin=subprocess.DEVNULL)
        except OSError:
            return None
        return done.stdout.strip() if done.returncode == 0 else None

    def _install(self, package):
        print(f"installing {package} into {ENVIRONMENT}", file=sys.stderr, flush=True)
        quietly = {"check": False, "stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
        if not self.python.exists():
            subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], **quietly)
        if self.python.exists():
            subprocess.run([str(self.python), "-m", "pip", "install", "--quiet",
                            "--disable-pip-version-check", package], **quietly)
        return self._version(package)

    def need(self, name):
        """The path of a program, or of the Python that has a package."""
        if name in PYPI:
            if self.found[name] is None:
                raise Absent(f"{name} could not be installed from PyPI")
            return str(self.python)
        path = shutil.which(name)
        if path is None:
            raise Absent(f"{name} could not be installed (Debian: {DEBIAN.get(name, name)})")
        return path

    def versions(self):
        """Name → version, of what is there."""
        known = {name: version for name, version in self.found.items() if version}
        for program in [*DEBIAN, "wc"]:
            if shutil.which(program):
                done = subprocess.run([program, "--version"], capture_output=True, text=True,
                                      stdin=subprocess.DEVNULL, env={**os.environ, "LC_ALL": "C"})
                found = re.search(r"\d+(\.\d+)+", done.stdout + done.stderr)
                known[program] = found[0] if found else "?"
        return known
