"""How CPU, memory and disk grow with the rows: the pipe, and sessionize in little memory."""

from __future__ import annotations

from typing import Dict, List, Tuple

from measure import Bench, Cost, Failed, run
from outcome import Outcome, columns
from workspace import Workspace

STAGES = ("ingest", "sessionize", "funnelstats")
LITTLE, LITTLE_MB = "sessionize --memory 256M", 256
GROWTH_LIMIT = 1.1  # times the CPU a row of the smallest night
MEMORY_LIMITS = {"ingest": 64, "sessionize": 300, "funnelstats": 150}  # MB; the last two for the smallest


def measure(workspace: Workspace, outcome: Outcome) -> None:
    costs = {rows: measure_night(workspace, outcome.rounds, rows) for rows in outcome.rows}
    table = [["", "rows", "CPU s", "CPU µs / row", "wall s", "peak MB", "spilled MB"]]
    for rows, stages in costs.items():
        for name, cost in stages.items():
            table.append([
                name, f"{rows:,}", f"{cost.cpu:.2f}", f"{1e6 * cost.cpu / rows:.2f}",
                f"{cost.wall:.2f}", f"{cost.memory:.0f}", f"{cost.written:.0f}"])
    outcome.add(columns(table))
    outcome.figures = {
        str(rows): {name: cost._asdict() for name, cost in stages.items()}
        for rows, stages in costs.items()}
    add_targets(outcome, costs)


def measure_night(workspace: Workspace, rounds: int, rows: int) -> Dict[str, Cost]:
    """Costs of each stage within the pipe, and of sessionize in little memory, which gives the same."""
    logs = workspace.events(rows)
    ends: List[str] = []
    bench = Bench(rounds)

    def pipe() -> None:
        _, costs = run([
            [workspace.program("ingest"), *logs], [workspace.program("sessionize")],
            workspace.funnelstats(workspace.path("tables"))])
        for name, cost in zip(STAGES, costs):
            bench.add(name, cost)

    def little() -> None:
        cost, end = end_of_paths(workspace, logs, ["--memory", f"{LITTLE_MB}M"])
        bench.add(LITTLE, cost)
        ends.append(end)

    bench.run([pipe, little])
    ends.append(end_of_paths(workspace, logs, [])[1])
    if len(set(ends)) != 1:
        raise Failed(f"sessionize gives other rows in {LITTLE_MB} MB: {sorted(set(ends))}")
    return {name: bench.median(name) for name in bench.costs}


def end_of_paths(
    workspace: Workspace, logs: List[str], options: List[str]
) -> Tuple[Cost, str]:
    """The cost of sessionize behind ingest, and the end line, whose checksum is that of all rows."""
    end = workspace.path("end")
    _, costs = run([
        [workspace.program("ingest"), *logs], [workspace.program("sessionize"), *options],
        ["tail", "-n", "1"]], end)
    with open(end, encoding="utf-8") as file:
        return costs[1], file.read()


def add_targets(outcome: Outcome, costs: Dict[int, Dict[str, Cost]]) -> None:
    least, most = min(costs), max(costs)
    for name in STAGES:
        small, large = costs[least][name], costs[most][name]
        if most > least:
            growth = large.cpu / most / (small.cpu / least)
            outcome.target(
                f"{name}: CPU a row, {most:,} / {least:,} rows", growth, GROWTH_LIMIT)
        memory = large.memory if name == "ingest" else small.memory
        outcome.target(f"{name}, MB", memory, MEMORY_LIMITS[name])
    outcome.target("sessionize, MB spilled of the smallest night", costs[least]["sessionize"].written, 0)
    outcome.target(f"{LITTLE}, MB", costs[most][LITTLE].memory, LITTLE_MB)
