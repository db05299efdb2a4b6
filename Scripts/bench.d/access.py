"""The night of access logs beside GoAccess."""

from __future__ import annotations

import gzip
import itertools
import shutil
from typing import List

from measure import Bench, Failed, say
from outcome import Outcome, columns
from workspace import SCRIPTS, Workspace, demand

SLICE = 200_000
NIGHT, PART, GOACCESS = "ingest, whole night", "ingest, slice", "GoAccess, slice"
LINES_LIMIT, MEMORY_LIMIT = 900_000, 64  # lines a CPU second; MB


def measure(workspace: Workspace, outcome: Outcome) -> None:
    logs = workspace.access(outcome.rows[0])
    part = workspace.path("slice.log")
    counts = {NIGHT: lines_of(logs), PART: make_slice(logs, part)}
    counts[GOACCESS] = counts[PART]
    ingest = workspace.program("ingest")
    commands = {NIGHT: [ingest, *logs], PART: [ingest, part]}
    goaccess = find_goaccess()
    if goaccess:
        commands[GOACCESS] = [
            goaccess, part, "--log-format=COMBINED", "--no-global-config", "--no-progress", "-o",
            workspace.path("goaccess.json")]
    bench = Bench(outcome.rounds)
    bench.run([bench.command(*entry) for entry in commands.items()])
    outcome.add(bench.table({"GoAccess": GOACCESS}))
    speeds = {name: counts[name] / bench.median(name).cpu for name in commands}
    rows = [["", "lines", "lines / CPU s"]]
    rows += [[name, f"{counts[name]:,}", f"{speed:,.0f}"] for name, speed in speeds.items()]
    outcome.add(columns(rows))
    outcome.figures = {**bench.figures(), "lines a CPU second": speeds}
    outcome.target("lines a CPU second", speeds[NIGHT], LINES_LIMIT, is_least=True)
    outcome.target("ingest, MB", bench.median(NIGHT).memory, MEMORY_LIMIT)


def find_goaccess() -> "str | None":
    try:
        demand([f"{SCRIPTS}/setup", "goaccess"])
    except Failed:
        say("GoAccess cannot be installed; going on without it")
    return shutil.which("goaccess")


def make_slice(logs: List[str], path: str) -> int:
    """The first lines of the night, uncompressed, since GoAccess reads no gzip; how many."""
    count = 0
    with open(path, "wb") as out:
        for log in logs:
            with gzip.open(log) as lines:
                for line in itertools.islice(lines, SLICE - count):
                    out.write(line)
                    count += 1
    return count


def lines_of(logs: List[str]) -> int:
    count = 0
    for log in logs:
        with gzip.open(log) as lines:
            count += sum(block.count(b"\n") for block in iter(lambda: lines.read(1 << 20), b""))
    return count
