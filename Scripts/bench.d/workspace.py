"""The folder that is kept between runs: nights, the floor, the peers; and the built programs."""

from __future__ import annotations

import glob
import os
import subprocess
import sys
from typing import List, Optional

from measure import Failed, say

HERE = os.path.dirname(os.path.abspath(__file__))
SCRIPTS = os.path.dirname(HERE)
ROOT = os.path.dirname(SCRIPTS)
JOURNEY = os.path.join(ROOT, "Data", "journey.toml")
SEED = 1


class Workspace:
    def __init__(self, cache: str) -> None:
        self.cache = os.path.abspath(cache)
        self.work = os.path.join(self.cache, "work")
        os.makedirs(self.work, exist_ok=True)
        self._binaries = os.environ.get("POLKU_BIN")

    def path(self, name: str) -> str:
        """A file of this run; the next one may overwrite it."""
        return os.path.join(self.work, name)

    def program(self, name: str) -> str:
        if self._binaries is None:
            self._binaries = build()
        return os.path.join(self._binaries, name)

    def isal_program(self, name: str) -> Optional[str]:
        folder = os.environ.get("POLKU_ISAL_BIN")
        return os.path.join(folder, name) if folder else None

    def funnelstats(self, output: str) -> List[str]:
        return [self.program("funnelstats"), "--journey", JOURNEY, "-o", output]

    def night(self, rows: int) -> str:
        """The folder of a night; made once."""
        folder = os.path.join(self.cache, f"night-{rows}")
        if not os.path.exists(os.path.join(folder, "truth.json")):
            say(f"making a night of {rows} rows")
            demand([os.path.join(SCRIPTS, "make-data"), str(SEED), str(rows), folder])
        return folder

    def events(self, rows: int) -> List[str]:
        return sorted(glob.glob(os.path.join(self.night(rows), "events-*.ndjson.gz")))

    def access(self, rows: int) -> List[str]:
        return sorted(glob.glob(os.path.join(self.night(rows), "access-*.log.gz")))

    def inflate(self) -> List[str]:
        """The command of the floor: zlib alone. Without a compiler that of Python's zlib."""
        compiled = self.path("inflate")
        if compile_c("inflate.c", compiled, ["-lz"]):
            return [compiled]
        say("no C compiler or no zlib for it: the floor is Python's zlib")
        return [sys.executable, os.path.join(HERE, "inflate.py")]

    def inflate_isal(self) -> Optional[List[str]]:
        compiled = self.path("inflate-isal")
        return [compiled] if compile_c("inflate_isal.c", compiled, ["-lisal"]) else None

    def peers(self) -> Optional[str]:
        """The Python that has chDB and DuckDB; nil where they cannot be installed."""
        folder = os.path.join(self.cache, "venv")
        python, ready = os.path.join(folder, "bin", "python"), os.path.join(folder, "ready")
        if not os.path.exists(ready):
            say("installing chDB and DuckDB")
            try:
                demand([sys.executable, "-m", "venv", folder])
                demand([python, "-m", "pip", "-q", "install", "chdb", "duckdb"])
            except Failed:
                say("the peers cannot be installed; going on without them")
                return None
            open(ready, "w", encoding="utf-8").close()
        return python


def build() -> str:
    demand([os.path.join(SCRIPTS, "setup"), "zlib"])
    demand(["swift", "build", "-c", "release"], ROOT)
    shown = subprocess.run(
        ["swift", "build", "-c", "release", "--show-bin-path"], cwd=ROOT, stdout=subprocess.PIPE,
        text=True, check=True)
    return shown.stdout.strip()


def demand(command: List[str], folder: Optional[str] = None) -> None:
    """Runs a command whose output is talk."""
    if subprocess.run(command, cwd=folder, stdout=sys.stderr).returncode != 0:
        raise Failed(f"{' '.join(command)} failed")


def compile_c(source: str, target: str, libraries: List[str]) -> bool:
    path = os.path.join(HERE, source)
    if os.path.exists(target) and os.path.getmtime(target) >= os.path.getmtime(path):
        return True
    try:
        return subprocess.run(
            ["cc", "-O2", "-o", target, path, *libraries], stderr=subprocess.DEVNULL
        ).returncode == 0
    except OSError:
        return False
