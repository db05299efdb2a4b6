#!/usr/bin/env python3
"""Writes `funnelstats`-shaped folders for the browser tests: folders.py DIR [NAME…]."""

from __future__ import annotations

import random
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Callable, Dict, List, Sequence

import corpus
import made
import made_funnels
import tables
from sizes import Names, Sizes

ROOT = Path(__file__).resolve().parents[2]
LOGS = ROOT / "Data" / "night"

STEPS = [b"product", b"add_to_cart", b"checkout", b"payment", b"purchase"]
TOUCHPOINTS = STEPS + [
    b"home", b"search", b"category", b"reviews", b"compare", b"wishlist", b"cart", b"shipping",
    b"payment_declined", b"coupon_rejected", b"error_page", b"help", b"support_chat", b"phone_call",
    b"support_reply", b"feedback", b"login", b"order_tracking", b"(unmapped)",
]
STAGES = [b"awareness", b"interest", b"comparison", b"purchase", b"use", b"return"]
CHANNELS = [b"organic_search", b"paid_search", b"email", b"direct", b"store", b"phone"]
PAGES = [b"/", b"/product/7", b"/cart", b"/checkout"]

# A page shows the first rows of a long table, and less where it is large, so the texts are spread over several folders.
HOSTILE = [corpus.HOSTILE[start:start + 7] for start in range(0, len(corpus.HOSTILE), 7)]

KINDS = [(b"purchase", "conversion"), (b"feedback", "feedback"), (b"support_chat", "support_request")]

FRICTION = {
    "slow_ms": 3000, "rapid_repeat": "2s", "page_loop": "15s", "quick_back": "5s",
    "retry_within": "10m", "long_dwell": "10m", "search_query": None, "support_within": "24h",
    "min_units": 30, "min_cell": 5, "off": [],
    "answers": [{"touchpoint": "payment_declined", "attempts": ["payment"]},
                {"touchpoint": "coupon_rejected", "attempts": []}],
}


def names() -> Names:
    return Names(
        touchpoints=list(TOUCHPOINTS), stages=list(STAGES), channels=list(CHANNELS),
        pages=list(PAGES), funnels={"purchase": list(STEPS)},
        breakdowns={"device": [b"mobile", b"desktop", b"tablet"], "channel": list(CHANNELS)},
        site="Shop", labels={b"payment_declined": "Payment declined", b"help": "Help & manuals"})


def manifest(names: Names, sizes: Sizes) -> Dict[str, object]:
    funnels = [funnel(name, steps, names, sizes) for name, steps in names.funnels.items()]
    return {
        "program": "funnelstats", "version": "0.1.0", "journey_sha256": "0" * 64,
        "timezone": "Europe/Helsinki", "site": names.site, "language": "en",
        "kinds": [{"touchpoint": text(name), "kind": kind} for name, kind in KINDS
                  if name in names.touchpoints],
        "labels": [{"of": "touchpoint", "name": text(name), "text": {"*": label}}
                   for name, label in names.labels.items()], "data_start": "2026-11-16T00:54:23.577000Z",
        "data_end": "2026-12-06T22:49:05.487000Z",
        "rows": sizes.customers * 6, "rows_used": sizes.customers * 6, "rows_delivered_twice": 0,
        "answers_off_scale": 2, "session_timeouts": ["30m"],
        "customers": sizes.customers, "sessions": sizes.customers * 2,
        "inputs": [{"name": text(name), "bytes": 3225948, "rows": sizes.customers * 6,
                    "hashes": ["xxh64:c299cc2c7a4a9a6c"]} for name in names.pages[:60]],
        "funnels": funnels, "friction": FRICTION,
        "attribution": {"lookback": "30d", "half_life": "7d"},
    }


def funnel(name: str, steps: Sequence[bytes], names: Names, sizes: Sizes) -> Dict[str, object]:
    return {
        "name": name, "steps": [text(step) for step in steps],
        "step_rules": ["" for _ in steps], "unit": "customer",
        "exclude": [{"touchpoint": text(steps[0]), "from": 1, "to": 2}],
        "order": "ordered", "entry": "best", "window": "7d", "window_from": "first",
        "exclusion_effect": "remove", "breakdown": list(names.breakdowns), "attribution": "first",
        "trend": "day", "like": None, "not_reproduced": None, "entered": sizes.customers // 2,
        "removed": 3, "rows_without_unit": 0,
    }


def text(name: bytes) -> str:
    return name.decode("utf-8", errors="replace")


def write(folder: Path, names: Names, sizes: Sizes, compared: bool = False) -> Path:
    rows = made.tables(names, sizes)
    if compared:
        rows["compare"] = made_funnels.compare(rows, random.Random("compare"))
    return tables.save(folder, rows, manifest(names, sizes))


def plain(folder: Path) -> Path:
    """One funnel, every table but `compare`."""
    return write(folder, names(), Sizes())


def compared(folder: Path) -> Path:
    """Two funnels, and a `compare.csv`."""
    both = names()
    both.funnels["support"] = [b"help", b"support_chat", b"support_reply", b"feedback"]
    return write(folder, both, Sizes(), compared=True)


def hostile(folder: Path, part: int) -> Path:
    return spelled(folder, HOSTILE[part])


def tamed(folder: Path, part: int) -> Path:
    """The twin of `hostile`: the same rows with harmless names."""
    return spelled(
        folder, [corpus.tame(data, place) for place, data in enumerate(HOSTILE[part])])


def spelled(folder: Path, texts: List[bytes]) -> Path:
    """Every text as touchpoint, step, stage, channel, page, segment and signal."""
    every = Names(
        touchpoints=texts, stages=texts, channels=texts, pages=texts, funnels={"all": texts},
        breakdowns={"channel": texts}, site=text(texts[0]),
        labels={name: text(name) for name in texts[::2]})
    small = Sizes(days=3, weeks=2, fan=3, paths=8, signals=1)
    return write(folder, every, small, compared=True)


def huge(folder: Path) -> Path:
    """10,000 touchpoints, 64 steps, 1000 segments, 300 channels, a year of days."""
    many = [b"touchpoint with a longish name %d" % place for place in range(10_000)]
    every = Names(
        touchpoints=many, stages=[b"stage %d" % place for place in range(40)],
        channels=[b"channel %d" % place for place in range(300)], pages=many[:400],
        funnels={"long": many[:64]},
        breakdowns={"device": [b"segment %d" % place for place in range(1000)]})
    return write(folder, every, Sizes(
        customers=2_000_000, days=365, weeks=52, fan=2, paths=1000))


def many_funnels(folder: Path) -> Path:
    """Thirty funnels of ten steps, each with ten segments."""
    several = names()
    several.funnels = {f"funnel {place}": TOUCHPOINTS[:10] for place in range(30)}
    several.breakdowns = {"device": [b"segment %d" % place for place in range(10)]}
    return write(folder, several, Sizes(days=60), compared=True)


def empty(folder: Path) -> Path:
    """Nobody entered: the tables that depend on rows have a header alone."""
    rows: made.Tables = {name: [] for name in tables.COLUMNS if name not in tables.UNLISTED}
    nobody = Sizes(customers=0)
    rows["funnel"] = [row for row in made_funnels.funnel(names(), nobody, random.Random("0"))
                      if not row[1]]
    rows["funnel_totals"] = list(made_funnels.totals(rows["funnel"], random.Random("0")))
    facts = manifest(names(), nobody)
    facts["data_start"] = facts["data_end"] = None
    return tables.save(folder, rows, facts)


def bare(folder: Path) -> Path:
    """No table at all in the manifest, as of an earlier version."""
    return tables.save(folder, {}, manifest(names(), Sizes()))


def one_row(folder: Path) -> Path:
    """One customer, one event, one touchpoint."""
    single = Names(
        touchpoints=[b"home"], stages=[b"interest"], channels=[b"direct"], pages=[b"/"],
        funnels={"one": [b"home", b"purchase"]}, breakdowns={})
    return write(folder, single, Sizes(customers=1, days=1, weeks=1, paths=1))


MAKERS: Dict[str, Callable[[Path], Path]] = {
    "plain": plain, "compared": compared, "huge": huge, "many-funnels": many_funnels,
    "empty": empty, "bare": bare, "one-row": one_row,
    **{f"hostile-{part}": partial(hostile, part=part) for part in range(len(HOSTILE))},
    **{f"tamed-{part}": partial(tamed, part=part) for part in range(len(HOSTILE))},
}


def night(folder: Path, programs: Path) -> Path:
    """What the programs make of Data/night."""
    folder.mkdir(parents=True, exist_ok=True)
    logs = [str(path.relative_to(ROOT)) for path in sorted(LOGS.glob("events-*.gz"))]
    stages = [
        [programs / "ingest", "--summary", folder / "ingest.summary.json", *logs],
        [programs / "sessionize", "--summary", folder / "sessionize.summary.json"],
        [programs / "funnelstats", "--journey", ROOT / "Data" / "journey.toml", "-o", folder],
    ]
    piped(stages)
    return folder


def piped(stages: Sequence[Sequence[object]]) -> None:
    running: List["subprocess.Popen[bytes]"] = []
    for stage in stages:
        source = running[-1].stdout if running else subprocess.DEVNULL
        running.append(subprocess.Popen(
            [str(word) for word in stage], stdin=source, stdout=subprocess.PIPE, cwd=ROOT))
    running[-1].communicate()
    for stage, process in zip(stages, running):
        if process.wait() != 0:
            raise RuntimeError(f"{stage[0]}: exit {process.returncode}")


def main(arguments: Sequence[str]) -> int:
    if not arguments or arguments[0].startswith("-"):
        print(f"usage: folders.py DIR [{' '.join(MAKERS)}]", file=sys.stderr)
        return 64
    for name in arguments[1:] or MAKERS:
        print(MAKERS[name](Path(arguments[0]) / name))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
