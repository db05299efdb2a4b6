"""Made rows of the tables that tell of touchpoints, stages, channels and customers."""

from __future__ import annotations

import datetime
import math
import random
from typing import Iterator, List

from sizes import HAPPENED, Names, Sizes, times, wilson
from tables import Cell, Row

CONTACTS = (b"web", b"web", b"email", b"web", b"phone", b"web", b"store", b"kiosk")
MODELS = ("first", "last", "linear", "position_based", "time_decay", "markov", "shapley")


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
        stage = b"" if place % 7 == 6 else names.stages[place % len(names.stages)]
        events = max(1, sizes.customers * 2 // (place + 1))
        sessions, customers = max(1, int(events * 0.6)), max(1, int(events * 0.4))
        exits, errors = int(sessions * dice.random()), int(events * dice.random() * 0.1)
        yield (touchpoint, stage, CONTACTS[place % len(CONTACTS)], events, customers, sessions, int(sessions * dice.random()), exits,
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


def stage_experience(names: Names, sizes: Sizes, dice: random.Random) -> Iterator[Row]:
    for place, stage in enumerate(names.stages + [b"(unmapped)"]):
        customers = max(1, sizes.customers // (place + 1))
        bad = int(customers * dice.random() * 0.3)
        yield (stage, customers, bad, *wilson(bad, customers))


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


def activity(sizes: Sizes, dice: random.Random) -> Iterator[Row]:
    first = datetime.date(2026, 11, 16)
    starts = {
        "day": [first + datetime.timedelta(days=day) for day in range(sizes.weeks * 7)],
        "week": [first + datetime.timedelta(weeks=week) for week in range(sizes.weeks)],
        "month": [datetime.date(2026 + (10 + month) // 12, (10 + month) % 12 + 1, 1)
                  for month in range(1 + sizes.weeks // 4)]}
    for period, days in starts.items():
        before = 0
        for day in days:
            customers = int(sizes.customers / len(days) * dice.uniform(0.7, 1.3))
            returning = int(min(before, customers) * dice.uniform(0, 0.5))
            resurrected = int((customers - returning) * dice.uniform(0, 0.2)) if before else 0
            orders = int(customers * dice.uniform(0, 0.3))
            yield (period, str(day), customers, customers - returning - resurrected, returning,
                   resurrected, customers * 2, customers * 6, orders,
                   round(orders * 49.9, 2) if orders else None, "EUR" if orders else "")
            before = customers


def hours(sizes: Sizes, dice: random.Random) -> Iterator[Row]:
    for weekday in range(1, 8):
        for hour in range(24):
            sessions = int(sizes.customers * 0.02 * (1 + math.sin(hour / 4)) * dice.uniform(0.5, 1))
            yield weekday, hour, sessions * 4, sessions, int(sessions * 0.1)
