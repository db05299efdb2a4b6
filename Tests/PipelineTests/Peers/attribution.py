"""Conversions and value of the night by channel, by eight models, in exact fractions.

Touches of a conversion are the customer's sessions since the conversion before, started at most 30 days
earlier; the converting session is the last and always one. What follows the last conversion, or all of
a customer without one, led to nothing.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from fractions import Fraction
from typing import Callable, Dict, List, NamedTuple, Optional, Tuple

LOOKBACK = 30 * 86_400_000_000  # microseconds
HALF_LIFE = 7 * 86_400_000_000
CONVERSIONS = ("purchase", "store_purchase")

ROWS = """
    SELECT customer, session_id, coalesce(session_channel, '') AS channel,
        min(micros) OVER (PARTITION BY session_id) AS start, micros, event, value FROM rows ORDER BY number"""


class Touch(NamedTuple):
    channel: str
    age: int


class Path(NamedTuple):
    touches: List[Touch]
    is_converted: bool
    value: Fraction


Row = Tuple[str, str, str, int, int, str, Optional[str]]


def write_attribution(peer: "duckdb.DuckDBPyConnection", target: str) -> None:  # noqa: F821
    customers: Dict[str, List[Row]] = defaultdict(list)
    for row in peer.execute(ROWS).fetchall():
        customers[row[0]].append(row)
    paths = [path for rows in customers.values() for path in paths_of(rows)]
    channels = sorted({touch.channel for path in paths for touch in path.touches})
    with open(target, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["model", "channel", "conversions", "value", "removal_effect"])
        for model, shares in MODELS.items():
            credit = shared_out(paths, shares)
            table.writerows([model, channel, *cells(*credit[channel]), ""] for channel in channels)
        effects = removal_effects(paths, channels)
        whole = (sum(path.is_converted for path in paths), sum(path.value for path in paths))
        for channel in channels:
            share = effects[channel] / sum(effects.values())
            credit = cells(*(share * all for all in whole))
            table.writerow(["markov", channel, *credit, text(effects[channel])])


def paths_of(rows: List[Row]) -> List[Path]:
    sessions: Dict[str, Tuple[int, str]] = {}
    for _, session, channel, start, *_ in rows:
        sessions.setdefault(session, (start, channel))
    ordered = sorted(sessions.items(), key=lambda item: item[1][0])
    paths, last = [], None
    for _, session, channel, start, at, event, value in rows:
        if event not in CONVERSIONS:
            continue
        touches = [
            Touch(other, at - begun) for name, (begun, other) in ordered
            if name != session and begun <= at and (last is None or begun > last)
            and at - begun <= LOOKBACK]
        paths.append(Path(touches + [Touch(channel, at - start)], True, Fraction(value or 0)))
        last = at
    end = rows[-1][4]
    rest = [
        Touch(channel, end - begun) for _, (begun, channel) in ordered
        if (last is None or begun > last) and end - begun <= LOOKBACK]
    return paths + ([Path(rest, False, Fraction(0))] if rest else [])


def first(touches: List[Touch]) -> List[Fraction]:
    return [Fraction(number == 0) for number in range(len(touches))]


def last(touches: List[Touch]) -> List[Fraction]:
    return first(touches)[::-1]


def last_non_direct(touches: List[Touch]) -> List[Fraction]:
    others = [number for number, touch in enumerate(touches) if touch.channel != "direct"]
    chosen = others[-1] if others else len(touches) - 1
    return [Fraction(number == chosen) for number in range(len(touches))]


def linear(touches: List[Touch]) -> List[Fraction]:
    return [Fraction(1, len(touches))] * len(touches)


def position_based(touches: List[Touch]) -> List[Fraction]:
    count = len(touches)
    if count <= 2:
        return linear(touches)
    return [Fraction(2, 5), *[Fraction(1, 5) / (count - 2)] * (count - 2), Fraction(2, 5)]


def time_decay(touches: List[Touch]) -> List[Fraction]:
    weights = [Fraction(2.0 ** (-touch.age / HALF_LIFE)) for touch in touches]
    return [weight / sum(weights) for weight in weights]


def shapley(touches: List[Touch]) -> List[Fraction]:
    counts = defaultdict(int)
    for touch in touches:
        counts[touch.channel] += 1
    return [Fraction(1, len(counts) * counts[touch.channel]) for touch in touches]


MODELS: Dict[str, Callable[[List[Touch]], List[Fraction]]] = {
    "first": first, "last": last, "last_non_direct": last_non_direct, "linear": linear,
    "position_based": position_based, "time_decay": time_decay, "shapley": shapley}


def shared_out(
    paths: List[Path], shares: Callable[[List[Touch]], List[Fraction]]
) -> "Dict[str, Tuple[Fraction, Fraction]]":
    credit: Dict[str, Tuple[Fraction, Fraction]] = defaultdict(lambda: (Fraction(0), Fraction(0)))
    for path in paths:
        if path.is_converted:
            for touch, share in zip(path.touches, shares(path.touches)):
                conversions, value = credit[touch.channel]
                credit[touch.channel] = (conversions + share, value + share * path.value)
    return credit


def removal_effects(paths: List[Path], channels: List[str]) -> Dict[str, Fraction]:
    """Share of conversions lost where a path ends in nothing once it meets the channel."""
    counts: Dict[str, Dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for path in paths:
        states = ["(start)", *(touch.channel for touch in path.touches)]
        states.append("(conversion)" if path.is_converted else "(nothing)")
        for here, there in zip(states, states[1:]):
            counts[here][there] += 1
    whole = conversion_rate(counts, channels, None)
    return {
        channel: 1 - conversion_rate(counts, channels, channel) / whole for channel in channels}


def conversion_rate(
    counts: Dict[str, Dict[str, int]], channels: List[str], removed: Optional[str]
) -> Fraction:
    """Chance of a conversion from the start: the linear equations, solved by elimination."""
    states = ["(start)", *(channel for channel in channels if channel != removed)]
    matrix = []
    for state in states:
        total = sum(counts[state].values())
        row = [Fraction(state == other) - Fraction(counts[state][other], total) for other in states]
        matrix.append(row + [Fraction(counts[state]["(conversion)"], total)])
    for column in range(len(states)):
        pivot = next(row for row in range(column, len(states)) if matrix[row][column] != 0)
        matrix[column], matrix[pivot] = matrix[pivot], matrix[column]
        for row in range(len(states)):
            if row != column and matrix[row][column] != 0:
                factor = matrix[row][column] / matrix[column][column]
                matrix[row] = [a - factor * b for a, b in zip(matrix[row], matrix[column])]
    return matrix[0][-1] / matrix[0][0]


def cells(conversions: Fraction, value: Fraction) -> List[str]:
    return [text(conversions), text(value) if conversions else ""]


def text(number: Fraction) -> str:
    return f"{float(number):.12g}"
