"""Made rows for every table, from names and sizes: plausible, and the same at every run."""

from __future__ import annotations

import datetime
import math
import random
from dataclasses import dataclass
from typing import Dict, Iterator, List, Optional, Sequence, Tuple

from tables import Cell, Row

Rate = Tuple[Optional[float], Optional[float], Optional[float]]
Tables = Dict[str, List[Row]]

HAPPENED = ("server_error", "client_error", "slow", "quick_back", "page_loop", "u_turn")
MODELS = ("first", "last", "linear", "position_based", "time_decay", "markov", "shapley")


@dataclass
class Names:
    """What the tables tell of. The first stages, channels and touchpoints are the most frequent."""

    touchpoints: List[bytes]
    stages: List[bytes]
    channels: List[bytes]
    pages: List[bytes]
    funnels: Dict[str, List[bytes]]
    """Steps by name of the funnel."""
    breakdowns: Dict[str, List[bytes]]
    """Segments by breakdown."""


@dataclass
class Sizes:
    customers: int = 5000
    days: int = 21
    weeks: int = 6
    fan: int = 6
    """Touchpoints that may follow one."""
    paths: int = 60
    signals: int = 3
    """Signals for each pair of steps."""


def real(value: Cell) -> float:
    return float(value or 0)


def whole(value: Cell) -> int:
    return int(value or 0)


def wilson(part: int, of: int) -> Rate:
    """The rate and its interval."""
    if of == 0:
        return None, None, None
    z = 1.959963984540054
    rate = part / of
    middle = (rate + z * z / (2 * of)) / (1 + z * z / of)
    half = z / (1 + z * z / of) * math.sqrt(
        rate * (1 - rate) / of + z * z / (4 * of * of))
    return rate, max(0.0, middle - half), min(1.0, middle + half)


def tables(names: Names, sizes: Sizes, seed: int = 1) -> Tables:
    dice = random.Random(f"{seed}")
    made: Tables = {
        "funnel": list(funnel(names, sizes, dice)),
        "funnel_totals": [], "funnel_trend": [], "time_to_convert": [], "dropoff_next": [],
        "correlation": list(correlation(names, sizes, dice)),
        "transitions": list(transitions(names, sizes, dice)),
        "touchpoints": list(touchpoints(names, sizes, dice)),
        "paths": list(paths(names, sizes, dice)),
        "friction_signals": list(friction_signals(names, sizes, dice)),
        "rework": list(rework(names, sizes, dice)),
        "stages": list(stages(names, sizes, dice)),
        "stage_channels": list(stage_channels(names, sizes, dice)),
        "attribution": list(attribution(names, sizes, dice)),
        "journey_metrics": list(journey_metrics(names, sizes, dice)),
        "retention": list(retention(sizes, dice)),
        "hours": list(hours(sizes, dice)),
    }
    made["funnel_totals"] = list(totals(made["funnel"], dice))
    made["funnel_trend"] = list(trend(names, sizes, dice))
    made["time_to_convert"] = list(time_to_convert(names, sizes, dice))
    made["dropoff_next"] = list(dropoff_next(names, made["funnel"], dice))
    made["friction"] = friction(names, sizes, made["funnel"], dice)
    return made


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


def times(dice: random.Random) -> List[float]:
    """Mean, median and the quantiles above it, seconds; over many magnitudes."""
    median = 10 ** dice.uniform(0, 4.5)
    p75, p90, p95 = (median * factor for factor in (2.1, 7.3, 15.9))
    return [round(value, 6) for value in (median * 2.7, median, p75, p90, p95)]


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


def transitions(names: Names, sizes: Sizes, dice: random.Random) -> Iterator[Row]:
    sources = [b"(entry)"] + names.touchpoints
    for scope in ("session", "customer"):
        for place, source in enumerate(sources):
            top = max(1, sizes.customers // (place + 1))
            targets = dice.sample(names.touchpoints, min(sizes.fan, len(names.touchpoints)))
            if place:
                targets.append(b"(exit)")
            counts = [max(1, int(top * dice.uniform(0.05, 1))) for _ in targets]
            for target, count in zip(targets, counts):
                timed = place and target != b"(exit)"
                quantiles = times(dice)[1:] if timed else [None] * 4
                yield (scope, source, target, count, max(1, int(count * 0.8)), count / sum(counts),
                       quantiles[0], quantiles[2], quantiles[3])


def touchpoints(names: Names, sizes: Sizes, dice: random.Random) -> Iterator[Row]:
    for place, touchpoint in enumerate(names.touchpoints):
        stage = b"" if place % 7 == 6 or not names.stages else names.stages[place % len(names.stages)]
        events = max(1, sizes.customers * 2 // (place + 1))
        sessions, customers = max(1, int(events * 0.6)), max(1, int(events * 0.4))
        exits, errors = int(sessions * dice.random()), int(events * dice.random() * 0.1)
        yield (touchpoint, stage, events, customers, sessions, int(sessions * dice.random()), exits,
               exits / events, errors, errors / events, times(dice)[1], times(dice)[3],
               dice.uniform(5, 900), dice.uniform(900, 9000))


def paths(names: Names, sizes: Sizes, dice: random.Random) -> Iterator[Row]:
    left, covered = sizes.customers, 0
    for rank in range(1, sizes.paths + 1):
        customers = max(1, left // 9)
        if left <= customers:
            break
        left, covered = left - customers, covered + customers
        length = 1 + int(dice.random() * 9)
        path = [names.touchpoints[int(dice.random() ** 2 * len(names.touchpoints))]
                for _ in range(length)]
        joined = b" > ".join(name.replace(b" > ", b">") for name in path)
        rate = dice.random() * 0.4
        yield (rank, joined + (b" > \xe2\x80\xa6" if length == 9 else b""), customers,
               customers / sizes.customers, covered / sizes.customers, rate,
               times(dice)[1] if rate else None)
    if left:
        yield None, "(other)", left, left / max(1, sizes.customers), 1, 0.1, times(dice)[1]


def friction(
    names: Names, sizes: Sizes, rows: Sequence[Row], dice: random.Random,
) -> List[Row]:
    """Ranked rows first, those without an estimate last."""
    estimated: List[List[Cell]] = []
    bare: List[List[Cell]] = []
    signals = [name.encode() for name in HAPPENED] + [b"error:" + name for name in names.touchpoints]
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
            (bare if line[4] == "insufficient" else estimated).append(line)
    estimated.sort(key=lambda line: (-real(line[19]), -real(line[16])))
    for rank, line in enumerate(estimated, 1):
        line[20] = rank
    return [tuple(line) for line in estimated + bare]


def friction_row(
    row: Row, target: Cell, signal: bytes, eligible: int, exposed: int, lost: int,
    dice: random.Random,
) -> List[Cell]:
    dropped = min(lost, int(exposed * dice.uniform(0.2, 0.9)))
    unexposed, others = eligible - exposed, lost - dropped
    plain = [row[0], row[4], target, signal, "insufficient", eligible, exposed, dropped, unexposed,
             others, dropped / exposed, others / unexposed if unexposed else None]
    if exposed < 30 or unexposed < 30 or dropped < 5 or exposed - dropped < 5:
        return plain + [None] * 6 + ["", None, None]
    difference, half = dice.uniform(-0.1, 0.4), dice.uniform(0.02, 0.2)
    low, high = difference - half, difference + half
    plain[4] = "ok" if low > 0 else "protective" if high < 0 else "inconclusive"
    score = 100 * max(0.0, exposed * low) / lost if lost else 0
    return plain + [difference, low, high, dice.random(), exposed * difference,
                    round(exposed * difference * 31.4, 2), "EUR", score, None]


def friction_signals(names: Names, sizes: Sizes, dice: random.Random) -> Iterator[Row]:
    for place, touchpoint in enumerate(names.touchpoints):
        signal = HAPPENED[place % len(HAPPENED)].encode() if place % 2 else b"error:" + touchpoint
        events = max(1, int(sizes.customers * dice.random() * 0.2))
        yield (signal, touchpoint, events, max(1, int(events * 0.8)), max(1, int(events * 0.6)),
               "> 3000 ms" if place % 2 else "")


def rework(names: Names, sizes: Sizes, dice: random.Random) -> Iterator[Row]:
    for place, touchpoint in enumerate(names.touchpoints):
        sessions = max(1, sizes.customers // (place + 1))
        yield (touchpoint, sessions, int(sessions * 0.3), int(sessions * 0.2), dice.random(),
               dice.random(), dice.random())


def stages(names: Names, sizes: Sizes, dice: random.Random) -> Iterator[Row]:
    for place, stage in enumerate(names.stages + [b"(unmapped)"]):
        yield (stage, *stage_cells(place, len(names.stages), sizes.customers, dice))


def stage_channels(names: Names, sizes: Sizes, dice: random.Random) -> Iterator[Row]:
    for place, stage in enumerate(names.stages + [b"(unmapped)"]):
        for column, channel in enumerate(names.channels):
            size = max(1, sizes.customers // (column + 2))
            yield (stage, channel, *stage_cells(place, len(names.stages), size, dice))


def stage_cells(place: int, count: int, size: int, dice: random.Random) -> List[Cell]:
    customers = max(1, int(size / (place + 1) * dice.uniform(0.6, 1)))
    entered = max(1, int(customers * 0.9))
    cells: List[Cell] = [customers, customers * 2, customers * 5, entered]
    if place >= count - 1:
        return cells + [None, None, None]
    advanced = int(entered * dice.random())
    return cells + [advanced, advanced / entered, times(dice)[1] if advanced else None]


def attribution(names: Names, sizes: Sizes, dice: random.Random) -> Iterator[Row]:
    for model in MODELS:
        weights = [dice.random() + 0.01 for _ in names.channels]
        for channel, weight in zip(names.channels, weights):
            share = weight / sum(weights) * sizes.customers * 0.1
            yield (model, channel, share, round(share * 71.37, 2), "EUR",
                   dice.random() if model == "markov" else None)


def journey_metrics(names: Names, sizes: Sizes, dice: random.Random) -> Iterator[Row]:
    rated = [("conversion_rate", b"", "session"), ("conversion_rate", b"", "customer"),
             ("repeat_purchase_rate", b"", "customer"), ("bounce_rate", b"", "session"),
             ("error_session_rate", b"", "session"), ("return_7d", b"after_bad", "session"),
             ("return_7d", b"after_clean", "session"), ("return_30d", b"after_bad", "session"),
             ("return_30d", b"after_clean", "session"), ("support_contact_rate", b"", "session"),
             ("answered_within_24h", b"", "request")]
    rated += [("abandonment_rate", step, "session")
              for steps in names.funnels.values() for step in steps[:-1]]
    for metric, segment, unit in rated:
        units = int(sizes.customers * dice.uniform(0.3, 1))
        part = int(units * dice.random())
        yield (metric, segment, unit, part, units, *wilson(part, units))
    for metric in ("return_7d_difference", "return_30d_difference"):
        yield metric, "", "session", None, None, -0.057089, -0.116, -0.0038
    yield "average_order_value", "", "EUR", 15413.36, 212, 15413.36 / 212, None, None
    yield "first_response_median", "", "s", None, 43, 7236.25, None, None
    yield "first_response_p90", "", "s", None, 43, 86412.5, None, None


def retention(sizes: Sizes, dice: random.Random) -> Iterator[Row]:
    first = datetime.date(2026, 11, 16)
    for week in range(sizes.weeks):
        customers = max(1, sizes.customers // 5 - week * 40)
        for period in range(sizes.weeks - week):
            returned = customers if period == 0 else int(customers * dice.uniform(0.01, 0.4))
            yield (str(first + datetime.timedelta(weeks=week)), period, customers, returned,
                   *wilson(returned, customers))


def hours(sizes: Sizes, dice: random.Random) -> Iterator[Row]:
    for weekday in range(1, 8):
        for hour in range(24):
            sessions = int(sizes.customers * 0.02 * (1 + math.sin(hour / 4)) * dice.uniform(0.5, 1))
            yield weekday, hour, sessions * 4, sessions, int(sessions * 0.1)


def compare(rows: Tables, dice: random.Random) -> List[Row]:
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
    return b";".join(name.encode() + b"=" + plain(text) for name, text in parts if text)


def plain(value: Cell) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


def change(table: str, key: bytes, metric: str, after: float, dice: random.Random) -> Row:
    before = min(1.0, max(0.0, after + dice.uniform(-0.1, 0.1)))
    difference, half = after - before, dice.uniform(0.01, 0.08)
    return (table, key, metric, before, after, difference, difference - half, difference + half,
            dice.random())
