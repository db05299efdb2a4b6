"""What every peer answers, in one line of JSON, and what its start has cost."""

from __future__ import annotations

import json
import resource
import time
from typing import Callable, Dict, List

#: The funnel of Data/journey.toml: a step is an event, or a page where the record has type page.
STEPS = (
    "what = 'page' AND path LIKE '/product/%' AND path NOT LIKE '/product/%/%'",
    "event = 'add_to_cart'",
    "what = 'page' AND path = '/checkout'",
    "what = 'page' AND path = '/checkout/payment'",
    "event = 'purchase'",
)
WINDOW_MS = 7 * 86_400_000
TIMEOUT_MS = 30 * 60_000


def cpu_seconds() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def reached(levels: Dict[int, int]) -> List[int]:
    """Visitors that reached each step, from the number of visitors by deepest step."""
    return [
        sum(count for level, count in levels.items() if level > step)
        for step in range(len(STEPS))]


def answer(work: Callable[[], Dict[str, object]]) -> None:
    """Runs the work; the time of imports and of the engine's start is told apart."""
    cpu, wall = cpu_seconds(), time.monotonic()
    result = work()
    result.update(
        cpu=cpu_seconds() - cpu, wall=time.monotonic() - wall,
        memory=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    print(json.dumps(result))
