"""Runs `report`."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import time
from pathlib import Path
from typing import Any, Callable, NamedTuple, Optional, Sequence


class Ended(NamedTuple):
    exit: int
    seconds: float
    output: bytes
    talk: str


class Report:
    """The program, and pages that it made already."""

    def __init__(self, program: Path, pages: Path) -> None:
        self.program = program
        self.pages = pages

    def run(
        self, arguments: Sequence[object], stdout: Any = subprocess.PIPE,
        before: Optional[Callable[[], None]] = None, **environment: str,
    ) -> Ended:
        start = time.monotonic()
        done = subprocess.run(
            [str(self.program), *(str(word) for word in arguments)], stdout=stdout,
            stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, timeout=120, preexec_fn=before,
            env={**os.environ, **environment})
        return Ended(done.returncode, time.monotonic() - start, done.stdout or b"",
                     done.stderr.decode(errors="replace").strip())

    def page(self, folder: Path, *options: str) -> Path:
        """The page of a folder."""
        page = self.pages / f"{folder.name}{''.join(options)}.html"
        if not page.exists():
            ended = self.run([folder, *options, "-o", page])
            if ended.exit != 0:
                raise RuntimeError(f"report {folder.name}: exit {ended.exit}: {ended.talk}")
            page.with_suffix(".seconds").write_text(f"{ended.seconds}")
        return page

    def seconds(self, folder: Path) -> float:
        """How long the page of a folder took to write."""
        return float(self.page(folder).with_suffix(".seconds").read_text())

    def is_release(self) -> bool:
        return "release" in self.program.resolve().parts


def small_files() -> None:
    """In the child: a file of more than 4 KB cannot be written, as on a full disk."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
