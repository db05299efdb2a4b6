"""How long the programs take to start: `--version` of each, and `ingest` of ten lines."""

from __future__ import annotations

import gzip

from measure import Bench
from outcome import Outcome, columns
from workspace import Workspace

TIMES = 20
PROGRAMS = ("ingest", "sessionize", "funnelstats", "report")
TEN = "ingest of ten lines"
VERSION_LIMIT, TEN_LIMIT = 15, 30  # milliseconds


def measure(workspace: Workspace, outcome: Outcome) -> None:
    log = workspace.path("ten.ndjson")
    with gzip.open(workspace.events(outcome.rows[0])[0]) as lines, open(log, "wb") as out:
        out.writelines(lines.readline() for _ in range(10))
    bench = Bench(TIMES)
    entries = {
        f"{name} --version": [workspace.program(name), "--version"] for name in PROGRAMS}
    entries[TEN] = [workspace.program("ingest"), log]
    bench.run([bench.command(*entry) for entry in entries.items()])
    rows = [["", "median ms", "least ms", "CPU ms"]]
    for name in entries:
        cost, least = bench.median(name), min(cost.wall for cost in bench.costs[name])
        rows.append([name, *(f"{1000 * value:.1f}" for value in (cost.wall, least, cost.cpu))])
        limit = TEN_LIMIT if name == TEN else VERSION_LIMIT
        outcome.target(f"{name}, ms", 1000 * cost.wall, limit)
    outcome.rounds = TIMES
    outcome.figures = bench.figures()
    outcome.add(columns(rows))
