"""Runs `funnelstats` over made units, a funnel a seed, and tells what its friction table says."""

import csv
import math
import os
import random
import subprocess
import tempfile
from typing import Callable, Dict, Iterator, List, Optional, TextIO, Tuple

from simulate_friction.expected import EXPECTED, Cells
from simulate_friction.worlds import WORLDS, World

Row = Dict[str, str]

BATCH = 50  # seeds a run: each is a funnel of its own
Z = 1.959963984540054
TIMES = [f"2026-03-01T{at // 60:02}:{at % 60:02}:00.000000Z" for at in range(120)]
STATUSES = ("ok", "protective", "inconclusive", "unclear", "insufficient")
#: The row that fires the signal fires it three times: as a slow answer, as an error that says what it
#: answers, and as a failed request, of which nothing is said.
SIGNALS = {"incident": "slow", "declared": "error:F", "undeclared": "server_error"}
OFF = ("client_error", "not_found", "denied", "rapid_repeat", "page_loop", "quick_back", "ping_pong",
       "u_turn", "retry_loop", "long_dwell", "support_contact", "resumed_later")
FIRES = "FE"


def journey(world: World, seeds: range) -> str:
    lines = ["version = 1", "[friction]", f"off = {list(OFF)}".replace("'", '"')]
    for seed in seeds:
        for name in "ABFO":
            lines.append(f'[[touchpoint]]\nname = "{name}{seed}"\nmatch = [{{ event = "{name}{seed}" }}]')
            if name == "F":
                answers = f'"{world.answers}{seed}"' if world.answers else "[]"
                lines.append(f'kind = "error"\nanswers = {answers}')
        lines.append(f'[[funnel]]\nname = "{seed}"\nsteps = ["A{seed}", "B{seed}"]\nwindow = "none"')
    return "\n".join(lines) + "\n"


def template(rows: str, seed: int) -> str:
    """The rows of a unit whose name stands as \\0."""
    lines: List[str] = []
    session = 1
    for at, letter in enumerate(rows):
        session += letter == "y"
        event = {"E": f"A{seed}", "x": "x", "y": "x", "g": "x"}.get(letter, f"{letter}{seed}")
        fires = "500\t4000" if letter in FIRES else "\t"
        lines.append(f"\0\t\0-{session}\t{TIMES[at]}\t{event}\t{fires}\n")
    return "".join(lines)


def write_paths(out: TextIO, name: str, seeds: range, units: int) -> None:
    out.write("#polku paths 1\ncustomer\tsession_id\ttime\tevent\tstatus\tduration_ms\n")
    make = WORLDS[name].unit
    count = 0
    for seed in seeds:
        dice = random.Random(f"{name} {seed}")
        templates: Dict[str, str] = {}
        for unit in range(units):
            rows = make(dice)
            text = templates.get(rows)
            if text is None:
                text = templates[rows] = template(rows, seed)
            # Sorted by bytes: seeds and units of equal width.
            out.write(text.replace("\0", f"{seed:05}-{unit:06}"))
            count += len(rows)
    out.write(f"#end rows={count} complete=true\n")


def friction(program: str, name: str, seeds: range, units: int) -> Iterator[Row]:
    """The rows of `friction.csv` of all seeds."""
    with tempfile.TemporaryDirectory() as folder:
        toml, tables = os.path.join(folder, "j.toml"), os.path.join(folder, "out")
        with open(toml, "w", encoding="utf-8") as file:
            file.write(journey(WORLDS[name], seeds))
        run = subprocess.Popen(
            [program, "--quiet", "--journey", toml, "-o", tables], stdin=subprocess.PIPE, text=True,
            encoding="utf-8")
        assert run.stdin is not None
        with run.stdin as paths:
            write_paths(paths, name, seeds, units)
        if run.wait() != 0:
            raise subprocess.CalledProcessError(run.returncode, program)
        with open(os.path.join(tables, "friction.csv"), encoding="utf-8", newline="") as table:
            yield from csv.DictReader(table)


def wilson(share: float, count: int) -> "tuple[float, float]":
    square = Z * Z
    middle = share + square / (2 * count)
    spread = Z * math.sqrt(share * (1 - share) / count + square / (4 * count * count))
    return (middle - spread) / (1 + square / count), (middle + spread) / (1 + square / count)


def plain(row: Row) -> "tuple[float, float, float]":
    """The difference of the plain rates with Newcombe's interval."""
    exposed, unexposed = float(row["plain_rate_exposed"]), float(row["plain_rate_unexposed"])
    low1, high1 = wilson(exposed, int(row["exposed"]))
    low0, high0 = wilson(unexposed, int(row["unexposed"]))
    difference = exposed - unexposed
    return (difference, difference - math.hypot(exposed - low1, high0 - unexposed),
            difference + math.hypot(high1 - exposed, unexposed - low0))


class Tally:
    """What one signal came to over the seeds of a world."""

    def __init__(self, truth: float) -> None:
        self.truth = truth
        self.seeds, self.estimates, self.sum = 0, 0, 0.0
        self.counts: Dict[str, int] = {}

    def count(self, what: str) -> None:
        self.counts[what] = self.counts.get(what, 0) + 1

    def add(self, difference: float, low: float, high: float) -> None:
        self.estimates += 1
        self.sum += difference
        if low <= self.truth <= high:
            self.count("holds")

    def share(self, what: str) -> Optional[float]:
        if what == "mean":
            return self.sum / self.estimates if self.estimates else None
        of = self.estimates if what == "holds" else self.seeds
        return self.counts.get(what, 0) / of if of else None

    def text(self) -> str:
        mean, holds = self.share("mean"), self.share("holds")
        words = ["no estimate" if mean is None or holds is None else
                 f"mean {mean:+.3f}, {100 * holds:.1f} % hold {self.truth:g}"]
        words += [f"{what} {100 * (self.share(what) or 0):.1f} %"
                  for what in STATUSES + ("both",) if what in self.counts]
        return ", ".join(words)


def tallies(program: str, name: str, seeds: int, units: int) -> Dict[str, Tally]:
    world = WORLDS[name]
    all_ = {kind: Tally(world.truth) for kind in ("plain", *SIGNALS)}
    for first in range(0, seeds, BATCH):
        batch = range(first, min(first + BATCH, seeds))
        for row in friction(program, name, batch, units):
            signal = row["signal"].rstrip("0123456789")
            kind = next((kind for kind in SIGNALS if SIGNALS[kind] == signal), None)
            if kind is None:
                continue
            tally = all_[kind]
            tally.seeds += 1
            tally.count(row["status"])
            if row["clock"] == "both":
                tally.count("both")
            if row["risk_difference"]:
                tally.add(*(float(row[key]) for key in ("risk_difference", "rd_low", "rd_high")))
            if kind == "undeclared":
                all_["plain"].seeds += 1
                all_["plain"].add(*plain(row))
    return all_


def misses(tally: Tally, cells: Cells, seeds: int, units: int) -> List[str]:
    """Cells further off than 1.5 points, half a point where they are whole percents, and what chance does to
    fewer than 1000 seeds."""
    found = []
    for what, wanted in cells.items():
        share = tally.share(what)
        chance = (0.035 * math.sqrt(3000 / units) if what == "mean" else
                  math.sqrt(max(wanted * (1 - wanted), 0.005)))
        is_whole = what != "mean" and 0 < wanted < 1 and math.isclose(100 * wanted, round(100 * wanted))
        room = 0.015 + 0.005 * is_whole + (0 if seeds >= 1000 else 4 * chance / math.sqrt(seeds))
        if share is None or abs(share - wanted) > room + 1e-9:
            found.append(f"{what} is {share if share is None else round(share, 4)}, not {wanted}")
    return found


def simulate(
    program: str, seeds: int, units: int, names: List[str], tell: Callable[[str], None]
) -> bool:
    """Tells of each world; whether all is as expected."""
    is_good = True
    for name in names:
        world = WORLDS[name]
        tell(f"{name}: {seeds} seeds of {units} units, true difference {world.truth:g}")
        all_ = tallies(program, name, seeds, units)
        expected = EXPECTED.get(name, {})
        for kind, tally in all_.items():
            if kind == "declared" and not world.answers or kind == "incident" and world.answers:
                continue
            missed = misses(tally, expected.get(kind, {}), seeds, units)
            is_good = is_good and not missed
            tell(f"  {kind:10}  {tally.text()}")
            for miss in missed:
                tell(f"  {kind:10}  MISS: {miss}")
    return is_good
