"""`funnelstats` over many kept nights: what one more costs on top of 28, 90 and 365.

Each night is a path file of its own, by customer, of the same customers one day later: a month of a shop whose
customers come every day, which is the most that a merge has to do.
"""

from __future__ import annotations

import datetime
import os
from typing import List, Tuple

from measure import Bench, run
from outcome import Outcome, columns
from workspace import Workspace

KEPT = (28, 90, 365)
FEW_FILES = 64  # descriptors of the last runs: fewer than there are nights


def measure(workspace: Workspace, outcome: Outcome) -> None:
    nights, rows = make_nights(workspace, outcome.rows[0], max(KEPT) + 1)
    bench = Bench(outcome.rounds)
    counts = sorted({count for kept in KEPT for count in (kept, kept + 1)})
    tables = workspace.funnelstats(workspace.path("tables"))
    bench.run([
        bench.command(f"{count} nights", [*tables, *nights[:count]]) for count in counts])
    lines: List[List[str]] = [["kept", "wall s", "rows/s", "peak MB", "one night more, wall s"]]
    for kept in KEPT:
        cost, more = bench.median(f"{kept} nights"), bench.median(f"{kept + 1} nights")
        lines.append([
            str(kept), f"{cost.wall:.2f}", f"{kept * rows / cost.wall:,.0f}", f"{cost.memory:.0f}",
            f"{more.wall - cost.wall:.2f}"])
    outcome.add(columns(lines))
    outcome.figures = {"rows_a_night": rows, **bench.figures()}
    few = ["sh", "-c", f'ulimit -n {FEW_FILES}; exec "$@"', "sh", *tables, *nights[:max(KEPT)]]
    outcome.add(f"{max(KEPT)} nights with {FEW_FILES} descriptors: {run([few])[0].wall:.2f} s")


def make_nights(workspace: Workspace, rows: int, count: int) -> Tuple[List[str], int]:
    """Path files of `count` nights, and the rows of each."""
    first = workspace.path("paths.tsv")
    run([
        [workspace.program("ingest"), *workspace.events(rows)],
        [workspace.program("sessionize"), "-o", first]])
    with open(first, encoding="utf-8") as file:
        lines = file.read().splitlines()
    columns_of = lines[1].split("\t")
    time, session = columns_of.index("time"), columns_of.index("session_id")
    body = [line.split("\t") for line in lines[2:-1]]
    folder = workspace.path(f"nights-{rows}")
    os.makedirs(folder, exist_ok=True)
    names = []
    for night in range(count):
        names.append(os.path.join(folder, f"{night:03}.tsv"))
        if not os.path.exists(names[-1]):
            write_night(names[-1], lines[:2], body, time, session, night)
    return names, len(body)


def write_night(
    name: str, head: List[str], body: List[List[str]], time: int, session: int, night: int
) -> None:
    days = {}
    with open(name, "w", encoding="utf-8") as file:
        file.write("\n".join(head) + "\n")
        for fields in body:
            day = fields[time][:10]
            if day not in days:
                moved = datetime.date.fromisoformat(day) + datetime.timedelta(days=night)
                days[day] = moved.isoformat()
            own = list(fields)
            own[time] = days[day] + fields[time][10:]
            own[session] = f"{fields[session]}-{night}"
            file.write("\t".join(own) + "\n")
        file.write(f"#end rows={len(body)} complete=true\n")
