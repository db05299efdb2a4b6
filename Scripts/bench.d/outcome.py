"""What a mode found: tables for people, the same figures as JSON for programs."""

from __future__ import annotations

import datetime
import json
import os
import platform
from typing import Dict, List, NamedTuple, Optional, Sequence


class Target(NamedTuple):
    name: str
    measured: float
    limit: float
    is_least: bool
    """The limit is the least that is wanted, not the most."""

    def is_met(self) -> bool:
        return self.measured >= self.limit if self.is_least else self.measured <= self.limit

    def verdict(self) -> str:
        if self.is_met():
            return "met"
        side = "under" if self.is_least else "over"
        return f"{side} by {abs(self.measured / self.limit - 1):.0%}" if self.limit else side


class Outcome:
    def __init__(self, mode: str, rows: List[int], rounds: int) -> None:
        self.mode, self.rows, self.rounds = mode, rows, rounds
        self.is_good = True
        self.figures: Dict[str, object] = {}
        self.targets: List[Target] = []
        self.load = os.getloadavg()
        self.parts: List[str] = []

    def add(self, text: str) -> None:
        self.parts.append(text)

    def target(self, name: str, measured: float, limit: float, is_least: bool = False) -> None:
        self.targets.append(Target(name, measured, limit, is_least))

    def text(self) -> str:
        """The parts, the targets beside what was measured, and where and when that was."""
        parts = list(self.parts)
        if self.targets:
            rows = [["", "measured", "limit", ""]]
            for target in self.targets:
                bound = "≥ " if target.is_least else "≤ "
                rows.append([
                    target.name, number(target.measured), bound + number(target.limit),
                    target.verdict()])
            parts.append(columns(rows))
        where = self.machine()
        parts.append(
            f"{where['date']}, {where['processor']}, {where['cores']} cores, load before"
            f" {' '.join(f'{load:.1f}' for load in self.load)}")
        return "\n\n".join(parts)

    def machine(self) -> Dict[str, object]:
        return {
            "date": datetime.date.today().isoformat(), "processor": processor(),
            "cores": len(os.sched_getaffinity(0)), "system": platform.platform()}

    def write(self, path: str) -> None:
        content = {
            "mode": self.mode, "rows": self.rows, "rounds": self.rounds, **self.machine(),
            "load": [round(load, 2) for load in self.load], "figures": self.figures,
            "targets": [
                {"name": target.name, "measured": target.measured, "limit": target.limit,
                 "is_least": target.is_least, "is_met": target.is_met()}
                for target in self.targets]}
        with open(path, "w", encoding="utf-8") as file:
            json.dump(content, file, indent=1, ensure_ascii=False)
            file.write("\n")


def processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            names = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
    except OSError:
        names = []
    return names[0] if names else platform.machine()


def number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 or value == int(value) else f"{value:.2f}"


def columns(rows: Sequence[Sequence[Optional[str]]]) -> str:
    """A table: the first column to the left, the others to the right."""
    cells = [["-" if cell is None else cell for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    lines = []
    for row in cells:
        line = [row[0].ljust(widths[0])]
        line += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        lines.append("  ".join(line).rstrip())
    return "\n".join(lines)
