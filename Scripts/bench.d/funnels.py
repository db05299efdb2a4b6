"""`funnelstats` alone on a night of paths. Arguments: NIGHT CACHE BIN ROUNDS.

One funnel to standard output, the same with every table, and twenty funnels with two breakdowns each.
"""

from __future__ import annotations

import glob
import os
import sys

from measure import Bench, Failed, run, say

ALONE, TABLES, TWENTY = "one funnel", "one funnel, every table", "twenty, 2 breakdowns, every table"
STEPS = [
    "home", "search", "category", "product", "reviews", "add_to_cart", "cart", "checkout",
    "shipping", "payment", "purchase",
]


def funnel(name: str, steps: "list[str]", breakdown: str) -> str:
    names = ", ".join(f'"{step}"' for step in steps)
    return f'\n[[funnel]]\nname = "{name}"\nsteps = [{names}]\nwindow = "7d"\n{breakdown}'


def journeys(cache: str) -> "tuple[str, str]":
    """Writes two journey files with the touchpoints of Data/journey.toml."""
    with open("Data/journey.toml") as file:
        touchpoints = file.read().split("[[funnel]]")[0]
    one, twenty = (os.path.join(cache, name) for name in ("one.toml", "twenty.toml"))
    with open(one, "w") as file:
        steps = ["product", "add_to_cart", "checkout", "payment", "purchase"]
        file.write(touchpoints + funnel("purchase", steps, ""))
    with open(twenty, "w") as file:
        file.write(touchpoints)
        for number in range(20):
            first = number % 5
            steps = STEPS[first:first + 4 + number % 3]
            file.write(funnel(f"f{number}", steps, 'breakdown = ["device", "channel"]\n'))
    return one, twenty


def main(folder: str, cache: str, binaries: str, rounds: str) -> int:
    os.makedirs(cache, exist_ok=True)
    logs = sorted(glob.glob(os.path.join(folder, "events-*.ndjson.gz")))
    paths = os.path.join(cache, f"{os.path.basename(folder)}.paths.tsv")
    ingest, sessionize, funnelstats = (
        os.path.join(binaries, name) for name in ("ingest", "sessionize", "funnelstats"))
    one, twenty = journeys(cache)
    tables = os.path.join(cache, "tables")
    bench = Bench(int(rounds))
    commands = {
        ALONE: [funnelstats, "--journey", one, paths],
        TABLES: [funnelstats, "--journey", one, paths, "-o", tables],
        TWENTY: [funnelstats, "--journey", twenty, paths, "-o", tables],
    }
    try:
        run([[ingest, *logs], [sessionize, "-o", paths]])
        bench.run([
            lambda name=name: bench.add(name, run([commands[name]])[0]) for name in commands])
    except Failed as failure:
        say(str(failure))
        return 1
    print(bench.table({"one": ALONE, "every table": TABLES}))
    print("Targets: every table 3 x one funnel; twenty funnels 2 x one.")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
