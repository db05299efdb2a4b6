"""Runs programs and pipes, measures each process apart, and holds what the rounds have cost."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from typing import Callable, Dict, List, NamedTuple, Optional, Sequence

from outcome import columns


class Cost(NamedTuple):
    cpu: float
    """User and system time, seconds."""
    wall: float
    memory: float
    """Peak resident set, MB. Under 15 MB it may be that of the measuring program."""
    written: float
    """MB written to disks: with standard output elsewhere, what was spilled."""


class Failed(Exception):
    pass


def run(
    commands: Sequence[Sequence[str]], output: Optional[str] = None
) -> "tuple[Cost, List[Cost]]":
    """Runs the commands as one pipe; returns the cost of all of it, and of each process."""
    start = time.monotonic()
    processes: List[subprocess.Popen] = []
    with open(output or os.devnull, "wb") as out:
        before = None
        for number, command in enumerate(commands):
            is_last = number == len(commands) - 1
            process = subprocess.Popen(
                command, stdin=before or subprocess.DEVNULL,
                stdout=out if is_last else subprocess.PIPE)
            if before is not None:
                before.close()
            before = process.stdout
            processes.append(process)
    costs = [wait(process, start) for process in processes]
    whole = Cost(
        sum(cost.cpu for cost in costs), max(cost.wall for cost in costs),
        sum(cost.memory for cost in costs), sum(cost.written for cost in costs))
    return whole, costs


def wait(process: subprocess.Popen, start: float) -> Cost:
    _, status, usage = os.wait4(process.pid, 0)
    end = time.monotonic()
    process.returncode = os.WEXITSTATUS(status) if os.WIFEXITED(status) else -os.WTERMSIG(status)
    if process.returncode != 0:
        raise Failed(f"{process.args[0]} ended with {process.returncode}")
    return Cost(
        usage.ru_utime + usage.ru_stime, end - start, usage.ru_maxrss / 1024,
        usage.ru_oublock / 2048)


class Bench:
    """Costs by name, one of each round; every round runs all of them, so that drift hits all."""

    def __init__(self, rounds: int) -> None:
        self.rounds = rounds
        self.costs: Dict[str, List[Cost]] = {}

    def add(self, name: str, cost: Cost) -> None:
        self.costs.setdefault(name, []).append(cost)

    def run(self, entries: Sequence[Callable[[], None]]) -> None:
        for number in range(self.rounds):
            say(f"round {number + 1} of {self.rounds}")
            for entry in entries:
                entry()

    def command(self, name: str, command: Sequence[str]) -> Callable[[], None]:
        """An entry that runs one command to its end."""
        return lambda: self.add(name, run([command])[0])

    def median(self, name: str) -> Optional[Cost]:
        costs = self.costs.get(name)
        if not costs:
            return None
        return Cost(*(statistics.median(values) for values in zip(*costs)))

    def ratio(self, name: str, base: str, what: str) -> Optional[float]:
        """Median of the rounds' ratios of `cpu` or `wall`: what drifts from round to round falls out."""
        if name not in self.costs or base not in self.costs:
            return None
        return statistics.median(
            getattr(cost, what) / getattr(other, what)
            for cost, other in zip(self.costs[name], self.costs[base]))

    def figures(self) -> Dict[str, object]:
        return {
            name: {field: round(value, 3) for field, value in self.median(name)._asdict().items()}
            for name in self.costs}

    def table(self, bases: Dict[str, str]) -> str:
        """One row a name; a column of ratios of CPU and of wall time for each base."""
        heads = ["", "CPU s", "wall s", "peak MB"]
        heads += [f"{what} / {base}" for base in bases for what in ("CPU", "wall")]
        rows: List[List[Optional[str]]] = [heads]
        for name in self.costs:
            cost = self.median(name)
            row: List[Optional[str]] = [
                name, f"{cost.cpu:.2f}", f"{cost.wall:.2f}", f"{cost.memory:.0f}"]
            for base in bases.values():
                for what in ("cpu", "wall"):
                    ratio = self.ratio(name, base, what)
                    row.append(None if ratio is None else f"{ratio:.2f}")
            rows.append(row)
        return columns(rows)


def say(text: str) -> None:
    print(f"bench: {text}", file=sys.stderr, flush=True)
