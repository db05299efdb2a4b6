"""Made rows of the tables that tell of funnels."""

from __future__ import annotations

import datetime
import math
import random
from typing import Dict, Iterator, List, Mapping, Sequence, Tuple

from sizes import HAPPENED, Names, Sizes, real, times, whole, wilson
from tables import Cell, Row


def funnel(names: Names, sizes: Sizes, dice: random.Random) -> Iterator[Row]:
    for name, steps in names.funnels.items():
        entered = int(sizes.customers * dice.uniform(0.5, 0.9))
        yield from funnel_rows(name, "", b"", steps, entered, dice)
        for breakdown, segments in names.breakdowns.items():
            for place, segment in enumerate(segments):
                share = max(1 if entered else 0, entered // (place + 2))
                yield from funnel_rows(name, breakdown, segment, steps, share, dice)


def funnel_rows(
    name: str, breakdown: str, segment: bytes, steps: Sequence[bytes], entered: int,
    dice: random.Random,
) -> Iterator[Row]:
    keep = 0.97 if len(steps) > 12 else 0.7
    reached = [entered]
    for _ in steps[1:]:
        reached.append(int(reached[-1] * min(1.0, dice.uniform(keep - 0.25, keep + 0.2))))
    for place, touchpoint in enumerate(steps):
        here = reached[place]
        rate, low, high = wilson(here, reached[place - 1]) if place else (None, None, None)
        last = place == len(steps) - 1
        lost = None if last else here - reached[place + 1]
        yield (name, breakdown, segment, place + 1, touchpoint, here,
               here / entered if entered else None, rate, low, high, lost,
               lost / here if lost is not None and here else None,
               None if lost is None else int(lost * dice.uniform(0, 0.4)),
               *(times(dice) if place and here else [None] * 5))


def totals(rows: Sequence[Row], dice: random.Random) -> Iterator[Row]:
    groups: Dict[Tuple[Cell, ...], List[Row]] = {}
    for row in rows:
        groups.setdefault(tuple(row[:3]), []).append(row)
    for key, steps in groups.items():
        entered, converted = whole(steps[0][5]), whole(steps[-1][5])
        rate, low, high = wilson(converted, entered)
        still_open = sum(whole(step[12]) for step in steps if step[12] is not None)
        median = times(dice)[1] if converted else None
        yield (*key, "customer", entered, converted, rate, low, high, still_open, 3,
               None if rate is None else min(1.0, rate * 1.04), median,
               None if median is None else median * 8,
               round(converted * 71.37, 2) if converted else None, "EUR" if converted else "")


def trend(names: Names, sizes: Sizes, dice: random.Random) -> Iterator[Row]:
    first = datetime.date(2026, 11, 16)
    for name in names.funnels:
        for day in range(sizes.days):
            if day == 5:
                continue
            entered = int(sizes.customers / max(1, sizes.days) * dice.uniform(0.5, 1.2))
            converted = int(entered * dice.uniform(0.03, 0.3))
            still_open = entered // 3 if day >= sizes.days - 4 else 0
            yield (name, str(first + datetime.timedelta(days=day)), entered, converted,
                   *wilson(converted, entered), still_open)


def time_to_convert(names: Names, sizes: Sizes, dice: random.Random) -> Iterator[Row]:
    for name in names.funnels:
        for place in range(11 if sizes.customers > 1 else 1):
            units = int(sizes.customers / 9 * 0.55 ** place)
            yield name, 58 + place * 57186, 58 + (place + 1) * 57186, units


def dropoff_next(
    names: Names, rows: Sequence[Row], dice: random.Random,
) -> Iterator[Row]:
    for row in rows:
        lost = row[10]
        if row[1] or not lost:
            continue
        following = [b"(exit)"] + dice.sample(names.touchpoints, min(8, len(names.touchpoints)))
        rest = whole(lost)
        for place, touchpoint in enumerate(following):
            last = place == len(following) - 1
            units = rest if last else int(rest * dice.uniform(0.2, 0.6))
            rest -= units
            if units:
                yield row[0], row[3], row[4], touchpoint, units, units / whole(lost)


def correlation(names: Names, sizes: Sizes, dice: random.Random) -> Iterator[Row]:
    kinds = [(b"touchpoint", b"", names.touchpoints), (b"property", b"channel=", names.channels),
             (b"property", b"page=", names.pages)]
    for name in names.funnels:
        for kind, prefix, texts in kinds:
            for text in texts:
                ratio = math.exp(dice.gauss(0, 0.9))
                spread = math.exp(dice.uniform(0.1, 1.5))
                yield (name, kind, prefix + text, int(dice.random() * sizes.customers * 0.2),
                       int(dice.random() * sizes.customers), ratio, ratio / spread, ratio * spread,
                       dice.random())


def friction(
    names: Names, sizes: Sizes, rows: Sequence[Row], dice: random.Random,
) -> List[Row]:
    """Ranked rows first, those without an estimate last."""
    estimated: List[List[Cell]] = []
    bare: List[List[Cell]] = []
    signals = [name.encode() for name in HAPPENED]
    signals += [b"error:" + name for name in names.touchpoints]
    unsplit = [row for row in rows if not row[1]]
    for row, following in zip(unsplit, unsplit[1:]):
        if row[0] != following[0]:
            continue
        for signal in dice.sample(signals, min(sizes.signals, len(signals))):
            eligible, lost = whole(row[5]), whole(row[10])
            exposed = int(eligible * dice.uniform(0.01, 0.3))
            if exposed == 0:
                continue
            line = friction_row(row, following[4], signal, eligible, exposed, lost, dice)
            (bare if line[14] is None else estimated).append(line)
    estimated.sort(key=lambda line: (-real(line[21]), -real(line[18])))
    for rank, line in enumerate(estimated, 1):
        line[22] = rank
    return [tuple(line) for line in estimated + bare]


def friction_row(
    row: Row, target: Cell, signal: bytes, eligible: int, exposed: int, lost: int,
    dice: random.Random,
) -> List[Cell]:
    dropped = min(lost, int(exposed * dice.uniform(0.2, 0.9)))
    unexposed, others = eligible - exposed, lost - dropped
    plain = [row[0], row[4], target, signal, "insufficient", "rows", eligible, exposed, dropped,
             unexposed, others, dropped / exposed, others / unexposed if unexposed else None,
             exposed]
    if exposed < 30 or unexposed < 30 or dropped < 5 or exposed - dropped < 5:
        return plain + [None] * 6 + ["", None, None]
    if signal.startswith(b"error:") and dice.random() < 0.1:
        plain[4:6], plain[13] = ["unclear", ""], None
        return plain + [None] * 6 + ["", None, None]
    difference, half = dice.uniform(-0.1, 0.4), dice.uniform(0.02, 0.2)
    low, high = difference - half, difference + half
    plain[4] = "ok" if low > 0 else "protective" if high < 0 else "inconclusive"
    score = 100 * max(0.0, exposed * low) / lost if lost else 0
    return plain + [difference, low, high, dice.random(), exposed * difference,
                    round(exposed * difference * 31.4, 2), "EUR", score, None]


def compare(rows: Mapping[str, Sequence[Row]], dice: random.Random) -> List[Row]:
    """The change of every rate of `funnel` and `funnel_totals` against a made period before."""
    made: List[Row] = []
    for row in rows["funnel"]:
        if row[7] is not None:
            key = key_of(("funnel", row[0]), ("breakdown", row[1]), ("segment", row[2]),
                         ("step", row[3]))
            made.append(change("funnel", key, "rate_from_previous", real(row[7]), dice))
    for row in rows["funnel_totals"]:
        if row[6] is not None:
            key = key_of(("funnel", row[0]), ("breakdown", row[1]), ("segment", row[2]))
            made.append(change("funnel_totals", key, "rate", real(row[6]), dice))
    return made


def key_of(*parts: Tuple[str, Cell]) -> bytes:
    return b";".join(name.encode() + b"=" + escaped(plain(text)) for name, text in parts if text)


def escaped(text: bytes) -> bytes:
    """As `funnelstats compare` writes values of keys."""
    return text.replace(b"\\", b"\\\\").replace(b";", b"\\;")


def plain(value: Cell) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


def change(table: str, key: bytes, metric: str, after: float, dice: random.Random) -> Row:
    before = min(1.0, max(0.0, after + dice.uniform(-0.1, 0.1)))
    difference, half = after - before, dice.uniform(0.01, 0.08)
    return (table, key, metric, before, after, difference, difference - half, difference + half,
            dice.random())
