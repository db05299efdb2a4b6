"""The night of events: floor, pipe, stages, peers. Arguments: NIGHT CACHE BIN ROUNDS."""

from __future__ import annotations

import csv
import glob
import json
import os
import subprocess
import sys
from typing import Callable, Dict, List

from measure import Bench, Cost, Failed, columns, run, say

JOURNEY = os.path.join(os.path.dirname(__file__), "..", "..", "Data", "journey.toml")
HERE = os.path.dirname(__file__)
FLOOR, PIPE, CHDB, DUCKDB = "floor: zlib inflate", "pipe", "chDB", "DuckDB"


class Night:
    def __init__(self, folder: str, cache: str, binaries: str, rounds: int) -> None:
        self.logs = sorted(glob.glob(os.path.join(folder, "events-*.ndjson.gz")))
        self.folder, self.cache, self.binaries = folder, cache, binaries
        self.bench = Bench(rounds)
        self.answers: Dict[str, Dict[str, object]] = {}
        self.out = os.path.join(cache, "out")
        self.events = os.path.join(cache, "events.tsv")
        self.paths = os.path.join(cache, "paths.tsv")

    def program(self, name: str) -> str:
        return os.path.join(self.binaries, name)

    def funnelstats(self, folder: str) -> List[str]:
        return [self.program("funnelstats"), "--journey", JOURNEY, "-o", folder]

    def floor(self) -> None:
        inflate = os.path.join(self.cache, "inflate")
        command = [inflate]
        if not os.path.exists(inflate):
            command = [sys.executable, os.path.join(HERE, "inflate.py")]
        self.bench.add(FLOOR, run([command + self.logs])[0])

    def pipe(self) -> None:
        names = ("ingest", "sessionize", "funnelstats")
        whole, costs = run([
            [self.program("ingest"), *self.logs], [self.program("sessionize")],
            self.funnelstats(self.out)])
        self.bench.add(PIPE, whole)
        for name, cost in zip(names, costs):
            self.bench.add("  in it: " + name, cost)

    def stages(self) -> None:
        """Each stage alone, from files."""
        self.alone("ingest", [self.program("ingest"), *self.logs])
        self.alone("sessionize", [self.program("sessionize"), self.events])
        self.alone("funnelstats", self.funnelstats(self.out) + [self.paths])

    def alone(self, name: str, command: List[str]) -> None:
        self.bench.add(name + " alone", run([command])[0])

    def peer(self, name: str, script: str) -> Callable[[], None]:
        """A peer in a process of its own; what imports and the engine's start cost is left out."""
        def entry() -> None:
            python = os.path.join(self.cache, "..", "venv", "bin", "python")
            done = subprocess.run(
                [python, "-B", os.path.join(HERE, script), self.folder], stdout=subprocess.PIPE,
                check=True, text=True)
            answer = json.loads(done.stdout.splitlines()[-1])
            self.answers[f"{name} {answer['version']}"] = answer
            self.bench.add(name, Cost(answer["cpu"], answer["wall"], answer["memory"]))
        return entry

    def prepare(self) -> None:
        """Files between the stages; and the counts as the peers count: by visitor, all copies."""
        run([[self.program("ingest"), *self.logs]], self.events)
        run([[self.program("sessionize"), self.events]], self.paths)
        summary = os.path.join(self.cache, "sessions.json")
        unjoined = os.path.join(self.cache, "out-unjoined")
        run([
            [self.program("ingest"), "--dedupe", "off", *self.logs],
            [self.program("sessionize"), "--identity", "off", "--summary", summary],
            self.funnelstats(unjoined)])
        with open(summary, encoding="utf-8") as file:
            sessions = json.load(file)["sessions"]
        self.answers["Polku, no joins, all copies"] = {
            "reached": reached(unjoined), "sessions": sessions,
            "transitions": transitions(unjoined)}

    def rows(self) -> int:
        with open(os.path.join(self.cache, "sessions.json"), encoding="utf-8") as file:
            return json.load(file)["rows"]


def reached(folder: str) -> List[int]:
    with open(os.path.join(folder, "funnel.csv"), encoding="utf-8", newline="") as file:
        return [
            int(row["reached"]) for row in csv.DictReader(file)
            if row["funnel"] == "purchase" and not row["breakdown"]]


def transitions(folder: str) -> int:
    with open(os.path.join(folder, "transitions.csv"), encoding="utf-8", newline="") as file:
        return sum(
            int(row["count"]) for row in csv.DictReader(file)
            if row["scope"] == "session" and row["from"] != "(entry)" and row["to"] != "(exit)")


def agreement(answers: Dict[str, Dict[str, object]]) -> bool:
    """Prints the counts of all beside each other."""
    rows = [["", "funnel: reached", "sessions", "transitions"]]
    for name, answer in sorted(answers.items(), reverse=True):
        steps = " ".join(str(count) for count in answer["reached"])
        rows.append([name, steps, str(answer["sessions"]), str(answer["transitions"])])
    print(columns(rows))
    are_equal = all(row[1:] == rows[1][1:] for row in rows[2:])
    print("The counts agree." if are_equal else "THE COUNTS DIFFER.")
    return are_equal


def targets(night: Night) -> str:
    bench = night.bench
    floor, pipe, chdb = bench.median(FLOOR), bench.median(PIPE), bench.median(CHDB)
    ingest, stats = bench.median("ingest alone"), bench.median("funnelstats alone")
    rows = [["", "measured", "target"]]
    if chdb is not None:
        rows.append(["pipe wall / chDB wall", f"{pipe.wall / chdb.wall:.2f}", "1, then 0.5"])
    rows += [
        ["ingest CPU / inflate CPU", f"{ingest.cpu / floor.cpu:.2f}", "2"],
        ["three processes, MB", f"{pipe.memory:.0f}", "150"],
        ["ingest, MB", f"{ingest.memory:.0f}", "64"],
        ["pipe wall / pipe CPU", f"{pipe.wall / pipe.cpu:.2f}", "0.6"],
        ["funnelstats rows / s", f"{night.rows() / stats.wall:,.0f}", "700,000 with every table"]]
    return columns(rows)


def main(folder: str, cache: str, binaries: str, rounds: str) -> int:
    os.makedirs(cache, exist_ok=True)
    night = Night(folder, cache, binaries, int(rounds))
    entries = [night.floor, night.pipe, night.stages]
    if os.path.exists(os.path.join(cache, "..", "venv", "ready")):
        entries += [night.peer(CHDB, "peer_chdb.py"), night.peer(DUCKDB, "peer_duckdb.py")]
    say("the files between the stages, and the counts")
    try:
        night.prepare()
        night.bench.run(entries)
    except (Failed, subprocess.CalledProcessError, KeyError) as failure:
        say(str(failure))
        return 1
    print(night.bench.table({"floor": FLOOR, "chDB": CHDB}))
    print()
    print(targets(night))
    print()
    return 0 if agreement(night.answers) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
