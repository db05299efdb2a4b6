"""Runs a command line and tells how it ended."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from typing import Dict, NamedTuple, Optional

BASH = ["bash", "-c"]


class Result(NamedTuple):
    command: str
    code: int
    """As a shell tells it: 128 + number where it died of a signal. 124 where it had to be killed."""
    out: bytes
    err: str
    seconds: float

    @property
    def is_hung(self) -> bool:
        return self.code == 124


def run(
    script: str, folder: str, environment: Dict[str, str], stdin: Optional[bytes] = None,
    limit: float = 60
) -> Result:
    """Runs a bash script in a group of its own, all of which is dead after `limit` seconds."""
    start = time.monotonic()
    process = subprocess.Popen(
        [*BASH, script], cwd=folder, env=environment, start_new_session=True,
        stdin=subprocess.DEVNULL if stdin is None else subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE)
    try:
        out, err = process.communicate(stdin, timeout=limit)
        code = process.returncode
    except subprocess.TimeoutExpired:
        end_group(process.pid)
        out, err = process.communicate()
        code = 124
    seconds = time.monotonic() - start
    return Result(
        script, code if code >= 0 else 128 - code, out, err.decode("utf-8", "replace"), seconds)


def end_group(leader: int) -> None:
    """Kills a group of processes that this program started."""
    try:
        os.killpg(leader, signal.SIGKILL)
    except ProcessLookupError:
        pass
