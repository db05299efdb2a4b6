"""The night of access logs beside GoAccess. Arguments: NIGHT CACHE BIN ROUNDS."""

from __future__ import annotations

import glob
import gzip
import itertools
import os
import shutil
import sys
from typing import List

from measure import Bench, Failed, columns, run, say

SLICE = 200_000
NIGHT, PART, GOACCESS = "ingest, whole night", "ingest, slice", "GoAccess, slice"


def make_slice(logs: List[str], path: str) -> int:
    """The first lines of the night, uncompressed, since GoAccess reads no gzip; how many."""
    count = 0
    with open(path, "wb") as out:
        for log in logs:
            with gzip.open(log) as lines:
                for line in itertools.islice(lines, SLICE - count):
                    out.write(line)
                    count += 1
    return count


def lines_of(logs: List[str]) -> int:
    count = 0
    for log in logs:
        with gzip.open(log) as lines:
            count += sum(block.count(b"\n") for block in iter(lambda: lines.read(1 << 20), b""))
    return count


def main(folder: str, cache: str, binaries: str, rounds: str) -> int:
    os.makedirs(cache, exist_ok=True)
    logs = sorted(glob.glob(os.path.join(folder, "access-*.log.gz")))
    part = os.path.join(cache, "slice.log")
    counts = {NIGHT: lines_of(logs), PART: make_slice(logs, part)}
    counts[GOACCESS] = counts[PART]
    ingest = os.path.join(binaries, "ingest")
    goaccess = shutil.which("goaccess")
    commands = {NIGHT: [ingest, *logs], PART: [ingest, part]}
    if goaccess:
        commands[GOACCESS] = [
            goaccess, part, "--log-format=COMBINED", "--no-global-config", "--no-progress", "-o",
            os.path.join(cache, "goaccess.json")]
    bench = Bench(int(rounds))
    try:
        bench.run([
            lambda name=name: bench.add(name, run([commands[name]])[0]) for name in commands])
    except Failed as failure:
        say(str(failure))
        return 1
    print(bench.table({"GoAccess": GOACCESS}))
    print()
    speeds = {name: counts[name] / bench.median(name).cpu for name in commands}
    rows = [["", "lines", "lines / CPU s", "/ GoAccess"]]
    for name, speed in speeds.items():
        ratio = f"{speed / speeds[GOACCESS]:.1f}" if goaccess else "-"
        rows.append([name, f"{counts[name]:,}", f"{speed:,.0f}", ratio])
    print(columns(rows))
    print("Targets: 1,000,000 lines / s and core, 30 x GoAccess, 64 MB.")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
