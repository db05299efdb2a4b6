"""The night of events: inflate alone, the pipe, each stage, and peers that do the same work."""

from __future__ import annotations

import csv
import gzip
import json
import os
import subprocess
from typing import Callable, Dict, List

from measure import Bench, Cost, Failed, run, say
from outcome import Outcome, columns
from workspace import HERE, Workspace

ZLIB, ISAL = "inflate, zlib", "inflate, ISA-L"
PIPE, CHDB, DUCKDB = "pipe", "chDB", "DuckDB"
ONE_FILE = "ingest, one file"
WITH_ISAL = ", ISA-L"  # of our programs
STAGES = ("ingest", "sessionize", "funnelstats")

#: CPU of each stage alone to that of zlib's inflate, and the pipe's wall clock to chDB's.
CPU_LIMITS = {
    "ingest alone": 2.3, f"ingest alone{WITH_ISAL}": 1.5, "sessionize alone": 1.2,
    "funnelstats alone": 1.1}
WALL_LIMITS = {PIPE: 2.1, PIPE + WITH_ISAL: 1.8}
MEMORY_LIMITS = {"ingest": 64, "sessionize": 300, "funnelstats": 150}  # MB
CORES_LIMIT = 0.6  # wall to CPU, on two cores


def measure(workspace: Workspace, outcome: Outcome) -> None:
    night = Night(workspace, outcome.rows[0], outcome.rounds)
    say("the files between the stages, and the counts")
    night.prepare()
    night.bench.run(night.entries())
    bench = night.bench
    outcome.add(bench.table({"inflate": ZLIB, "chDB": CHDB}))
    outcome.add(agreement(night.answers))
    outcome.figures = {**bench.figures(), "counts": night.answers}
    outcome.is_good = counts_agree(night.answers)
    add_targets(bench, outcome)


class Night:
    def __init__(self, workspace: Workspace, rows: int, rounds: int) -> None:
        self.workspace = workspace
        self.folder = workspace.night(rows)
        self.logs = workspace.events(rows)
        self.bench = Bench(rounds)
        self.answers: Dict[str, Dict[str, object]] = {}
        self.events, self.paths = workspace.path("events.tsv"), workspace.path("paths.tsv")
        self.one_file = os.path.join(self.folder, "events-in-one.gz")

    def prepare(self) -> None:
        """Files between the stages; and the counts as the peers count: by visitor, all copies."""
        ingest, sessionize = (self.workspace.program(name) for name in STAGES[:2])
        run([[ingest, *self.logs]], self.events)
        run([[sessionize, self.events]], self.paths)
        if not os.path.exists(self.one_file):
            say("packing the night into one file")
            pack(self.logs, self.one_file)
        summary, unjoined = self.workspace.path("sessions.json"), self.workspace.path("out-unjoined")
        run([
            [ingest, "--dedupe", "off", *self.logs],
            [sessionize, "--identity", "off", "--summary", summary],
            self.workspace.funnelstats(unjoined)])
        with open(summary, encoding="utf-8") as file:
            sessions = json.load(file)["sessions"]
        self.answers["Polku, no joins, all copies"] = {
            "reached": reached(unjoined), "sessions": sessions,
            "transitions": transitions(unjoined)}

    def entries(self) -> List[Callable[[], None]]:
        """What every round runs, those next to each other that are compared."""
        workspace, bench = self.workspace, self.bench
        ingest, tables = workspace.program("ingest"), workspace.funnelstats(workspace.path("out"))
        entries = [bench.command(ZLIB, workspace.inflate() + self.logs)]
        isal = workspace.inflate_isal()
        if isal:
            entries.append(bench.command(ISAL, isal + self.logs))
        entries += [
            bench.command("ingest alone", [ingest, *self.logs]),
            bench.command("sessionize alone", [workspace.program("sessionize"), self.events]),
            bench.command("funnelstats alone", [*tables, self.paths]),
            bench.command(ONE_FILE, [ingest, self.one_file])]
        isal_ingest = workspace.isal_program("ingest")
        if isal_ingest:
            entries.append(bench.command(f"ingest alone{WITH_ISAL}", [isal_ingest, *self.logs]))
        python = workspace.peers()
        # ClickHouse between the pipes: a machine's speed drifts within a minute.
        entries.append(self.pipe(PIPE, ingest))
        if python:
            entries.append(self.peer(CHDB, python, "peer_chdb.py"))
        if isal_ingest:
            entries.append(self.pipe(PIPE + WITH_ISAL, isal_ingest))
        if python:
            entries.append(self.peer(DUCKDB, python, "peer_duckdb.py"))
        return entries

    def pipe(self, name: str, ingest: str) -> Callable[[], None]:
        commands = [
            [ingest, *self.logs], [self.workspace.program("sessionize")],
            self.workspace.funnelstats(self.workspace.path("out"))]

        def entry() -> None:
            whole, costs = run(commands)
            self.bench.add(name, whole)
            for stage, cost in zip(STAGES, costs):
                self.bench.add(f"  {stage} in the {name}", cost)
        return entry

    def peer(self, name: str, python: str, script: str) -> Callable[[], None]:
        """A peer in a process of its own; what imports and the engine's start cost is left out."""
        def entry() -> None:
            done = subprocess.run(
                [python, "-B", os.path.join(HERE, script), self.folder], stdout=subprocess.PIPE,
                text=True)
            if done.returncode != 0:
                raise Failed(f"{script} ended with {done.returncode}")
            answer = json.loads(done.stdout.splitlines()[-1])
            self.answers[f"{name} {answer['version']}"] = {
                key: answer[key] for key in ("reached", "sessions", "transitions")}
            self.bench.add(name, Cost(answer["cpu"], answer["wall"], answer["memory"], 0))
        return entry


def pack(logs: List[str], path: str) -> None:
    """All logs as one gzip member, as gzip packs it where not told otherwise."""
    with open(f"{path}.part", "wb") as out:
        with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=6, mtime=0) as packed:
            for log in logs:
                with gzip.open(log) as lines:
                    for block in iter(lambda: lines.read(1 << 20), b""):
                        packed.write(block)
    os.rename(f"{path}.part", path)


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


def counts_agree(answers: Dict[str, Dict[str, object]]) -> bool:
    first = next(iter(answers.values()))
    return all(answer == first for answer in answers.values())


def agreement(answers: Dict[str, Dict[str, object]]) -> str:
    """The counts of all beside each other."""
    rows = [["", "funnel: reached", "sessions", "transitions"]]
    for name, answer in answers.items():
        steps = " ".join(str(count) for count in answer["reached"])
        rows.append([name, steps, str(answer["sessions"]), str(answer["transitions"])])
    verdict = "The counts agree." if counts_agree(answers) else "THE COUNTS DIFFER."
    return f"{columns(rows)}\n{verdict}"


def add_targets(bench: Bench, outcome: Outcome) -> None:
    for name, limit in CPU_LIMITS.items():
        ratio = bench.ratio(name, ZLIB, "cpu")
        if ratio is not None:
            outcome.target(f"{name}: CPU / zlib's inflate", ratio, limit)
    for name, limit in WALL_LIMITS.items():
        ratio = bench.ratio(name, CHDB, "wall")
        if ratio is not None:
            outcome.target(f"{name}: wall / ClickHouse (chDB)", ratio, limit)
    for name, limit in MEMORY_LIMITS.items():
        outcome.target(f"{name}, MB", bench.median(f"{name} alone").memory, limit)
    outcome.target("sessionize, MB spilled", bench.median("sessionize alone").written, 0)
    for name in ("ingest alone", ONE_FILE):
        cost = bench.median(name)
        outcome.target(f"{name}: wall / CPU", cost.wall / cost.cpu, CORES_LIMIT)
