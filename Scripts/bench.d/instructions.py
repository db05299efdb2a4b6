"""Processor instructions a row: what one more row costs, counted by valgrind, which repeats exactly.

Each program runs over a short and a long input made from the seed; the difference, divided by the rows
that the long one has more, leaves out what a start costs. Log lines are every seventh of a night, since in
the logs of a big site, too, few neighbouring lines are of one visitor; the rows of sessionize and
funnelstats are those of two whole nights. Programs are copies without debug information (`strip -g`),
which valgrind would read for longer than they run; symbols stay.

valgrind hides the processor's SHA instructions from the programs: the HMAC of a visitor costs more here
than it does outside. It is told apart: the second figure of combined lines leaves out what is counted
inside `MessageCode.code(of:)` and below.
"""

from __future__ import annotations

import csv
import gzip
import itertools
import os
import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from typing import Dict, List, NamedTuple, Tuple

from measure import Failed, run, say
from outcome import Outcome
from workspace import HERE, Workspace, demand

SHORT_LINES, LONG_LINES = 2_000, 12_000
EVERY = 7  # lines of the night for one of the log
SHORT_NIGHT = 6  # the long night has this many times the rows of the short one
TOLERANCE = 1.05
#: The mangled name of `ByteIO.MessageCode.code(of:)`, its closures left out.
HMAC = re.compile(r"\$s6ByteIO11MessageCodeV4code2of\w*F$")

NDJSON, COMBINED, PLAIN = "ingest, NDJSON event", "ingest, combined line", "ingest, combined line, HMAC left out"
SESSIONIZE, FUNNELSTATS = "sessionize, row", "funnelstats, row, every table"


class Count(NamedTuple):
    all: int
    hmac: int


def measure(workspace: Workspace, outcome: Outcome) -> None:
    demand([os.path.join(HERE, "..", "setup"), "valgrind", "strip"])
    limits = read_limits()
    inputs = Inputs(workspace, outcome.rows[0])
    stripped = {
        name: strip(workspace, name) for name in ("ingest", "sessionize", "funnelstats")}
    commands: Dict[str, "Tuple[List[str], List[str], int]"] = {
        NDJSON: pair([stripped["ingest"], "-j", "1"], *inputs.lines("events")),
        COMBINED: pair([stripped["ingest"], "-j", "1"], *inputs.lines("access")),
        SESSIONIZE: pair([stripped["sessionize"], "-j", "1"], *inputs.rows("events.tsv")),
        FUNNELSTATS: pair(
            [stripped["funnelstats"], "-j", "1", *workspace.funnelstats(workspace.path("tables"))[1:]],
            *inputs.rows("paths.tsv"))}
    say("counting")
    figures = count_all(workspace, commands)
    for name, (limit, aim) in limits.items():
        outcome.target(f"instructions: {name}", figures[name], aim)
        if figures[name] > limit * TOLERANCE:
            say(f"{name}: {figures[name]}, more than 5 % over what it was, {limit}")
            outcome.is_good = False
    outcome.figures = dict(figures)


def read_limits() -> "Dict[str, Tuple[int, int]]":
    """By what is counted: what no change may pass by 5 %, and what is aimed at."""
    with open(os.path.join(HERE, "limits.tsv"), encoding="utf-8", newline="") as file:
        return {
            row["what"]: (int(row["limit"]), int(row["aim"]))
            for row in csv.DictReader(file, delimiter="\t")}


def pair(
    program: List[str], short: str, long: str, more: int
) -> "Tuple[List[str], List[str], int]":
    return program + [short], program + [long], more


class Inputs:
    """Short and long inputs, with the rows that the long one has more; made once."""

    def __init__(self, workspace: Workspace, rows: int) -> None:
        self.workspace = workspace
        self.nights = (rows // SHORT_NIGHT, rows)
        say("making the streams")
        for rows in self.nights:
            events, paths = self.stream(rows, "events.tsv"), self.stream(rows, "paths.tsv")
            run([[workspace.program("ingest"), *workspace.events(rows), "-o", events]])
            run([[workspace.program("sessionize"), events, "-o", paths]])

    def stream(self, rows: int, kind: str) -> str:
        return self.workspace.path(f"{rows}.{kind}")

    def lines(self, kind: str) -> Tuple[str, str, int]:
        logs = getattr(self.workspace, kind)(self.nights[1])
        lines: List[bytes] = []
        for log in logs:
            with gzip.open(log) as file:
                lines += file
        lines = list(itertools.islice(lines, 0, None, EVERY))
        short, long = min(SHORT_LINES, len(lines) // 6), min(LONG_LINES, len(lines))
        names = [self.workspace.path(f"{kind}-{count}.log") for count in (short, long)]
        for name, count in zip(names, (short, long)):
            with open(name, "wb") as out:
                out.writelines(lines[:count])
        return names[0], names[1], long - short

    def rows(self, kind: str) -> Tuple[str, str, int]:
        """Event or path rows of the two nights, made by the programs that are measured."""
        short, long = (self.stream(rows, kind) for rows in self.nights)
        return short, long, rows_of(long) - rows_of(short)


def rows_of(path: str) -> int:
    """Rows as the end line says."""
    with open(path, "rb") as file:
        file.seek(-200, os.SEEK_END)
        found = re.search(rb"#end rows=(\d+)", file.read())
    if not found:
        raise Failed(f"{path}: no end line")
    return int(found.group(1))


def strip(workspace: Workspace, name: str) -> str:
    copy = workspace.path(f"{name}.stripped")
    shutil.copy(workspace.program(name), copy)
    demand(["strip", "-g", copy])
    return copy


def count_all(
    workspace: Workspace, commands: "Dict[str, Tuple[List[str], List[str], int]]"
) -> Dict[str, int]:
    runs = [
        (f"{number}", command)
        for number, command in enumerate(
            command for short, long, _ in commands.values() for command in (short, long))]
    with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        counts = list(pool.map(lambda item: count(workspace, *item), runs))
    figures: Dict[str, int] = {}
    for number, (name, (_, _, more)) in enumerate(commands.items()):
        short, long = counts[2 * number], counts[2 * number + 1]
        figures[name] = (long.all - short.all) // more
        if name == COMBINED:
            if not long.hmac:
                raise Failed("no function in ingest has the name of the HMAC: see instructions.py")
            figures[PLAIN] = (long.all - long.hmac - short.all + short.hmac) // more
    return figures


def count(workspace: Workspace, name: str, command: List[str]) -> Count:
    """Instructions of a command. Two commands may run at once: each gets an output folder of its own."""
    out = workspace.path(f"callgrind.{name}")
    if "-o" in command:
        at = command.index("-o") + 1
        command = command[:at] + [f"{command[at]}.{name}"] + command[at + 1:]
    environment = {**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1"}
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", *command],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment)
    found = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode != 0 or not found:
        raise Failed(f"valgrind {' '.join(command)} failed: {done.stderr[-300:]}")
    return Count(int(found.group(1)), hmac_cost(out))


def hmac_cost(path: str) -> int:
    """Instructions inside the HMAC and below it, from callgrind's file.

    Source: the Callgrind Format Specification of valgrind. Functions have numbers, their name where they
    come first; `calls=` is followed by a line with the inclusive cost of the calls.
    """
    names: Dict[str, bool] = {}

    def is_hmac(text: str) -> bool:
        key, _, name = text.partition(" ")
        if name:
            names[key] = bool(HMAC.search(name))
        return names.get(key, False)

    total, is_callee, is_cost = 0, False, False
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file:
            if line.startswith("fn="):
                is_hmac(line[3:].rstrip())
            elif line.startswith("cfn="):
                is_callee = is_hmac(line[4:].rstrip())
            elif line.startswith("calls="):
                is_cost = True
            elif is_cost:
                if is_callee:
                    total += int(line.split()[1])
                is_cost = is_callee = False
    return total
