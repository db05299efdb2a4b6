"""`funnelstats` alone on a night of paths.

One funnel to standard output, the same with every table, and twenty funnels with two breakdowns each, by one
thread; and every table by two workers beside it.
"""

from __future__ import annotations

from typing import List, Tuple

from measure import Bench, run
from outcome import Outcome
from workspace import JOURNEY, Workspace

ALONE, TABLES, TWENTY = "one funnel", "one funnel, every table", "twenty, 2 breakdowns, every table"
WORKERS = "one funnel, every table, 2 workers"
STEPS = [
    "home", "search", "category", "product", "reviews", "add_to_cart", "cart", "checkout",
    "shipping", "payment", "purchase",
]
TABLES_LIMIT, TWENTY_LIMIT = 3, 2  # times the CPU of one funnel, alone and with every table
WORKERS_LIMIT = 1.5  # times as fast by the clock as one thread


def measure(workspace: Workspace, outcome: Outcome) -> None:
    paths, tables = workspace.path("paths.tsv"), workspace.path("tables")
    run([
        [workspace.program("ingest"), *workspace.events(outcome.rows[0])],
        [workspace.program("sessionize"), "-o", paths]])
    funnelstats = workspace.program("funnelstats")
    one, twenty = journeys(workspace)
    bench = Bench(outcome.rounds)
    commands = {
        ALONE: [funnelstats, "-j1", "--journey", one, paths],
        TABLES: [funnelstats, "-j1", "--journey", one, paths, "-o", tables],
        WORKERS: [funnelstats, "-j2", "--journey", one, paths, "-o", tables],
        TWENTY: [funnelstats, "-j1", "--journey", twenty, paths, "-o", tables],
    }
    bench.run([bench.command(*entry) for entry in commands.items()])
    outcome.add(bench.table({"one": ALONE, "every table": TABLES}))
    outcome.figures = bench.figures()
    outcome.target("every table / one funnel, CPU", bench.ratio(TABLES, ALONE, "cpu"), TABLES_LIMIT)
    outcome.target(
        "every table, by one thread / by two workers, wall", bench.ratio(TABLES, WORKERS, "wall"),
        WORKERS_LIMIT, is_least=True)
    outcome.target("twenty / every table, CPU", bench.ratio(TWENTY, TABLES, "cpu"), TWENTY_LIMIT)


def journeys(workspace: Workspace) -> Tuple[str, str]:
    """Writes two journey files with the touchpoints of Data/journey.toml."""
    with open(JOURNEY, encoding="utf-8") as file:
        touchpoints = file.read().split("[[funnel]]")[0]
    one, twenty = workspace.path("one.toml"), workspace.path("twenty.toml")
    with open(one, "w", encoding="utf-8") as file:
        steps = ["product", "add_to_cart", "checkout", "payment", "purchase"]
        file.write(touchpoints + funnel("purchase", steps, ""))
    with open(twenty, "w", encoding="utf-8") as file:
        file.write(touchpoints)
        for number in range(20):
            first = number % 5
            steps = STEPS[first:first + 4 + number % 3]
            file.write(funnel(f"f{number}", steps, 'breakdown = ["device", "channel"]\n'))
    return one, twenty


def funnel(name: str, steps: List[str], breakdown: str) -> str:
    names = ", ".join(f'"{step}"' for step in steps)
    return f'\n[[funnel]]\nname = "{name}"\nsteps = [{names}]\nwindow = "7d"\n{breakdown}'
