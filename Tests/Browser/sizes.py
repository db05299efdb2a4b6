"""Of what and of how much made folders tell, and what their rows have in common."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass, field
from typing import Dict, List, Optional, Tuple

from tables import Cell

Rate = Tuple[Optional[float], Optional[float], Optional[float]]

HAPPENED = ("server_error", "client_error", "slow", "quick_back", "page_loop", "u_turn")


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
    site: Optional[str] = None
    labels: Dict[bytes, str] = field(default_factory=dict)
    """What people read for a touchpoint."""


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


def times(dice: random.Random) -> List[float]:
    """Mean, median and the quantiles above it, seconds; over many magnitudes."""
    median = 10 ** dice.uniform(0, 4.5)
    p75, p90, p95 = (median * factor for factor in (2.1, 7.3, 15.9))
    return [round(value, 6) for value in (median * 2.7, median, p75, p90, p95)]
